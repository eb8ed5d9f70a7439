"""Loading documents: every fault named with its place, and load after dump is the same."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from engine.metadata.definition import Definition
from engine.metadata.dump import dump_definition
from engine.metadata.load import load_definition
from tests.factories.documents import make_field, make_inspection_app

Documents = dict[str, dict[str, Any]]


def load(documents: Documents) -> Definition:
    definition = load_definition(documents)
    assert isinstance(definition, Definition), definition
    return definition


def test_a_valid_app_loads_with_typed_options_and_defaults() -> None:
    definition = load(make_inspection_app())

    place = definition.field("fld_rd5h8q")

    assert place is not None
    assert place.lines is not None
    assert place.field.options.scale == 2
    assert definition.entity_named("inspection") is place.entity


def test_load_after_dump_is_the_same() -> None:
    definition = load(make_inspection_app())

    written = dump_definition(definition)

    assert load(written) == definition
    assert dump_definition(load(written)) == written


def drop_label(documents: Documents) -> None:
    del documents["entities/inspection.json"]["fields"][1]["label"]


def misspell_option(documents: Documents) -> None:
    documents["entities/inspection.json"]["fields"][1]["options"]["entitty"] = "ent_m1z5b8"


def link_nowhere(documents: Documents) -> None:
    documents["entities/inspection.json"]["fields"][1]["options"]["entity"] = "ent_00000000"


def link_to_a_form(documents: Documents) -> None:
    documents["entities/inspection.json"]["fields"][1]["options"]["entity"] = "frm_q8w1e2"


def show_a_foreign_field(documents: Documents) -> None:
    documents["forms/inspection.json"]["layout"][0]["items"][0]["field"] = "fld_nm0002"


def repeat_an_id(documents: Documents) -> None:
    documents["forms/inspection.json"]["id"] = "ent_m1z5b8"


def repeat_a_name(documents: Documents) -> None:
    documents["entities/equipment.json"]["fields"].append(make_field("fld_nm0003", "Name"))


def take_a_system_name(documents: Documents) -> None:
    documents["entities/equipment.json"]["fields"].append(make_field("fld_nm0003", "version"))


def move_a_file(documents: Documents) -> None:
    documents["entities/gear.json"] = documents.pop("entities/equipment.json")


def invent_a_kind(documents: Documents) -> None:
    documents["roles/inspector.json"]["schema"] = "tongdao/robot/1"


FAULTS = [
    (drop_label, "document.property.missing", "/entities/inspection/fields/1"),
    (misspell_option, "document.property.unknown", "/entities/inspection/fields/1/options/entitty"),
    (link_nowhere, "reference.target.missing", "/entities/inspection/fields/1/options/entity"),
    (link_to_a_form, "reference.target.kind", "/entities/inspection/fields/1/options/entity"),
    (show_a_foreign_field, "reference.field.foreign", "/forms/inspection/layout/0/items/0/field"),
    (repeat_an_id, "document.id.duplicate", "/forms/inspection/id"),
    (repeat_a_name, "field.name.duplicate", "/entities/equipment/fields/1/name"),
    (take_a_system_name, "field.name.reserved", "/entities/equipment/fields/1/name"),
    (move_a_file, "document.file.misplaced", "/entities/gear"),
    (invent_a_kind, "document.schema.unknown", "/roles/inspector"),
]


@pytest.mark.parametrize(("spoil", "code", "pointer"), FAULTS, ids=[fault[0].__name__ for fault in FAULTS])
def test_a_fault_is_named_with_its_place(spoil: Callable[[Documents], None], code: str, pointer: str) -> None:
    documents = copy.deepcopy(make_inspection_app())
    spoil(documents)

    issues = load_definition(documents)

    assert isinstance(issues, list)
    assert (code, pointer) in [(issue.code, issue.pointer) for issue in issues]


def test_all_faults_of_one_stage_are_reported_together() -> None:
    documents = copy.deepcopy(make_inspection_app())
    drop_label(documents)
    misspell_option(documents)
    documents["app.json"]["version"] = "one"

    issues = load_definition(documents)

    assert isinstance(issues, list)
    assert len(issues) == 3
