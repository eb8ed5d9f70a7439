"""The channel sales app: valid documents in canonical form, in both languages, with data that fits them."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.expressions.parse import parse
from engine.metadata.definition import Definition, places
from engine.metadata.dump import dump_definition, to_text
from engine.metadata.load import load_definition
from engine.metadata.walk import ExpressionUse, walk_document
from examples.generate_channel_sales import build

APP = Path("examples/channel_sales")


@pytest.fixture(scope="module")
def documents() -> dict[str, Any]:
    return {
        path.relative_to(APP).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in APP.rglob("*.json")
    }


@pytest.fixture(scope="module")
def definition(documents: dict[str, Any]) -> Definition:
    loaded = load_definition(documents)
    assert isinstance(loaded, Definition), loaded
    return loaded


def rows(name: str) -> list[dict[str, str]]:
    with (APP / "seeds" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_documents_are_in_canonical_form(definition: Definition) -> None:
    for path, document in dump_definition(definition).items():
        assert (APP / path).read_text(encoding="utf-8") == to_text(document), path


def test_every_label_is_written_in_both_languages(documents: dict[str, Any]) -> None:
    assert not [
        label for document in documents.values() for label in labels(document) if set(label) != {"zh", "en"}
    ]


def labels(value: Any, key: str = "") -> Iterator[dict[str, str]]:
    if key in ("label", "help", "description", "message", "group"):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from labels(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from labels(item)


def test_every_expression_parses(documents: dict[str, Any]) -> None:
    uses = [use for each in documents.values() for use in walk_document(each["schema"].split("/")[1], each)]
    texts = {use.text for use in uses if isinstance(use, ExpressionUse)}

    faults = {text: tree for text in texts if not hasattr(tree := parse(text), "span")}

    assert len(texts) > 80
    assert not faults


def test_every_entity_has_a_form_that_shows_its_fields_and_a_view(definition: Definition) -> None:
    for entity in definition.entities.values():
        shown = {
            item.field
            for form in definition.forms_of(entity.id)
            for part in form.layout
            for item in part.items
        }
        hidden = [field.name for field in entity.fields if field.id not in shown and field.type != "lookup"]
        assert not hidden, (entity.name, hidden)
        assert definition.views_of(entity.id), entity.name


def test_seed_mappings_name_columns_and_fields_that_exist(definition: Definition) -> None:
    for seed in definition.seeds.values():
        for file in seed.files:
            header = rows(file.file.removeprefix("seeds/"))[0]
            names = {field_name(place) for place in places(definition.entities[file.mapping.entity])}
            assert {column.column for column in file.mapping.columns} <= set(header), file.file
            assert {column.field for column in file.mapping.columns} <= names, file.file


def field_name(place: Any) -> str:
    return f"{place.lines.name}.{place.field.name}" if place.lines else place.field.name


def test_people_have_roles_of_the_app(definition: Definition) -> None:
    roles = {role.name for role in definition.roles.values()}
    actors = (*definition.flows.values(), *definition.connectors.values())
    acted_with = {definition.roles[id].name for actor in actors for id in actor.roles}
    held = {role for person in rows("people.csv") for role in person["roles"].split()}

    assert held | acted_with == roles
    assert not held & acted_with


def test_the_past_orders_are_those_of_the_source() -> None:
    lines = rows("supermarket_zh.csv")

    assert len(lines) == 506
    assert len({line["order_id"] for line in lines}) == 237
    assert len({line["customer_name"] for line in lines}) == 184
    assert sum(int(line["sale_amt"]) for line in lines) == 831013


def test_generating_again_gives_the_same_files() -> None:
    for name, table in build().items():
        with (APP / "seeds" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert list(csv.reader(file)) == [[str(cell) for cell in row] for row in table], name


def test_generated_names_identify_records() -> None:
    for name, key in (
        ("customers", "客户名称"),
        ("products", "SKU"),
        ("leads", "公司或姓名"),
        ("channels", "渠道名称"),
    ):
        names = [row[key] for row in rows(f"{name}.csv")]
        assert len(set(names)) == len(names), name


def test_the_shares_of_channels_follow_the_assessment() -> None:
    sales: dict[str, float] = {}
    channel = ""
    for row in rows("orders.csv"):
        channel = row["渠道"] or channel
        sales[channel] = sales.get(channel, 0.0) + float(row["数量"]) * float(row["单价"])

    shares = {name: amount / sum(sales.values()) for name, amount in sales.items()}

    for each in rows("channel_assessments.csv"):
        assert abs(shares[each["渠道类型"]] - float(each["销售额占比"].rstrip("%")) / 100) < 0.06


@pytest.mark.parametrize(("file", "seller"), [("orders.csv", "销售"), ("opportunities.csv", "负责人")])
def test_sellers_deal_with_customers_they_may_read(file: str, seller: str) -> None:
    owners = {row["客户名称"]: row["负责销售"] for row in rows("customers.csv")}
    deals = [row for row in rows(file) if row["客户"]]

    assert [row for row in deals if owners[row["客户"]] != row[seller]] == []
