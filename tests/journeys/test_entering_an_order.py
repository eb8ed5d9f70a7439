"""A seller enters an order with ten lines, typed and pasted from a sheet, and finds it again."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import count

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.parameters import LANGUAGES, SCREENS
from tests.journeys.person import Person
from tests.journeys.words import Language

pytestmark = pytest.mark.journey

SELLER = ("李娜", "Li Na")
CHANNEL, CUSTOMER = "直销大客户团队", "宁波瑞丰电子有限公司"
CENT = Decimal("0.01")
RECEIVERS = count(1)  # nobody receives two orders, whoever begins them


@dataclass(frozen=True, slots=True)
class OrderLine:
    """What is entered into one line; discounts are percentages, with or without the sign."""

    product: str
    quantity: int
    price: str
    discount: str = "0"

    @property
    def amount(self) -> Decimal:
        """Return the amount as the order must show it."""
        exact = self.quantity * Decimal(self.price) * (1 - Decimal(self.discount.rstrip("%")) / 100)
        return exact.quantize(CENT, ROUND_HALF_UP)


TYPED = (
    OrderLine("墨川 手动订书机", 12, "17.90", "5"),
    OrderLine("墨川 电动订书机", 3, "106.90"),
    OrderLine("墨川 三层文件架", 7, "14.95", "15"),
)
PASTED = (
    OrderLine("墨川 重型订书机", 1, "67.90"),
    OrderLine("墨川 打孔机", 25, "43.90", "12.5%"),
    OrderLine("BN-1005", 2, "166.90"),
    OrderLine("墨川 凭证装订机", 40, "27.90", "33.3"),
    OrderLine("墨川 桌面抽屉柜", 6, "51.90"),
    OrderLine("墨川 风琴包", 11, "33.33", "7%"),
    OrderLine("墨川 带锁收纳箱", 1, "118.90", "100%"),
)
COPIED = tuple(OrderLine("墨川 三层文件架", quantity, "14.95", "15") for quantity in range(1, 11))


@LANGUAGES
def test_an_order_of_ten_lines_is_typed_pasted_saved_and_found(
    open_page: OpenPage, language: Language
) -> None:
    seller = open_page(language)
    seller.sign_in(*SELLER)

    receiver = begins_an_order(seller)
    for at, line in enumerate(TYPED):
        types_a_line(seller, at, line)
    pastes_lines(seller, len(TYPED))
    sees_the_amounts(seller, TYPED + PASTED)
    seller.look_for_barriers()
    number = saves(seller)
    finds_it_again(seller, receiver, number, TYPED + PASTED)
    sees_the_amounts(seller, TYPED + PASTED)


@LANGUAGES
def test_an_order_of_ten_lines_is_entered_on_a_phone(open_page: OpenPage, language: Language) -> None:
    seller = open_page(language, phone=True)
    seller.sign_in(*SELLER)

    receiver = begins_an_order(seller)
    enters_the_first_card(seller, COPIED[0])
    for line in COPIED[1:]:
        copies_the_card(seller, line)
    seller.press("fields:lines.done")
    sees_the_total(seller, COPIED)
    seller.look_for_barriers()
    number = saves(seller)
    finds_it_again(seller, receiver, number, COPIED)
    sees_the_total(seller, COPIED)


@SCREENS
def test_the_way_to_a_new_order_stays_in_place_while_the_list_is_fetched(
    open_page: OpenPage, phone: bool
) -> None:
    seller = open_page("en", phone=phone)
    seller.sign_in(*SELLER)
    held: list[Route] = []
    seller.page.route("**/sales_order/records?*", lambda route: held.append(route))

    with seller.page.expect_request("**/sales_order/records?*"):
        seller.open_list("my_orders")
    button = seller.page.get_by_role("button", name=seller.words("list:new"), exact=True)
    before = button.bounding_box()
    for route in held:
        route.continue_()
    seller.page.unroute("**/sales_order/records?*")

    expect(seller.records().first).to_contain_text(re.compile(r"SO\d{6}"))
    assert button.bounding_box() == before


def begins_an_order(seller: Person) -> str:
    """Open a new order from the list, fill its head, and return the receiver it can be found by."""
    seller.open_list("my_orders")
    seller.press("list:new")
    label = seller.words.entity("sales_order")
    expect(seller.heading()).to_contain_text(seller.words("record:new", entity=label))
    seller.pick("channel", CHANNEL)
    seller.pick("customer", CUSTOMER)
    receiver = f"范先生{next(RECEIVERS)}号"
    seller.entry("receiver").fill(receiver)
    return receiver


def cell(seller: Person, at: int, name: str) -> Locator:
    row = seller.page.get_by_role("grid").locator(f"[aria-rowindex='{at + 2}']")
    return row.locator(f"[data-field={name}]")


def types_a_line(seller: Person, at: int, line: OrderLine) -> None:
    """Type a line as into a spreadsheet: the product by its name, then from cell to cell."""
    keyboard = seller.page.keyboard
    cell(seller, at, "product").click()
    keyboard.type(line.product)
    expect(seller.page.locator(".ant-select-item-option-active:visible")).to_contain_text(line.product)
    keyboard.press("Enter")
    expect(cell(seller, at, "product")).to_have_attribute("aria-label", line.product)
    cell(seller, at, "quantity").click()
    for text in (str(line.quantity), line.price, line.discount):
        keyboard.type(text)
        keyboard.press("Tab")


def pastes_lines(seller: Person, at: int) -> None:
    """Paste a block that was copied from a sheet, behind what is there."""
    rows = [f"{each.product}\t\t{each.quantity}\t{each.price}\t{each.discount}" for each in PASTED]
    seller.page.evaluate("text => navigator.clipboard.writeText(text)", "\n".join(rows) + "\n")
    cell(seller, at, "product").click()
    seller.page.keyboard.press("ControlOrMeta+V")
    expect(seller.page.get_by_text(seller.words.counted("fields:lines.pasted", len(PASTED)))).to_be_visible()


def enters_the_first_card(seller: Person, line: OrderLine) -> None:
    seller.press("fields:lines.add")
    drawer = seller.page.get_by_role("dialog")
    part(seller, drawer, "product").focus()
    seller.page.keyboard.type(line.product)
    expect(seller.page.locator(".ant-select-item-option-active:visible")).to_contain_text(line.product)
    seller.page.keyboard.press("Enter")
    entered = {"quantity": str(line.quantity), "unit_price": line.price, "discount": line.discount}
    for name, text in entered.items():
        part(seller, drawer, name).fill(text)
    seller.look_for_barriers()


def copies_the_card(seller: Person, line: OrderLine) -> None:
    seller.press("fields:lines.duplicate")
    drawer = seller.page.get_by_role("dialog")
    expect(drawer).to_contain_text(seller.words("fields:lines.line", line=line.quantity))
    part(seller, drawer, "quantity").fill(str(line.quantity))


def part(seller: Person, drawer: Locator, name: str) -> Locator:
    """Return the input of a column in the opened card."""
    label = re.escape(seller.words.field("sales_order", "lines", name))
    return drawer.get_by_label(re.compile(rf"^{label}\s*\*?$"))


def sees_the_amounts(seller: Person, lines: tuple[OrderLine, ...]) -> None:
    for at, line in enumerate(lines):
        expect(cell(seller, at, "amount")).to_contain_text(money(line.amount))
    sees_the_total(seller, lines)


def sees_the_total(seller: Person, lines: tuple[OrderLine, ...]) -> None:
    expect(seller.value("total")).to_contain_text(money(total_of(lines)))


def saves(seller: Person) -> str:
    seller.save()
    expect(seller.heading()).to_have_text(re.compile(r"SO\d{6}"))
    return seller.heading().inner_text()


def finds_it_again(seller: Person, receiver: str, number: str, lines: tuple[OrderLine, ...]) -> None:
    seller.open_list("my_orders")
    seller.search(receiver)
    expect(seller.page.get_by_text(seller.words.counted("list:total", 1), exact=True)).to_be_visible()
    expect(seller.records()).to_have_count(1)
    expect(seller.records()).to_contain_text(money(total_of(lines)))
    assert seller.open_record() == number


def total_of(lines: tuple[OrderLine, ...]) -> Decimal:
    return sum((each.amount for each in lines), Decimal(0))


def money(amount: Decimal) -> str:
    return f"{amount:,.2f}"
