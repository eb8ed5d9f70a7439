"""Rows become drafts: joined by key, continued by lines, and told apart where they disagree."""

from pathlib import Path

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import SYSTEM
from engine.metadata.model import ImportColumn, ImportMapping
from runtime.transfer.binding import Binding, bind
from runtime.transfer.drafts import Draft, DraftReader
from tests.factories.app import channel_sales
from tests.runtime.transfer.books import table_of, write_text

COLUMNS = {
    "单号": "source_no",
    "渠道": "channel",
    "备注": "note",
    "SKU": "lines.product",
    "数量": "lines.quantity",
}


def drafts(folder: Path, text: str, *key: str) -> list[Draft]:
    definition = channel_sales()
    order = definition.entity_named("sales_order")
    assert order
    decision = authorize(definition, SYSTEM, "import", order.id)
    assert isinstance(decision, Decision)
    table, rows = table_of(write_text(folder, text))
    columns = tuple(ImportColumn(column=each.header, field=COLUMNS[each.header]) for each in table.columns)
    mapping = ImportMapping(entity=order.id, mode="create", key=key, columns=columns)
    bound = bind(definition, decision, mapping, table)
    assert isinstance(bound, Binding), bound
    return list(DraftReader(definition, bound).drafts(rows))


def shape(found: list[Draft]) -> list[tuple[list[int], list[object]]]:
    return [(each.rows, [line.values["quantity"] for line in each.lines]) for each in found]


def test_rows_of_one_key_are_one_record_wherever_they_stand(tmp_path: Path) -> None:
    found = drafts(tmp_path, "单号,SKU,数量\nA,x,1\nB,x,2\nA,y,3\n", "source_no")

    assert shape(found) == [([2, 4], [1, 3]), ([3], [2])]


def test_rows_with_lines_only_continue_the_record_above(tmp_path: Path) -> None:
    found = drafts(tmp_path, "单号,备注,SKU,数量\nA,急,x,1\n,,y,2\nB,,x,3\n", "source_no")

    assert shape(found) == [([2, 3], [1, 2]), ([4], [3])]


def test_a_key_given_in_part_means_the_record_above(tmp_path: Path) -> None:
    found = drafts(tmp_path, "渠道,单号,SKU,数量\n天猫,A,x,1\n,A,y,2\n,B,y,3\n", "channel", "source_no")

    assert shape(found) == [([2, 3], [1, 2]), ([4], [3])]


def test_without_a_key_every_row_with_a_head_is_a_record(tmp_path: Path) -> None:
    found = drafts(tmp_path, "备注,SKU,数量\n急,x,1\n,y,2\n缓,x,3\n")

    assert shape(found) == [([2, 3], [1, 2]), ([4], [3])]


def test_rows_that_disagree_about_the_record_are_reported(tmp_path: Path) -> None:
    (found,) = drafts(tmp_path, "单号,备注,SKU,数量\nA,急,x,1\nA,缓,y,2\n", "source_no")

    (finding,) = found.issues
    assert (finding.row, finding.column, finding.issue.code) == (3, "备注", "transfer.row.differs")
    assert finding.issue.params == {"value": "缓", "first_row": 2}


def test_a_cell_that_cannot_be_read_names_row_and_column(tmp_path: Path) -> None:
    (found,) = drafts(tmp_path, "单号,SKU,数量\nA,x,三个\n", "source_no")

    (finding,) = found.issues
    assert (finding.row, finding.column, finding.issue.code) == (2, "数量", "value.number.unreadable")
