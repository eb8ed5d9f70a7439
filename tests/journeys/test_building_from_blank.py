"""J2: equipment inspection is built from a blank app in the browser, published, and used by somebody else minutes later.

With the real mouse, and once more by the keyboard alone; the test prints how many actions it took.
"""

import time

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Record
from tests.journeys.hands import By, Hands
from tests.journeys.parameters import LANGUAGES
from tests.journeys.site import Site
from tests.journeys.words import Language, Words

pytestmark = pytest.mark.journey

MOST_ACTIONS = 120
FIELDS = {
    "zh-CN": ("设备", "巡检日期", "地点", "结果：正常/异常/停机", "问题数量", "维修费用", "负责人", "备注"),
    "en": (
        "Equipment", "Inspection date", "Place", "Result: fine/faulty/stopped", "Number of faults", "Repair cost",
        "Owner", "Notes",
    ),
}  # fmt: skip


@LANGUAGES
@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_an_app_is_built_from_blank_and_used(
    workshop: Site, language: Language, by: By, record_property: Record
) -> None:
    words, began = Words(language), time.monotonic()
    page = workshop.sign_in("chen", language, "/")
    builder = Builder(Hands(page, by), words)

    builder.begins_an_app()
    builder.adds_an_entity_with_eight_fields()
    builder.lets_members_fill_it_in()
    builder.moves_a_field_on_the_form()
    builder.adds_a_kanban()
    builder.adds_an_approval()
    builder.adds_a_chart()
    builder.publishes()
    used = workshop.sign_in("lina", language, page.url)
    somebody_enters_a_record(Hands(used, by), words, builder)
    approves_it(builder)
    sees_it_approved(used, words)

    record_property("actions", builder.hands.actions)
    record_property("keys to walk", builder.hands.steps)
    record_property("seconds", round(time.monotonic() - began))
    assert builder.hands.actions <= MOST_ACTIONS


class Builder:
    """Who builds the app, from the first page to its release."""

    def __init__(self, hands: Hands, words: Words) -> None:
        self.hands, self.page, self.words = hands, hands.page, words
        self.labels = [label.partition("：")[0].partition(":")[0] for label in FIELDS[words.language]]
        self.entity = words.either("巡检记录", "Inspection")

    def button(self, key: str) -> Locator:
        return self.page.get_by_role("button", name=self.words(key), exact=True).last

    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog").last

    def begins_an_app(self) -> None:
        self.hands.press(self.button("home:apps.new"))
        self.hands.press(self.page.get_by_role("button", name=self.words("starts:blank")).first)
        self.hands.write(
            self.dialog().get_by_role("textbox").first, self.words.either("设备巡检", "Inspections")
        )
        self.hands.choose(self.dialog().get_by_role("radio", name=self.words("starts:audience.everybody")))
        self.hands.press(self.button("starts:make"))

    def goes_home(self) -> None:
        self.hands.press(self.page.get_by_role("link", name=self.words("frame:outline.home")).first)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def adds_an_entity_with_eight_fields(self) -> None:
        self.hands.press(self.button("entities:home.new"))
        self.hands.write(self.dialog().get_by_role("textbox").first, self.entity)
        self.hands.key("Enter")
        quick = self.page.get_by_label(self.words("entities:quick.label"))
        expect(quick).to_be_focused()
        for label in FIELDS[self.words.language]:
            self.hands.type(label)
            self.hands.key("Enter")
        expect(self.page.locator("tbody tr[data-row]")).to_have_count(len(self.labels))

    def lets_members_fill_it_in(self) -> None:
        self.hands.press(self.button("entities:rights.open"))
        member = self.dialog().get_by_role("radiogroup").last
        self.hands.choose(member.get_by_role("radio", name=self.words("entities:rights.edit")))
        self.hands.press(self.button("entities:rights.done"))

    def moves_a_field_on_the_form(self) -> None:
        self.goes_home()
        self.hands.press(self.page.get_by_role("link", name=self.entity, exact=True).nth(1))
        place, equipment = self.item(2), self.item(0)
        if self.hands.by == "mouse":
            handle = self.words.either(f"移动“{self.labels[2]}”", f"Move “{self.labels[2]}”")
            place.hover()
            self.hands.drag(self.page.get_by_role("button", name=handle), equipment)
        else:
            self.hands.press(self.page.get_by_role("button", name=self.labels[2], exact=True))
            self.hands.key("Alt+ArrowUp")
            self.hands.key("Alt+ArrowUp")
        order = self.page.locator("[data-field]")
        expect(order.nth(0)).to_contain_text(self.labels[2])

    def item(self, number: int) -> Locator:
        return self.page.locator("[data-field]").nth(number)

    def adds_a_kanban(self) -> None:
        self.goes_home()
        self.hands.press(self.button("viewdesign:new"))
        self.hands.write(self.dialog().get_by_role("textbox").first, self.words.either("看板", "Board"))
        self.hands.choose(self.dialog().get_by_role("radio", name=self.words("views:kind.kanban")))
        self.hands.press(self.button("viewdesign:new.make"))
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.words.either("看板", "Board"))

    def adds_an_approval(self) -> None:
        self.goes_home()
        self.hands.press(self.button("flowdesign:new.approval"))
        who = self.dialog().get_by_role("combobox").nth(1)
        self.hands.pick(who, self.words.either("设计者", "Designer"))
        self.hands.press(self.button("flowdesign:new.create"))
        expect(self.page.locator(".react-flow__node").first).to_be_visible()

    def adds_a_chart(self) -> None:
        self.goes_home()
        self.hands.press(self.button("explore:report.new"))
        self.hands.write(
            self.dialog().get_by_role("textbox").first, self.words.either("按结果统计", "By result")
        )
        self.hands.press(self.button("explore:report.new.save"))
        result = self.page.get_by_role("button", name=self.labels[3], exact=True)
        rows = self.page.locator("[data-shelf=rows]")
        if self.hands.by == "mouse":
            self.hands.drag(result, rows)
        else:
            self.hands.press(result)
        expect(rows).to_contain_text(self.labels[3])
        self.hands.press(self.button("dashboards:new"))
        self.hands.write(
            self.dialog().get_by_role("textbox").first, self.words.either("巡检看板", "Overview")
        )
        self.hands.key("Enter")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(
            self.words.either("巡检看板", "Overview")
        )

    def publishes(self) -> None:
        self.hands.press(self.button("designer:publish.open"))
        self.hands.press(
            self.dialog().get_by_role("button", name=self.words("designer:publish.now"), exact=True)
        )
        self.hands.press(self.page.get_by_role("link", name=self.words("designer:publish.use")))
        self.page.wait_for_url("**/a/**")


def somebody_enters_a_record(hands: Hands, words: Words, builder: Builder) -> None:
    """The colleague finds the list in the navigation and fills the form in."""
    hands.press(hands.page.get_by_role("link", name=builder.entity, exact=True).first)
    hands.press(
        hands.page.get_by_role("link", name=words("list:new"), exact=True)
        .or_(hands.page.get_by_role("button", name=words("list:new"), exact=True))
        .first
    )
    hands.write(hands.page.get_by_label(builder.labels[0]), words.either("空压机 3 号", "Compressor 3"))
    hands.press(hands.page.get_by_role("button", name=words("record:save"), exact=True))
    hands.page.wait_for_url(lambda url: not url.endswith("/new"))
    expect(hands.page.get_by_role("heading", level=1)).to_contain_text(words.either("空压机", "Compressor"))
    builder.hands.actions += hands.actions
    builder.hands.steps += hands.steps


def approves_it(builder: Builder) -> None:
    """Who designs the app is asked, and approves in the inbox."""
    page, words = builder.page, builder.words
    page.goto("/inbox")
    page.get_by_text(words.either("空压机 3 号", "Compressor 3")).first.click()
    page.get_by_role("button", name=words("flows:action.approve"), exact=True).click()
    expect(page.get_by_text(words("flows:decided.approve")).first).to_be_visible()


def sees_it_approved(page: Page, words: Words) -> None:
    page.reload()
    expect(page.get_by_text(words.either("已通过", "Approved")).first).to_be_visible()
