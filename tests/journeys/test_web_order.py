"""An order is paid in the shop, picked and shipped here, and shop and customer hear of it; what cannot be booked waits."""

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Locator, TimeoutError, expect

from examples.shops.woocommerce.shop import UNKNOWN
from examples.shops.woocommerce.words import WORDS
from tests.journeys.conftest import OpenPage
from tests.journeys.parameters import LANGUAGES
from tests.journeys.person import Person
from tests.journeys.words import Language

pytestmark = pytest.mark.journey

ADMINISTRATOR, WAREHOUSE = ("陈静", "Chen Jing"), ("陈杰", "Chen Jie")
PRODUCT = "墨川 收银纸"
ORDER = re.compile(r"SO\d{6}")
SHIPPED_AT = "2026-11-30 10:30"
GLANCES, GLANCE = 60, 1_000  # how often a page is looked at again, and for how many milliseconds


@LANGUAGES
def test_an_order_paid_in_the_shop_is_shipped_and_everybody_hears_of_it(
    open_page: OpenPage, language: Language
) -> None:
    administrator, picker = open_page(language), open_page(language)
    administrator.sign_in(*ADMINISTRATOR)
    picker.sign_in(*WAREHOUSE)
    buyer = goes_shopping(administrator, open_page(language))

    before = bell(picker).get_attribute("aria-label") or ""
    number = buys(buyer, PRODUCT)
    expect(bell(picker)).not_to_have_attribute("aria-label", before)
    sees_the_order(picker, number)
    sees_its_stock_locked(picker)
    tracking = ships(picker, number)

    reads_the_tracking_number(buyer, number, tracking)
    sees_the_letter(administrator, buyer, tracking)


@LANGUAGES
def test_an_order_of_an_unknown_article_waits_for_the_administrator(
    open_page: OpenPage, language: Language
) -> None:
    administrator = open_page(language)
    administrator.sign_in(*ADMINISTRATOR)
    buyer = goes_shopping(administrator, open_page(language))

    number = buys(buyer, UNKNOWN["name"])

    sees_the_incident(administrator)
    sees_the_parked_message(administrator, number)


def goes_shopping(administrator: Person, buyer: Person) -> Person:
    """Let somebody open the shop, whose address the administrator's page of connectors has."""
    administrator.page.goto("/admin/connectors")
    link = administrator.page.get_by_role("link", name=administrator.words("connectors:storefront.open"))
    address = link.get_attribute("href") or ""
    buyer.watch.expect(404, "/favicon.ico")
    buyer.page.goto(f"{address}/?lang={shop_language(buyer)}")
    return buyer


def shop_language(buyer: Person) -> str:
    return buyer.words.either("zh", "en")


def shop_says(buyer: Person, key: str) -> str:
    return WORDS[shop_language(buyer)][key]


def buys(buyer: Person, product: str) -> str:
    """Pay one piece in the shop, as somebody whose country tells their language; return the shop's number."""
    entered = {
        "email": letter_box(buyer),
        "phone": buyer.words.either("13900000101", "13900000202"),
        "country": buyer.words.either("CN", "SG"),
    }
    for name, text in entered.items():
        buyer.page.get_by_label(shop_says(buyer, name), exact=True).fill(text)
    buyer.page.get_by_label(product, exact=True).fill("1")
    buyer.page.get_by_role("button", name=shop_says(buyer, "pay"), exact=True).click()
    order = orders(buyer).nth(1)
    expect(order).to_contain_text(shop_says(buyer, "processing"))
    return order.get_by_role("cell").first.inner_text()


def letter_box(buyer: Person) -> str:
    return buyer.words.either("yanyan@example.com", "mia@example.com")


def orders(buyer: Person) -> Locator:
    """Return the rows of the shop's list of orders, its head first."""
    return buyer.page.locator("section", has_text=shop_says(buyer, "tracking")).get_by_role("row")


def bell(picker: Person) -> Locator:
    return picker.page.get_by_role("button", name=re.compile(f"^{picker.words('shell:bell')}"))


def sees_the_order(picker: Person, number: str) -> None:
    """Be told by the bell without asking again, and open the order from there."""
    bell(picker).click()
    told = picker.page.get_by_role("region", name=picker.words("shell:bell")).get_by_role("listitem").first
    expect(told).to_contain_text(ORDER)
    picker.look_for_barriers()
    told.get_by_role("link", name=ORDER).click()
    expect(picker.heading()).to_have_text(ORDER)
    expect(picker.value("source_no")).to_contain_text(number)
    title = picker.heading().locator("xpath=..")
    expect(title).to_contain_text(picker.words.choice("order_status", "confirmed"))


def sees_its_stock_locked(picker: Person) -> None:
    order = picker.heading().inner_text()
    picker.open_list("stocks")
    picker.search(PRODUCT)
    picker.records().filter(has_text="杭州中心仓").get_by_text(PRODUCT).click()
    picker.press("record:history")
    movements = picker.page.get_by_role("region", name=picker.words("stock:movements"))
    expect(movements.get_by_role("link", name=order).first).to_be_visible()


def ships(picker: Person, number: str) -> str:
    """Find the delivery by the shop's number, enter how it travels, and return its tracking number."""
    tracking = f"SF{number}{shop_language(picker).upper()}"
    picker.open_list("deliveries_open")
    picker.search(number)
    found = picker.records().get_by_text(re.compile(r"DN\d+"))
    expect(found).to_have_count(1)
    found.click()
    choose(picker, "status", picker.words.choice("delivery_status", "shipped"))
    choose(picker, "carrier", picker.words.choice("carrier", "sf"))
    picker.entry("tracking_no", entity="delivery").fill(tracking)
    picker.entry("shipped_at", entity="delivery").fill(SHIPPED_AT)
    picker.page.keyboard.press("Enter")
    picker.look_for_barriers()
    picker.save()
    return tracking


def choose(picker: Person, name: str, label: str) -> None:
    """Take one of a list of choices by its name."""
    picker.entry(name, entity="delivery").click()
    picker.page.locator(".ant-select-item-option:visible").filter(has_text=label).click()


def reads_the_tracking_number(buyer: Person, number: str, tracking: str) -> None:
    looks_until(buyer, lambda: orders(buyer).filter(has_text=number).filter(has_text=tracking))


def sees_the_letter(administrator: Person, buyer: Person, tracking: str) -> None:
    """Find the letter to the customer, in the language of their country."""
    section = administrator.page.get_by_role("region", name=administrator.words("connectors:letters"))
    letters = section.get_by_role("group").filter(has_text=letter_box(buyer)).filter(has_text=tracking)
    looks_until(administrator, lambda: letters)
    expect(letters.first).to_contain_text(buyer.words.either("您的订单已发货", "Your order is on its way"))
    letters.first.locator("summary").click()
    expect(letters.first.locator(f"[lang^={shop_language(buyer)}]")).to_contain_text(tracking)


def looks_until(person: Person, wanted: Callable[[], Locator]) -> None:
    """Load a page that does not refresh by itself again until something is there."""
    for _ in range(GLANCES):
        person.page.reload()
        with suppress(TimeoutError):
            wanted().first.wait_for(timeout=GLANCE)
            return
    expect(wanted().first).to_be_visible()


def sees_the_incident(administrator: Person) -> None:
    reason = administrator.words.either("没有 SKU 为 {}", "No product has the SKU {}").format(UNKNOWN["sku"])
    administrator.page.goto("/incidents")
    looks_until(administrator, lambda: administrator.page.get_by_role("link", name=reason))
    expect(administrator.heading()).to_have_text(administrator.words("shell:incidents"))
    administrator.look_for_barriers()


def sees_the_parked_message(administrator: Person, number: str) -> None:
    administrator.page.goto("/admin/connectors")
    messages = administrator.page.get_by_role("list", name=administrator.words("connectors:events"))
    parked = messages.get_by_role("listitem").filter(has_text=number)
    expect(parked).to_contain_text(administrator.words("connectors:events.parked"))
    expect(parked).to_contain_text(UNKNOWN["sku"])
    administrator.look_for_barriers()
