"""Columns find their fields by name, label, values and kind, in either language."""

from pathlib import Path

import pytest

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import SYSTEM, Principal
from engine.metadata.model import ImportMapping
from runtime.transfer.propose import propose_mapping
from tests.factories.app import FOLDER, channel_sales
from tests.runtime.transfer.books import table_of, write_text

GENERATED = [(each.file, each.mapping) for seed in channel_sales().seeds.values() for each in seed.files]


def proposed(text: str, entity: str, folder: Path, principal: Principal = SYSTEM) -> ImportMapping:
    definition = channel_sales()
    found = definition.entity_named(entity)
    assert found
    decision = authorize(definition, principal, "import", found.id)
    assert isinstance(decision, Decision), decision
    table, _ = table_of(write_text(folder, text))
    return propose_mapping(definition, found, decision, table.columns)


def fields_of(mapping: ImportMapping) -> dict[str, tuple[str, str | None]]:
    return {each.column: (each.field, each.match) for each in mapping.columns}


def test_most_columns_of_the_seeds_are_mapped_as_their_authors_did(tmp_path: Path) -> None:
    definition, right, wanted = channel_sales(), 0, 0
    for file, mapping in GENERATED:
        text = (FOLDER / file).read_text(encoding="utf-8")
        found = fields_of(proposed(text, definition.entities[mapping.entity].name, tmp_path))
        right += sum(found.get(column) == target for column, target in fields_of(mapping).items())
        wanted += len(mapping.columns)

    assert right / wanted > 0.94


def test_a_sheet_in_english_is_mapped_as_well(tmp_path: Path) -> None:
    text = (
        "Order date,Channel,Customer,Status,SKU,Quantity,Unit price\n2026-01-05,x,y,To ship,BN-1001,3,2.5\n"
    )

    found = fields_of(proposed(text, "sales_order", tmp_path))

    assert found["Customer"] == ("customer", "name")
    assert found["SKU"] == ("lines.product", "sku")
    assert found["Unit price"] == ("lines.unit_price", None)
    assert found["Status"] == ("status", None)


def test_values_of_an_option_list_speak_for_its_field(tmp_path: Path) -> None:
    found = fields_of(proposed("product_name,kind\n订书机,装订机\n座机,电话\n", "product", tmp_path))

    assert found["kind"] == ("subcategory", None)


@pytest.mark.parametrize(
    ("header", "mode", "key"),
    [
        ("SKU,产品名称", "upsert", ("sku",)),
        ("产品,仓库,现存量", "upsert", ("product", "warehouse")),
        ("产品名称,大类", "create", ()),
    ],
)
def test_a_unique_rule_that_is_mapped_becomes_the_key(
    header: str, mode: str, key: tuple[str, ...], tmp_path: Path
) -> None:
    entity = "stock" if "仓库" in header else "product"

    found = proposed(f"{header}\na,b,3\n", entity, tmp_path)

    assert (found.mode, found.key) == (mode, key)


def test_fields_that_may_not_be_written_are_not_proposed(tmp_path: Path) -> None:
    definition = channel_sales()
    sales = next(role.id for role in definition.roles.values() if role.name == "sales")

    found = proposed(
        "客户名称,信用额度\n甲公司,500\n", "customer", tmp_path, Principal("p", "human", frozenset({sales}))
    )

    assert fields_of(found) == {"客户名称": ("name", None)}
