"""A sale brings stock below its safety level: one purchase request appears by itself and purchasing approves it."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.person import Person
from tests.journeys.test_approving import hands_in, sees_it_confirmed
from tests.journeys.test_entering_an_order import OrderLine, begins_an_order, types_a_line
from tests.journeys.words import Language

pytestmark = pytest.mark.journey

SELLER, PURCHASER = ("李娜", "Li Na"), ("周涛", "Zhou Tao")
WAREHOUSE = "杭州中心仓"
REQUEST = re.compile(r"PR\d+")

# Of each there is little more than the 60 pieces that are its safety level; a language has one of its own.
SALES = [
    pytest.param("zh-CN", OrderLine("墨川 磁性货架标签", 20, "9.90"), id="zh-CN"),
    pytest.param("en", OrderLine("墨川 手动订书机", 20, "17.90"), id="en"),
]


@pytest.mark.parametrize(("language", "line"), SALES)
def test_a_sale_below_the_safety_level_becomes_one_purchase_request(
    open_page: OpenPage, language: Language, line: OrderLine
) -> None:
    seller, purchaser = open_page(language), open_page(language)
    seller.sign_in(*SELLER)
    purchaser.sign_in(*PURCHASER)
    waiting = has_to_do(purchaser)

    sells(seller, line)
    sells(seller, OrderLine(line.product, 1, line.price))

    is_told_of(purchaser, waiting + 1)
    number = opens_the_newest(purchaser, line)
    approves(purchaser, number)
    sees_it_approved(purchaser, number)
    is_told_of(purchaser, waiting)


def sells(seller: Person, line: OrderLine) -> None:
    """Enter an order that passes by itself, and see its stock locked."""
    begins_an_order(seller)
    seller.pick("warehouse", WAREHOUSE)
    seller.entry("address").fill("鄞州区中山东路 1 号")
    types_a_line(seller, 0, line)
    seller.save()
    hands_in(seller)
    sees_it_confirmed(seller)


def has_to_do(purchaser: Person) -> int:
    """Return how many tasks wait, as the inbox's link in the top bar tells."""
    expect(inbox_link(purchaser)).to_be_visible()
    counted = re.search(r"\d+", inbox_link(purchaser).get_attribute("aria-label") or "")
    return int(counted.group()) if counted else 0


def inbox_link(purchaser: Person) -> Locator:
    return purchaser.page.get_by_role("link", name=re.compile(rf"^{purchaser.words('shell:inbox')}"))


def is_told_of(purchaser: Person, tasks: int) -> None:
    """See the count in the top bar change by itself."""
    words = (
        purchaser.words("shell:inbox") if tasks == 0 else purchaser.words.counted("shell:inbox.count", tasks)
    )
    expect(purchaser.page.get_by_role("link", name=words, exact=True)).to_be_visible()


def opens_the_newest(purchaser: Person, line: OrderLine) -> str:
    """Open the request, which nobody has entered, and see what is to be bought and why."""
    inbox_link(purchaser).click()
    newest = purchaser.page.get_by_role("main").get_by_role("listitem").first
    newest.get_by_role("link", name=REQUEST).click()
    number = newest.get_by_role("link", name=REQUEST).inner_text()
    task = purchaser.page.get_by_role("article", name=number)
    expect(task).to_contain_text(purchaser.words.choice("purchase_reason", "below_safety"))
    expect(task).to_contain_text(WAREHOUSE)
    expect(task.get_by_role("grid")).to_contain_text(line.product)
    purchaser.look_for_barriers()
    return number


def approves(purchaser: Person, number: str) -> None:
    purchaser.press("flows:action.approve")
    expect(purchaser.page.get_by_text(purchaser.words("flows:decided.approve"), exact=True)).to_be_visible()
    expect(purchaser.page.get_by_role("link", name=number, exact=True)).to_have_count(0)


def sees_it_approved(purchaser: Person, number: str) -> None:
    purchaser.open_list("purchase_requests")
    purchaser.search(number)
    request = purchaser.records().filter(has_text=number)
    expect(request).to_contain_text(purchaser.words.choice("purchase_status", "approved"))
