"""A large order goes to the sales director, who approves on a phone; a small one passes; the order shows why."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.parameters import LANGUAGES
from tests.journeys.person import Person
from tests.journeys.test_entering_an_order import OrderLine, begins_an_order, types_a_line
from tests.journeys.words import Language

pytestmark = pytest.mark.journey

SELLER, DIRECTOR = ("李娜", "Li Na"), ("王磊", "Wang Lei")
LARGE, SMALL = OrderLine("墨川 打孔机", 120, "100"), OrderLine("墨川 打孔机", 90, "100")


@LANGUAGES
def test_a_large_order_is_approved_on_a_phone_and_shows_why(open_page: OpenPage, language: Language) -> None:
    seller, director = open_page(language), open_page(language, phone=True)
    seller.sign_in(*SELLER)
    director.sign_in(*DIRECTOR)

    number = submits_an_order(seller, LARGE)
    sees_who_is_asked(seller)
    opens_the_task(director, number)
    approves(director, number)
    sees_it_confirmed(seller)
    sees_why(seller)


@LANGUAGES
def test_a_small_order_passes_by_itself(open_page: OpenPage, language: Language) -> None:
    seller = open_page(language)
    seller.sign_in(*SELLER)

    submits_an_order(seller, SMALL)
    sees_it_confirmed(seller)
    sees_why(seller)


def submits_an_order(seller: Person, line: OrderLine) -> str:
    """Enter and save an order, hand it in by its button, and return its number."""
    begins_an_order(seller)
    types_a_line(seller, 0, line)
    seller.save()
    expect(seller.heading()).to_have_text(re.compile(r"SO\d{6}"))
    hands_in(seller)
    return seller.heading().inner_text()


def hands_in(seller: Person) -> None:
    """Press the button of a saved order that submits it, and confirm."""
    hand_in = seller.words.either("提交审核", "Submit for approval")
    seller.page.get_by_role("button", name=hand_in, exact=True).click()
    seller.page.get_by_role("dialog").get_by_role("button", name=hand_in, exact=True).click()


def strip(seller: Person) -> Locator:
    return seller.page.get_by_role("region", name=seller.words("flows:strip"))


def sees_who_is_asked(seller: Person) -> None:
    people = seller.words.either(*DIRECTOR)
    expect(strip(seller)).to_contain_text(seller.words("flows:waiting", people=people))
    seller.look_for_barriers()


def opens_the_task(director: Person, number: str) -> None:
    director.page.goto("/inbox")
    expect(director.heading()).to_have_text(director.words("shell:inbox"))
    director.look_for_barriers()
    director.page.get_by_role("link", name=number, exact=True).click()
    expect(director.page.get_by_role("article", name=number)).to_be_visible()
    expect(director.page.get_by_text(re.compile("12,000")).first).to_be_visible()
    director.look_for_barriers()


def approves(director: Person, number: str) -> None:
    director.page.get_by_role("textbox", name=director.words("flows:opinion")).fill("可以发货")
    director.press("flows:action.approve")
    expect(director.page.get_by_text(director.words("flows:decided.approve"), exact=True)).to_be_visible()
    expect(director.heading()).to_have_text(director.words("shell:inbox"))
    expect(director.page.get_by_role("link", name=number, exact=True)).to_have_count(0)


def sees_it_confirmed(seller: Person) -> None:
    """See the new state beside the number, without asking again."""
    title = seller.heading().locator("xpath=..")
    expect(title).to_contain_text(seller.words.choice("order_status", "confirmed"))


def sees_why(seller: Person) -> None:
    approval = seller.words.either("订单审批", "Order approval")
    strip(seller).get_by_role("button", name=approval, exact=True).click()
    drawer = seller.page.get_by_role("dialog")
    drawer.get_by_role("button", name=re.compile(seller.words.either("金额判断", "Amount"))).click()
    panel = drawer.get_by_role("complementary", name=seller.words("flows:panel"))
    expect(panel).to_contain_text(seller.words.either("订单金额 > 10000", "[Order total] > 10000"))
    seller.look_for_barriers()
