"""A sheet with three bad rows: each is named with its column and reason, the good ones are imported."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.parameters import LANGUAGES
from tests.journeys.person import Person
from tests.journeys.words import Language, Words

pytestmark = pytest.mark.journey

COLUMNS = ("name", "source", "received_on", "expected_amount", "phone")
PHONE = "13800138000"
SOURCE = "website"
GOOD = 8


@LANGUAGES
def test_the_good_rows_of_a_sheet_are_imported_and_the_bad_ones_are_reported(
    open_page: OpenPage, language: Language, tmp_path: Path
) -> None:
    seller = open_page(language)
    sheet = make_sheet(seller.words, tmp_path / "leads.xlsx")
    seller.sign_in("孙倩", "Sun Qian")

    hands_in(seller, sheet)
    sees_the_proposed_mapping(seller)
    sees_what_is_wrong(seller)
    imports_the_rest(seller)
    keeps_the_report(seller, tmp_path / "report.xlsx")
    seller.open_list("leads")
    seller.search(f"巴山{language}")
    expect(seller.records()).to_have_count(GOOD)


def make_sheet(words: Words, path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    fair = words.choice("lead_source", SOURCE)
    sheet.append([words.field("lead", name) for name in COLUMNS])
    for number in range(GOOD):
        sheet.append([f"巴山{words.language}-{number}", fair, "2026-11-02", 1000 + number, PHONE])
    sheet.append([None, fair, "2026-11-02", 1000, PHONE])
    sheet.append(["蜀道一号", "???", "2026-11-02", 1000, PHONE])
    sheet.append(["蜀道二号", fair, "2026-11-02", "一大笔", PHONE])
    book.save(path)
    return path


def bad_rows(words: Words) -> dict[int, str]:
    """The rows that are wrong, by their number in the sheet, and the column in which they are."""
    labels = [words.field("lead", name) for name in ("name", "source", "expected_amount")]
    return dict(enumerate(labels, GOOD + 2))


def hands_in(seller: Person, sheet: Path) -> None:
    seller.open_list("leads")
    seller.press("list:more")
    seller.page.get_by_role("menuitem", name=seller.words("list:import")).click()
    seller.look_for_barriers()
    with seller.page.expect_file_chooser() as chooser:
        seller.page.get_by_text(seller.words("transfer:file.drop")).click()
    chooser.value.set_files(sheet)


def sees_the_proposed_mapping(seller: Person) -> None:
    for name in COLUMNS:
        label = seller.words.field("lead", name)
        line = seller.page.get_by_role("listitem").filter(has_text=label)
        expect(line.locator(".ant-select").first).to_contain_text(label)
    seller.look_for_barriers()
    seller.press("transfer:check")


def sees_what_is_wrong(seller: Person) -> None:
    for row, column in bad_rows(seller.words).items():
        expect(finding(seller, row)).to_contain_text(column)
    seller.look_for_barriers()


def finding(seller: Person, row: int) -> Locator:
    cell = seller.page.get_by_role("cell", name=str(row), exact=True)
    return seller.page.get_by_role("row").filter(has=cell)


def imports_the_rest(seller: Person) -> None:
    seller.page.get_by_role("checkbox", name=seller.words("transfer:partial")).check()
    seller.page.get_by_role("button", name=seller.words.counted("transfer:run", GOOD)).click()
    expect(seller.page.get_by_role("heading", name=seller.words("transfer:done"))).to_be_visible()
    seller.look_for_barriers()


def keeps_the_report(seller: Person, path: Path) -> None:
    with seller.page.expect_download() as download:
        seller.press("transfer:report.download")
    download.value.save_as(path)
    rows = [" ".join(str(cell) for cell in row) for row in load_workbook(path).worksheets[0].values]
    for name in ("蜀道一号", "蜀道二号"):
        assert any(name in row for row in rows)
    assert len(rows) == 1 + len(bad_rows(seller.words))
