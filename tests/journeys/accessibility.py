"""Asks axe whether a screen can be used by everybody."""

from functools import cache

from playwright.sync_api import Page, expect

from tests.support.running_server import ROOT

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
# Off: an experimental rule; cells of a sheet are named by their plain value and show it with its currency.
# Left out: antd measures texts in an area that says `tab-index` where it means `tabindex`;
# its passing messages are announced, but stand outside of every landmark.
ASK = """async () => {
  const { violations } = await axe.run(
    { exclude: [['textarea[name=hiddenTextarea]'], ['.ant-message']] },
    { rules: { 'label-content-name-mismatch': { enabled: false } } },
  )
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, any }) =>
    `${id}: ${help}\\n    ${html.slice(0, 300)}\\n    ${any.map(({ message }) => message).join(' ')}`))
}"""
# A button on its way from disabled to enabled is paler than either.
SETTLED = "() => document.getAnimations().every((each) => each.playState !== 'running')"


def assert_accessible(page: Page) -> None:
    """Fail with every violation axe finds on the screen once all of it is there."""
    expect(page.locator(".ant-skeleton, .ant-btn-loading")).to_have_count(0)
    page.wait_for_function(SETTLED)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe())
    found: list[str] = page.evaluate(ASK)
    assert not found, "\n" + "\n".join(found)


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")
