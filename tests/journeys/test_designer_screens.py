"""Every screen of the designers is for everybody: nothing found by axe, wider than the window or complained of."""

from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.factories.app import channel_sales_with_page
from tests.journeys.accessibility import assert_accessible
from tests.journeys.site import Site
from tests.journeys.watching import Watch
from tests.journeys.words import Language

pytestmark = pytest.mark.journey

SCREENS = (
    "new",
    "channel_sales",
    "channel_sales/model",
    "channel_sales/entity/sales_order",
    "channel_sales/options/order_status",
    "channel_sales/form/sales_order",
    "channel_sales/view/orders",
    "channel_sales/page/work",
    "channel_sales/navigation",
    "channel_sales/flow/order_approval",
    "channel_sales/template/order_passed",
    "channel_sales/rule/channel_priority",
    "channel_sales/report/channel_roi",
    "channel_sales/dashboard/cockpit",
    "channel_sales/role/sales",
    "channel_sales/roles",
)
SIZES = {"light": {"width": 1280, "height": 800}, "dark": {"width": 1920, "height": 1080}}


@pytest.fixture
def site(workshop: Site) -> Site:
    workshop.services.install(channel_sales_with_page())
    return workshop


@pytest.mark.parametrize(("language", "look"), [("en", "light"), ("zh-CN", "dark")])
def test_every_designer_is_accessible(site: Site, language: Language, look: Literal["light", "dark"]) -> None:
    page = site.sign_in("chen", language, "/", SIZES[look])
    page.emulate_media(color_scheme=look, reduced_motion="reduce")
    watch = Watch(page, kinds=("error", "warning"))
    watch.begin()
    findings = {}
    for screen in SCREENS:
        page.goto(f"/design/{screen}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_load_state("networkidle")
        try:
            assert_accessible(page)
        except AssertionError as found:
            findings[screen] = str(found)
        if not page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
            findings[f"{screen}, width"] = "wider than the window"

    assert watch.complaints == []
    assert not findings, "\n".join(f"{screen}:{found}" for screen, found in findings.items())
