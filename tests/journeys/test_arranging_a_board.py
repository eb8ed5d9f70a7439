"""Blocks of a page and tiles of a dashboard are pulled larger, put down and stepped; nothing ever lies on anything."""

from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.factories.app import channel_sales_with_page
from tests.journeys.dragging import drag
from tests.journeys.site import PATIENCE, Site

pytestmark = pytest.mark.journey

BOARDS = {
    "page/work": ("pages/work.json", "blocks"),
    "dashboard/cockpit": ("dashboards/cockpit.json", "tiles"),
}


@pytest.fixture
def site(workshop: Site) -> Site:
    workshop.services.install(channel_sales_with_page())
    return workshop


@pytest.mark.parametrize("screen", BOARDS)
def test_a_board_is_arranged_by_mouse_and_by_keys(site: Site, screen: str) -> None:
    page = site.sign_in("chen", "en", f"/design/channel_sales/{screen}")
    first = page.locator("[data-placed]").first
    id = first.get_attribute("data-placed")
    before = placed(page, screen)

    pull(page, id, right=-60, down=120)
    expect(page.get_by_label("Row", exact=True)).to_have_value("0")
    settled(page, 1)
    pulled = placed(page, screen)
    page.locator(f"[data-placed={id}]").get_by_role("button").press("ArrowDown")
    settled(page, 2)
    stepped = placed(page, screen)
    words = page.locator("[draggable=true]").filter(has_text="Words")
    drag(page, words, page.locator("[data-placed]").nth(1))
    settled(page, 3)
    dropped = placed(page, screen)

    assert pulled[id]["w"] < before[id]["w"]
    assert pulled[id]["h"] > before[id]["h"]
    assert stepped[id]["y"] > 0
    assert len(dropped) == len(before) + 1
    for places in (pulled, stepped, dropped):
        assert not [pair for pair in combinations(places.values(), 2) if overlap(*pair)]


def pull(page: Page, id: str | None, *, right: int, down: int) -> None:
    """Pull the corner of what lies on the board."""
    page.locator(f"[data-placed={id}]").hover()
    corner = page.locator(f"[data-placed={id}] > .react-resizable-handle-se").bounding_box()
    assert corner
    x, y = corner["x"] + corner["width"] / 2, corner["y"] + corner["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right, y + down, steps=12)
    page.mouse.up()
    page.locator(f"[data-placed={id}]").get_by_role("button").click()


def settled(page: Page, revision: int) -> None:
    """Wait until as many edits are in the draft."""
    for _ in range(PATIENCE // 100):
        if draft(page)["revision"] >= revision:
            return
        page.wait_for_timeout(100)
    pytest.fail(f"the draft has fewer than {revision} edits")


def draft(page: Page) -> Any:
    """Ask the server for the draft as it is."""
    return page.request.get("/api/design/channel_sales").json()


def placed(page: Page, screen: str) -> dict[str | None, Any]:
    """Return what lies on the board of the draft, by id."""
    file, things = BOARDS[screen]
    return {each["id"]: each for each in draft(page)["documents"][file][things]}


def overlap(one: Any, other: Any) -> bool:
    """Tell whether two things share room."""
    across = one["x"] < other["x"] + other["w"] and other["x"] < one["x"] + one["w"]
    return across and one["y"] < other["y"] + other["h"] and other["y"] < one["y"] + one["h"]
