"""A field type is there in every aspect under the same key, or in none."""

import json

import pytest

from engine.entities.field_types._index import FIELD_TYPES
from engine.metadata.model import FIELD_OPTIONS
from engine.text.catalog import LOCALES, MESSAGES
from tests.architecture.sources import ROOT

KEYS = set(FIELD_OPTIONS)


def files(folder: str, suffix: str) -> set[str]:
    return {
        path.name.removesuffix(suffix) for path in (ROOT / folder).glob(f"*{suffix}") if path.name[0] != "_"
    }


@pytest.mark.parametrize(("aspect", "keys"), [
    ("options in engine/metadata/schema/fields", files("engine/metadata/schema/fields", ".json")),
    ("meaning in engine/entities/field_types", set(FIELD_TYPES.keys())),
    ("file in engine/entities/field_types", files("engine/entities/field_types", ".py")),
    ("vectors in tests/conformance/fields", files("tests/conformance/fields", ".json")),
    ("spec in frontend/src/plugins/fields", {each.parent.name for each in ROOT.glob("frontend/src/plugins/fields/*/spec.ts")}),
])  # fmt: skip
def test_every_field_type_has_the_aspect(aspect, keys):
    assert keys == KEYS, f"add or remove the {aspect}: {keys ^ KEYS}"


def test_every_field_type_has_a_column():
    others = {"column", "families"}

    assert files("runtime/storage/columns", ".py") - others >= KEYS, "add runtime/storage/columns/<key>.py"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_field_type_has_a_word(locale):
    assert {f"field.type.{key}" for key in KEYS} <= MESSAGES[locale].keys(), (
        "add it to messages/…/fields.json"
    )


def test_the_schema_lists_every_field_type():
    schema = json.loads((ROOT / "engine/metadata/schema/field.json").read_text())

    assert set(schema["properties"]["type"]["enum"]) == KEYS


def test_no_aspect_has_more_than_ten_members():
    assert len(type(FIELD_TYPES["text"]).__dataclass_fields__) <= 10, "a new concern is a new aspect"
