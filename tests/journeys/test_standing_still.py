"""While something is dragged over a designer, nothing beside it moves: layout shifts are counted by the browser.

What is dragged follows the hand and what makes room slides by transforms; the browser counts neither.
"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.site import Site

pytestmark = pytest.mark.journey

WATCH = """() => {
  window.shifts_seen = []
  const note = (list) => list.getEntries().forEach((each) =>
    window.shifts_seen.push([each.value, ...each.sources.map(({ node }) => node?.className ?? String(node))]))
  window.shifts_watched = new PerformanceObserver(note)
  window.shifts_watched.observe({ type: 'layout-shift' })
}"""
SEEN = "() => { window.shifts_watched.disconnect(); return window.shifts_seen }"
DRAGGED = {
    "entity/sales_order": 'role=button[name="Move “Order date”"]',
    "form/sales_order": 'role=button[name="Move “Order date”"]',
    "view/orders": "role=button[name=/^Kind of channel: Drag it onto the list/]",
    "navigation": 'role=button[name="Move “Orders”"]',
    "options/order_status": 'role=button[name="Move “Draft”"]',
    "flow/order_approval": 'role=button[name="Approval: People approve or reject"]',
    "report/channel_roi": "role=button[name=/^Channel [(]count[)]/]",
    "dashboard/cockpit": "[data-placed]",
}


def test_nothing_shifts_while_something_is_dragged(workshop: Site) -> None:
    page = workshop.sign_in("chen", "en", "/")
    shifts = {screen: shifts_while_dragging(page, screen, dragged) for screen, dragged in DRAGGED.items()}

    assert not {screen: found for screen, found in shifts.items() if found}


def test_the_browser_counts_what_shifts(workshop: Site) -> None:
    page = workshop.sign_in("chen", "en", "/design/channel_sales/form/sales_order")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate(WATCH)

    page.evaluate("document.querySelector('h1').style.marginTop = '60px'")
    page.wait_for_timeout(500)

    assert page.evaluate(SEEN)


def shifts_while_dragging(page: Page, screen: str, dragged: str) -> list[list[float | str]]:
    """Drag something up and down over the canvas, let it go nowhere, and return the shifts seen."""
    page.goto(f"/design/channel_sales/{screen}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state("networkidle")
    take(page, page.locator(dragged).first)
    page.evaluate(WATCH)
    for x, y in ((600, 300), (700, 700), (500, 400), (750, 500)):
        page.mouse.move(x, y, steps=20)
    seen: list[list[float | str]] = page.evaluate(SEEN)
    page.keyboard.press("Escape")
    page.mouse.up()
    return seen


def take(page: Page, handle: Locator) -> None:
    """Press on a handle, which may only be there while its place is hovered, and begin to drag."""
    handle.locator("xpath=..").hover()
    box = handle.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y + 10, steps=3)
