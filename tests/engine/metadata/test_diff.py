"""Differences of two definitions follow ids, so a rename is a change and not remove plus add."""

import copy

from engine.metadata.definition import Definition
from engine.metadata.diff import diff
from engine.metadata.load import load_definition
from tests.factories.documents import make_field, make_inspection_app


def load(documents: dict) -> Definition:
    definition = load_definition(documents)
    assert isinstance(definition, Definition), definition
    return definition


def test_equal_definitions_have_no_difference() -> None:
    assert diff(load(make_inspection_app()), load(make_inspection_app())) == []


def test_an_added_field_is_one_addition_and_a_new_order() -> None:
    documents = copy.deepcopy(make_inspection_app())
    documents["entities/equipment.json"]["fields"].append(make_field("fld_sn0009", "serial"))

    changes = diff(load(make_inspection_app()), load(documents))

    assert [(each.action, each.thing, each.id, each.property) for each in changes] == [
        ("change", "entity", "ent_m1z5b8", "fields"),
        ("add", "field", "fld_sn0009", ""),
    ]


def test_a_renamed_line_field_is_a_changed_property() -> None:
    documents = copy.deepcopy(make_inspection_app())
    lines = documents["entities/inspection.json"]["fields"][2]
    lines["options"]["fields"][1]["name"] = "value"

    changes = diff(load(make_inspection_app()), load(documents))

    assert [(each.id, each.owner, each.before, each.after) for each in changes] == [
        ("fld_rd5h8q", "fld_ln9s3c", "reading", "value")
    ]


def test_a_new_entity_brings_its_fields() -> None:
    documents = make_inspection_app()
    before = {
        path: each for path, each in documents.items() if path in ("app.json", "entities/equipment.json")
    }

    changes = diff(load(before), load(documents))

    added = [each.id for each in changes if each.thing == "field"]
    assert added[:3] == ["fld_no0001", "fld_eq7d2k", "fld_ln9s3c"]
    assert "fld_rd5h8q" in added
