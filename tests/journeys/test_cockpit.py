"""An analyst reads the cockpit, follows a figure to its records, and puts a report of their own on it."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.parameters import LANGUAGES
from tests.journeys.person import APP, Person
from tests.journeys.words import Language

pytestmark = pytest.mark.journey

SHOP = "天猫旗舰店"
ORDER = re.compile(r"SO\d{6}")


@LANGUAGES
def test_an_analyst_reads_the_cockpit_and_adds_a_report(open_page: OpenPage, language: Language) -> None:
    analyst = open_page(language)

    opens_the_cockpit(analyst)
    filters_by_a_channel(analyst)
    follows_a_figure_to_its_records(analyst)
    report = builds_a_report_by_dragging(analyst)
    finds_it_on_the_cockpit(analyst, report)


@LANGUAGES
def test_the_cockpit_is_read_on_a_phone(open_page: OpenPage, language: Language) -> None:
    analyst = open_page(language, phone=True)
    analyst.sign_in("黄梅", "Huang Mei")
    analyst.page.goto(f"{APP}/dashboards/cockpit")

    expect(figure(analyst)).to_be_visible()
    width = analyst.page.evaluate("() => document.documentElement.scrollWidth")
    assert width <= analyst.page.viewport_size["width"]  # type: ignore[index]
    analyst.look_for_barriers()


def opens_the_cockpit(analyst: Person) -> None:
    analyst.sign_in("黄梅", "Huang Mei")
    analyst.page.goto(APP)
    name = analyst.words.dashboard("cockpit")
    analyst.page.get_by_role("navigation").get_by_role("link", name=name).first.click()
    expect(analyst.heading()).to_have_text(name)
    for report in ("revenue_by_month", "conversion_funnel", "revenue_by_province"):
        expect(tile(analyst, report).locator("canvas")).to_be_visible()
    analyst.look_for_barriers()


def tile(analyst: Person, report: str) -> Locator:
    """Return the tile of a report."""
    return analyst.page.get_by_role("article", name=analyst.words.report(report), exact=True)


def figure(analyst: Person) -> Locator:
    """Return the month's revenue, which opens its records."""
    return tile(analyst, "revenue_this_month").get_by_role("button", name="¥")


def filters_by_a_channel(analyst: Person) -> None:
    before = figure(analyst).inner_text()
    label = analyst.words.either("渠道", "Channel")
    analyst.page.get_by_role("combobox", name=label).click()
    analyst.page.keyboard.type(SHOP[:2])
    expect(analyst.page.locator(".ant-select-item-option-active:visible")).to_contain_text(SHOP)
    analyst.page.keyboard.press("Enter")
    analyst.page.keyboard.press("Escape")
    expect(figure(analyst)).not_to_have_text(before)
    assert "filters=" in analyst.page.url


def follows_a_figure_to_its_records(analyst: Person) -> None:
    exact = figure(analyst).get_attribute("title")
    figure(analyst).click()
    drawer = analyst.page.get_by_role("dialog")
    expect(drawer.get_by_text(analyst.words("reports:drill.same"))).to_be_visible()
    expect(drawer.get_by_test_id("drill-sum")).to_have_text(exact or "")
    expect(drawer.get_by_role("row").nth(1)).to_contain_text(SHOP)
    analyst.look_for_barriers()
    drawer.get_by_role("link", name=ORDER).first.click()
    expect(analyst.heading()).to_have_text(ORDER)


def builds_a_report_by_dragging(analyst: Person) -> str:
    page, words = analyst.page, analyst.words
    page.goto(f"{APP}/explore")
    orders = words.entity("sales_order")
    page.get_by_role("button", name=words("explore:fields.open", name=orders), exact=True).click()
    fields = page.get_by_role("complementary", name=words("explore:fields"), exact=True)
    for name, shelf in (("total", "values"), ("channel", "rows"), ("order_date", "filters")):
        source = fields.get_by_role("button", name=words.field("sales_order", name), exact=True)
        puts_on_a_shelf(analyst, source, page.locator(f"[data-shelf={shelf}]"))
    expect(page.get_by_role("region", name=words("explore:result")).locator("canvas")).to_be_visible()
    analyst.look_for_barriers()
    analyst.press("explore:save")
    report = words.either("各渠道订单金额", "Order amounts by channel")
    page.get_by_label(words("explore:save.label"), exact=True).fill(report)
    page.get_by_role("dialog").get_by_role("button", name=words("explore:save"), exact=True).click()
    return report


def puts_on_a_shelf(analyst: Person, field: Locator, shelf: Locator) -> None:
    """Drag a field with the mouse, letting go once the shelf shows that it would take it."""
    mouse = analyst.page.mouse
    field.hover()
    mouse.down()
    place = shelf.bounding_box()
    assert place
    mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2, steps=12)
    expect(shelf).to_have_attribute("data-over", "true")
    mouse.up()
    expect(shelf).to_have_attribute("data-over", "false")


def finds_it_on_the_cockpit(analyst: Person, report: str) -> None:
    expect(analyst.heading()).to_have_text(analyst.words.dashboard("cockpit"))
    added = analyst.page.get_by_role("article", name=report, exact=True)
    added.scroll_into_view_if_needed()
    expect(added.locator("canvas")).to_be_visible()
