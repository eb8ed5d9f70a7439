"""J2 from Excel: a workbook is dropped, what was read from it is corrected, and a colleague works in the app it became.

Once with the mouse and once by the keyboard alone.
"""

import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.builder.importing.books import two_tables, write_book
from tests.journeys.accessibility import assert_accessible
from tests.journeys.conftest import Record
from tests.journeys.hands import By, Hands
from tests.journeys.parameters import LANGUAGES
from tests.journeys.site import Site
from tests.journeys.words import Language, Words

pytestmark = pytest.mark.journey


@LANGUAGES
@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_workbook_becomes_an_app(
    workshop: Site, language: Language, by: By, tmp_path: Path, record_property: Record
) -> None:
    words, began = Words(language), time.monotonic()
    book = write_book(tmp_path / "trade.xlsx", two_tables())
    page = workshop.sign_in("chen", language, "/design/new")
    hands = Hands(page, by)

    with page.expect_file_chooser() as chooser:
        hands.press(page.get_by_role("button", name=words("starts:file")).first)
    chooser.value.set_files(book)
    make = page.get_by_role("button", name=words("starts:file.make", tables=2, rows=30))
    expect(make).to_be_enabled()
    assert_accessible(page)
    column = page.get_by_label(words("starts:column.label", column="电话"))
    hands.write(column, words.either("手机", "Mobile"))
    hands.key("Tab")
    hands.choose(page.get_by_role("radio", name=words("starts:audience.everybody")))
    expect(make).to_be_enabled()
    hands.press(make)
    for created in (6, 24):
        expect(page.get_by_text(words("starts:course.counts", created=created, failed=0))).to_be_visible()
    hands.press(
        page.get_by_role("link", name=words("starts:course.use"))
        .or_(page.get_by_role("button", name=words("starts:course.use")))
        .first
    )
    page.wait_for_url("**/a/**")

    colleague = workshop.sign_in("lina", language, page.url)
    colleague.get_by_role("link", name="订单", exact=True).first.click()
    expect(colleague.locator(".ag-row").first).to_be_visible()
    expect(colleague.get_by_text("SO0001")).to_be_visible()
    colleague.get_by_text("SO0002").first.click()
    expect(colleague.get_by_role("heading", level=1)).to_contain_text("SO0002")

    record_property("actions", hands.actions)
    record_property("seconds", round(time.monotonic() - began))
