"""What is exported as csv comes back as it was, whatever it looks like."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.transfer.delimited import guarded, open_delimited, records
from runtime.transfer.writing import csv_file
from tests.runtime.transfer.books import write_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=8)
)
FORMULAS = ["=1+1", "+86 138", "-2", "@SUM", "\t=1", "\r=1", " =1", "\u3000=1", "＝1", "'=1", "''@x", "＋1"]


@given(TABLES)
def test_texts_survive_export_and_import(table: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.csv"
        with csv_file(path, table[0]) as append:
            for row in table[1:]:
                append(row)

        read = [[cell or "" for cell in row] for row in records(open_delimited(path))]

    assert read == table


@pytest.mark.parametrize("text", FORMULAS)
def test_no_spreadsheet_takes_an_exported_text_for_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=b", "12-5", "it's", "' quoted", "1e3", "张三"])
def test_other_texts_are_exported_as_they_are(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str, tmp_path: Path) -> None:
    rows = [["名称", "说明", "数量"], ["订书机", '"小, 轻; 便"', "3"], ["卡纸", "彩色", "12"]]
    path = write_text(tmp_path, "\n".join(delimiter.join(row) for row in rows))

    assert open_delimited(path).delimiter == delimiter


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_is_found(encoding: str, tmp_path: Path) -> None:
    path = write_text(tmp_path, "名称,数量\n䶮字,3\n", encoding=encoding)

    assert list(records(open_delimited(path)))[1] == ["䶮字", "3"]
