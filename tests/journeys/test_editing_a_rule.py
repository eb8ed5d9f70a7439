"""J10: the sales director edits the decision table of channel priorities; the assessments there are follow it."""

import json

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.parameters import LANGUAGES
from tests.journeys.person import Person
from tests.journeys.words import APP, Language
from tests.support.running_server import RunningServer

pytestmark = pytest.mark.journey

BEFORE, AFTER = ">= 25%", ">= 20%"
CHANNEL, SHARE = "直销大客户团队", "20%"  # lifted by the change
RULE = json.loads((APP / "rules/channel_priority.json").read_text(encoding="utf-8"))


@LANGUAGES
def test_a_director_changes_a_row_and_the_assessments_follow(
    open_page: OpenPage, demo: RunningServer, language: Language
) -> None:
    director = open_page(language)
    director.sign_in("王磊", "Wang Lei")
    director.open_list("channel_assessments")
    expect(assessment(director, CHANNEL)).to_contain_text("中")

    opens_the_table(director, CHANNEL)
    table = director.page.url
    changes_a_row(director, BEFORE, AFTER)
    tries_it(director, SHARE)
    publishes(director, BEFORE, AFTER)

    director.open_list("channel_assessments")
    expect(assessment(director, CHANNEL)).to_contain_text("高")
    expect(assessment(director, CHANNEL)).not_to_contain_text("中")
    published = json.loads((demo.data / "apps/channel_sales/rules/channel_priority.json").read_text("utf-8"))
    assert published["rows"][0]["when"] == [AFTER, "", ""]
    assert published["rows"][1:] == RULE["rows"][1:]

    director.page.goto(table)
    changes_a_row(director, AFTER, BEFORE)
    publishes(director, AFTER, BEFORE)
    director.open_list("channel_assessments")
    expect(assessment(director, CHANNEL)).to_contain_text("中")


def assessment(director: Person, channel: str) -> Locator:
    return director.records().filter(has_text=channel)


def opens_the_table(director: Person, channel: str) -> None:
    """Go from the priority of an assessment to the table it comes from."""
    page, words = director.page, director.words
    assessment(director, channel).get_by_text("中", exact=True).click()
    page.get_by_role("link", name=words("rules:edit", rule=words.label(RULE))).click()
    expect(page.get_by_role("table", name=words("rules:sheet"))).to_be_visible()
    expect(page.get_by_role("region", name=words("rules:findings"))).to_contain_text(words("rules:fine"))
    director.look_for_barriers()


def changes_a_row(director: Person, before: str, after: str) -> None:
    words = director.words
    column = words.label(RULE["inputs"][0])
    cell = director.page.get_by_label(words("rules:cell", column=column, n=1), exact=True)
    expect(cell).to_have_value(before)
    cell.fill(after)
    cell.press("Enter")
    expect(director.page.get_by_label(words("rules:cell", column=column, n=2), exact=True)).to_be_focused()
    expect(director.page.get_by_role("button", name=words("designer:history.undo"))).to_be_enabled()


def tries_it(director: Person, share: str) -> None:
    """Enter the share of the channel beside the table and see the first row met."""
    page, words = director.page, director.words
    panel = page.get_by_role("region", name=words("rules:try"))
    panel.get_by_label(words.field("channel_assessment", "share"), exact=True).fill(share)
    panel.get_by_label(words.field("channel_assessment", "complexity"), exact=True).fill("2")
    expect(panel.get_by_role("row").nth(1)).to_contain_text("高")
    expect(page.get_by_role("rowheader", name=words("rules:rowNumber", n=1))).to_be_visible()


def publishes(director: Person, before: str, after: str) -> None:
    page, words = director.page, director.words
    director.press("designer:publish.open")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(after, exact=False).first).to_be_visible()
    expect(dialog.get_by_text(before, exact=False).first).to_be_visible()
    director.look_for_barriers()
    dialog.get_by_role("button", name=words("designer:publish.now"), exact=True).click()
    expect(page.get_by_role("link", name=words("designer:publish.use"))).to_be_visible()
