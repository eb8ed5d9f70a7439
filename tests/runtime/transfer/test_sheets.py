"""Every awkward file imports with its counts or is refused with its cause; hostile ones harm nothing."""

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from engine.text.catalog import MESSAGES
from runtime.transfer import limits
from runtime.transfer.cells import DIGITS_LOST, ERROR, Fault
from runtime.transfer.proposal import first_sheet
from tests.runtime.transfer.books import opened, refusal, table_of, write_sheet, write_text

COLLECTION = Path("tests/conformance/spreadsheets")
EXPECTED = json.loads((COLLECTION / "expected.json").read_text(encoding="utf-8"))
WORKBOOKS = [name for name, about in EXPECTED.items() if about.get("calamine") == "opens"]


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_of_the_collection_has_the_counts_it_should(name: str, tmp_path: Path) -> None:
    book = opened(copied(name, tmp_path))

    found = [(each.name, each.rows, each.columns, each.filled) for each in book.sheets]

    wanted = EXPECTED[name]["sheets"]
    assert found == [(each["name"], each["rows"], each["columns"], each["non_empty"]) for each in wanted]


def copied(name: str, folder: Path) -> Path:
    path = folder / name
    path.write_bytes((COLLECTION / name).read_bytes())
    return path


@pytest.mark.parametrize(
    ("name", "encoding"), [("orders_gbk.csv", "GB18030"), ("orders_utf8_bom.csv", "UTF-8")]
)
def test_text_is_read_in_its_encoding(name: str, encoding: str, tmp_path: Path) -> None:
    book = opened(copied(name, tmp_path))
    rows = list(book.rows(book.sheets[0]))

    assert book.encoding == encoding
    assert len(rows) == 201
    assert rows[1][4] == "卢芳"


def test_a_csv_named_xlsx_is_read_as_what_it_is(tmp_path: Path) -> None:
    _, rows = table_of(copied("made_csv_in_xlsx_name.xlsx", tmp_path))

    assert rows == [(2, ["天猫", "1200.5"])]


def test_quoted_line_breaks_stay_in_their_cell_and_ids_keep_their_zeros(tmp_path: Path) -> None:
    _, rows = table_of(copied("made_csv_quotes_newlines.csv", tmp_path))

    assert rows[0] == (2, ["000123", "第一行\n第二行,带逗号", "12.50"])
    assert rows[1] == (3, ["000124", '他说"好"', None])


def test_digits_that_a_sheet_has_lost_are_never_made_up(tmp_path: Path) -> None:
    _, rows = table_of(copied("made_mixed_types_zh.xlsx", tmp_path))
    ids = [row[5] for _, row in rows]

    assert ids[0] == "11010119900307447X"
    assert ids[1] == Fault(DIGITS_LOST, "1.10101199003074e+17")
    assert ids[3] == "110101199003074477"


def test_days_counted_from_1904_are_the_same_days(tmp_path: Path) -> None:
    path = tmp_path / "mac.xlsx"
    with xlsxwriter.Workbook(str(path), {"date_1904": True, "default_date_format": "yyyy-mm-dd"}) as book:
        book.add_worksheet().write_column(0, 0, ["日期", date(2026, 2, 22)])

    _, rows = table_of(path)

    assert rows == [(2, [date(2026, 2, 22)])]


def test_a_hidden_sheet_is_known_as_such(tmp_path: Path) -> None:
    path = tmp_path / "two.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        hidden, shown = book.add_worksheet("参数"), book.add_worksheet("订单")
        hidden.write(0, 0, "x")
        shown.write_column(0, 0, ["单号", "A1"])
        shown.activate()
        shown.set_first_sheet()
        hidden.hide()

    found = opened(path)

    assert [(sheet.name, sheet.hidden) for sheet in found.sheets] == [("参数", True), ("订单", False)]
    assert first_sheet(found).name == "订单"


def test_digits_that_only_the_file_still_has_are_kept(tmp_path: Path) -> None:
    path = write_sheet(tmp_path, [["id"], [7]])
    rewrite(path, "xl/worksheets/sheet1.xml", b"<v>7</v>", b"<v>110101199003074477</v>")

    _, rows = table_of(path)

    assert rows == [(2, ["110101199003074477"])]


def rewrite(path: Path, part: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_an_error_cell_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    book = opened(copied("sj_formulae_test_simple.xlsx", tmp_path))
    cells = [cell for row in book.rows(book.sheets[0]) for cell in row]

    assert [cell for cell in cells if isinstance(cell, Fault)] == [Fault(ERROR, "#VALUE!")] * 2


def test_two_header_rows_are_joined_and_the_total_is_left_out(tmp_path: Path) -> None:
    table, rows = table_of(copied("made_two_row_header_zh.xlsx", tmp_path))

    assert (table.header_row, table.header_rows) == (2, 2)
    assert [each.header for each in table.columns][:4] == [
        "渠道",
        "订单 数量",
        "订单 退单",
        "金额（元） 应收",
    ]
    assert [row[0] for _, row in rows] == ["天猫旗舰店", "京东", "拼多多", "线下门店", "华东区代理商"]
    assert rows[0][0] == 4


def test_days_and_repeated_headers_are_read(tmp_path: Path) -> None:
    table, rows = table_of(copied("made_mixed_types_zh.xlsx", tmp_path))

    assert [each.header for each in table.columns][1:3] == ["下单日期", "下单日期 (2)"]
    assert rows[0][1][2] == date(2026, 2, 22)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "transfer.file.empty"),
        (b"\n\n\n", "transfer.file.empty"),
        (b"PK\x03\x04 and then nothing of the kind", "transfer.archive.broken"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600, "transfer.file.broken"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "transfer.file.binary"),
        (b"a,b\n\xfe\x81\xff\xff", "transfer.file.encoding"),
        (b'a,b\n1,"' + b"x" * (limits.CELL_CHARACTERS + 10), "transfer.row.unreadable"),
        (b"a,b\n" + b"," * limits.COLUMNS, "transfer.sheet.columns"),
    ],
)
def test_what_is_no_sheet_is_refused_with_its_cause(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.xlsx"
    path.write_bytes(content)

    issue = refusal(path)

    assert issue.code == code
    assert issue.params["file"] == "odd.xlsx"


def test_more_rows_than_allowed_are_refused(tmp_path: Path) -> None:
    issue = refusal(write_text(tmp_path, "a,b\n" * (limits.ROWS + 1)))

    assert (issue.code, issue.params["limit"]) == ("transfer.sheet.rows", limits.ROWS)


def archive(folder: Path, *entries: tuple[str, bytes]) -> Path:
    path = folder / "hostile.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            made.writestr(name, content)
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ([("xl/workbook.xml", b"0" * 30_000_000)], "transfer.archive.ratio"),
        ([("../../etc/passwd", b"x")], "transfer.archive.path"),
        ([("/etc/passwd", b"x")], "transfer.archive.path"),
        ([("C:/windows", b"x")], "transfer.archive.path"),
        ([("xl/a.xml", b"1"), ("xl/a.xml", b"2")], "transfer.archive.duplicate"),
        ([(f"xl/{n}.xml", b"x") for n in range(limits.ENTRIES + 1)], "transfer.archive.entries"),
        ([("readme.txt", b"only an archive")], "transfer.file.broken"),
    ],
)
def test_a_hostile_archive_is_refused(entries: list[tuple[str, bytes]], code: str, tmp_path: Path) -> None:
    assert refusal(archive(tmp_path, *entries)).code == code


def test_an_archive_that_inflates_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made, made.open("xl/workbook.xml", "w") as entry:
        for _ in range(limits.INFLATED_BYTES // limits.MEGABYTE + 1):
            entry.write(b"\0" * limits.MEGABYTE)

    assert refusal(path).code == "transfer.archive.inflated"


def test_a_cell_far_away_is_refused_instead_of_filling_memory(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    write_sheet(tmp_path, [["a"], [1]], "far.xlsx")
    rewrite(path, "xl/worksheets/sheet1.xml", b'r="A2"', b'r="XFD1048576"')

    assert refusal(path).code in ("transfer.sheet.rows", "transfer.file.memory")


def test_entities_declared_in_a_workbook_are_refused(tmp_path: Path) -> None:
    path = write_sheet(tmp_path, [["a"], [1]])
    rewrite(path, "xl/workbook.xml", b"<workbook", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook')

    assert refusal(path).code == "transfer.file.broken"


def test_every_refusal_has_a_sentence() -> None:
    for locale in MESSAGES:
        assert {code for code in MESSAGES[locale] if code.startswith("transfer.file.")}
