"""A designer drags a new field onto the sales order form and publishes; a colleague fills it in."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.dragging import drag
from tests.journeys.site import PHONE, Site

pytestmark = pytest.mark.journey

FORM = "/design/channel_sales/form/sales_order"
NEW_ORDER = "/a/channel_sales/e/sales_order/new"
WORDS: dict[str, dict[str, str]] = {
    "zh-CN": {
        "type": "单行文本", "label": "折扣原因", "name": "折扣原因", "other": "标题 (EN)", "translation": "Discount reason", "undo": "撤销", "publish": "发布", "use": "去使用", "hidden": "隐藏",
        "rights": "谁可以使用新字段", "dealer": "经销商", "move": "移动“折扣原因”",
    },
    "en": {
        "type": "Text", "label": "Discount reason", "name": "discount_reason", "other": "Label (中文)", "translation": "折扣原因", "undo": "Undo", "publish": "Publish", "use": "Use it", "hidden": "Hidden",
        "rights": "Who may use the new field", "dealer": "Dealer", "move": "Move “Discount reason”",
    },
}  # fmt: skip


def add_discount_reason(page: Page, words: dict[str, str]) -> Locator:
    """Drag a text field behind the source order number, type its label there, and translate it in the panel."""
    palette = page.get_by_label(f"{words['type']}:", exact=False).first
    drag(page, palette, page.locator("[data-field=source_no]"), right=True)
    page.keyboard.type(words["label"])
    page.keyboard.press("Enter")
    translation = page.get_by_role("textbox", name=words["other"], exact=True).first
    translation.fill(words["translation"])
    translation.press("Enter")
    return page.locator(f"[data-field={words['name']}]")


@pytest.mark.parametrize(
    ("database_url", "locale"), [("sqlite", "zh-CN"), ("postgresql", "en")], indirect=["database_url"]
)
def test_a_field_is_dragged_published_and_filled_in(site: Site, locale: str) -> None:
    words = WORDS[locale]
    site.add_person("wang", "designer")
    site.add_person("lina", "sales")
    page = site.sign_in("wang", locale, f"{FORM}?back={NEW_ORDER}")

    field = add_discount_reason(page, words)
    expect(field).to_be_visible()
    for _ in range(2):  # the translation, and the field
        page.get_by_role("button", name=words["undo"], exact=True).click()
    expect(field).to_have_count(0)
    for _ in range(2):
        page.keyboard.press("Control+Shift+Z")
    expect(field).to_be_visible()

    page.get_by_role("button", name=words["publish"], exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text(words["rights"]).wait_for()
    dealer = dialog.get_by_role("listitem").filter(has_text=words["dealer"])
    dealer.locator("label").filter(has_text=words["hidden"]).click()
    dialog.get_by_role("textbox").fill("审计要求")
    dialog.get_by_role("button", name=words["publish"], exact=True).click()
    page.get_by_role("link", name=words["use"]).click()
    page.wait_for_url(f"**{NEW_ORDER}")

    colleague = site.sign_in("lina", locale, NEW_ORDER)
    label = "折扣原因" if locale == "zh-CN" else "Discount reason"
    colleague.get_by_label(label).fill("老客户")
    expect(colleague.get_by_label(label)).to_have_value("老客户")
    _expect_readable(site, words["name"])


def _expect_readable(site: Site, name: str) -> None:
    folder = site.data / "apps" / "channel_sales"
    entity = json.loads((folder / "entities/sales_order.json").read_text(encoding="utf-8"))
    added: dict[str, Any] = entity["fields"][-1]
    dealer = json.loads((folder / "roles/dealer.json").read_text(encoding="utf-8"))

    assert (added["name"], added["label"]) == (name, {"zh": "折扣原因", "en": "Discount reason"})
    assert any(each.get("fields", {}).get(added["id"]) == "hidden" for each in dealer["entities"])


def test_a_field_is_moved_with_the_keyboard_and_announced(workshop: Site) -> None:
    workshop.add_person("wang", "designer")
    page = workshop.sign_in("wang", "zh-CN", FORM)
    page.locator("[data-field=customer]").wait_for()

    [form] = workshop.definition.forms_of(workshop.definition.entity_named("sales_order").id)
    order = [workshop.definition.field(item.field).field.name for item in form.layout[0].items]
    place = order.index("customer") + 1

    page.get_by_role("button", name="移动“客户”").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("status").filter(has_text="客户")).to_contain_text(f"的第 {place} 位")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("status").filter(has_text="客户")).to_contain_text(f"的第 {place - 1} 位")
    page.keyboard.press("Space")

    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("“客户”在表单“销售订单”的“订单”中换了位置")


def test_the_designer_opens_on_a_phone(workshop: Site) -> None:
    workshop.add_person("wang", "designer")
    page = workshop.sign_in("wang", "en", FORM, PHONE)

    page.locator("[data-field=customer]").click()

    expect(page.get_by_role("heading", name="Customer", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
