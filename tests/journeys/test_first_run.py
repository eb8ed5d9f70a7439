"""Somebody who never saw the product opens its address and looks around."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.parameters import LANGUAGES, SCREENS
from tests.journeys.person import Person
from tests.journeys.words import Language, Words

pytestmark = pytest.mark.journey

OTHER: dict[Language, Language] = {"zh-CN": "en", "en": "zh-CN"}
THOUSANDS = re.compile(r"\d,\d{3}")


@SCREENS
@LANGUAGES
def test_a_newcomer_signs_in_with_one_click_and_looks_around(
    open_page: OpenPage, language: Language, phone: bool
) -> None:
    newcomer = open_page(language, phone=phone)

    enters_as_the_sales_director(newcomer)
    sees_how_much_there_is(newcomer)
    opens_a_list_and_a_record(newcomer)
    switches_to_the_other_language_and_back(newcomer)
    works_in_the_dark(newcomer)
    signs_out(newcomer)


def enters_as_the_sales_director(newcomer: Person) -> None:
    newcomer.page.goto("/")
    expect(newcomer.heading()).to_have_text(newcomer.words("session:title"))
    director = newcomer.page.get_by_role("button", name=newcomer.words.either("王磊", "Wang Lei"))
    expect(director).to_be_visible()
    newcomer.look_for_barriers()
    director.click()


def sees_how_much_there_is(newcomer: Person) -> None:
    newcomer.page.get_by_role("link", name=newcomer.words.either("渠道销售", "Channel sales")).click()
    orders = newcomer.page.get_by_role("link", name=newcomer.words.view("orders"), exact=True)
    shortcuts = newcomer.page.get_by_role("main").get_by_role("listitem")
    expect(shortcuts.filter(has=orders)).to_contain_text(THOUSANDS)
    newcomer.look_for_barriers()
    orders.click()


def opens_a_list_and_a_record(newcomer: Person) -> None:
    expect(newcomer.heading()).to_have_text(newcomer.words.view("orders"))
    expect(newcomer.records().nth(5)).to_contain_text(re.compile(r"SO\d{6}"))
    newcomer.look_for_barriers()
    newcomer.open_record(1)
    expect(newcomer.page.get_by_text(newcomer.words.field("sales_order", "total")).first).to_be_visible()
    newcomer.look_for_barriers()


def switches_to_the_other_language_and_back(newcomer: Person) -> None:
    mine = newcomer.words.language
    for language in (OTHER[mine], mine):
        words = Words(language)
        newcomer.page.get_by_role("button", name={"zh-CN": "中文", "en": "English"}[language]).click()
        expect(newcomer.page.locator("html")).to_have_attribute("lang", language)
        expect(newcomer.page.get_by_text(words.field("sales_order", "total")).first).to_be_visible()


def works_in_the_dark(newcomer: Person) -> None:
    newcomer.press("common:appearance.label")
    newcomer.page.get_by_role("menuitem", name=newcomer.words("common:appearance.dark")).click()
    expect(newcomer.page.locator("html")).to_have_attribute("data-appearance", "dark")
    newcomer.look_for_barriers()


def signs_out(newcomer: Person) -> None:
    newcomer.page.get_by_role("banner").get_by_role("button").last.click()
    newcomer.page.get_by_role("menuitem", name=newcomer.words("shell:signOut")).click()
    expect(newcomer.heading()).to_have_text(newcomer.words("session:title"))
