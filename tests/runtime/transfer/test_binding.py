"""A mapping is bound, or every fault of it is named with its place."""

from pathlib import Path

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import SYSTEM
from engine.metadata.model import ImportColumn, ImportMapping
from runtime.transfer.binding import Binding, bind
from tests.factories.app import channel_sales
from tests.runtime.transfer.books import table_of, write_text


def bound(folder: Path, *columns: ImportColumn, mode: str = "create", key: tuple[str, ...] = ()) -> object:
    definition = channel_sales()
    order = definition.entity_named("sales_order")
    assert order
    decision = authorize(definition, SYSTEM, "import", order.id)
    assert isinstance(decision, Decision)
    table, _ = table_of(write_text(folder, "单号,客户,SKU,数量\nA1,甲,BN-1,3\n"))
    mapping = ImportMapping(entity=order.id, mode=mode, key=key, columns=columns)  # type: ignore[arg-type]
    return bind(definition, decision, mapping, table)


def column(name: str, field: str, match: str | None = None) -> ImportColumn:
    return ImportColumn(column=name, field=field, match=match)


def codes(found: object) -> list[tuple[str, str]]:
    assert isinstance(found, list), found
    return [(issue.code.removeprefix("transfer.mapping."), issue.pointer) for issue in found]


def test_columns_of_the_record_and_of_its_lines_are_told_apart(tmp_path: Path) -> None:
    found = bound(
        tmp_path, column("单号", "source_no"), column("SKU", "lines.product", "sku"), key=("source_no",)
    )

    assert isinstance(found, Binding)
    assert [each.target.name for each in found.head] == ["source_no"]
    assert [each.match and each.match.name for each in found.detail] == ["sku"]
    assert found.lines
    assert found.lines.name == "lines"


def test_every_fault_is_named(tmp_path: Path) -> None:
    found = bound(
        tmp_path,
        column("没有", "source_no"),
        column("客户", "nothing"),
        column("SKU", "total"),
        column("数量", "customer", "nowhere"),
    )

    assert codes(found) == [
        ("column_unknown", "/columns/0/column"),
        ("field_unknown", "/columns/1/field"),
        ("field_unknown", "/columns/2/field"),
        ("match_unknown", "/columns/3/match"),
    ]


def test_a_field_takes_one_column(tmp_path: Path) -> None:
    found = bound(tmp_path, column("单号", "note"), column("客户", "note"))

    assert codes(found) == [("field_twice", "/columns/0/field"), ("field_twice", "/columns/1/field")]


def test_updating_needs_a_key_that_is_mapped(tmp_path: Path) -> None:
    assert codes(bound(tmp_path, column("单号", "source_no"), mode="update")) == [("key_missing", "/key")]
    assert codes(bound(tmp_path, column("单号", "source_no"), mode="upsert", key=("no",))) == [
        ("key_unmapped", "/key/0")
    ]


def test_a_mapping_without_columns_is_refused(tmp_path: Path) -> None:
    assert codes(bound(tmp_path)) == [("empty", "/columns")]
