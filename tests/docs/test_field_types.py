"""Every field type has a line on its page, with each of its options."""

import json
from pathlib import Path

import pytest

from engine.entities.field_types._index import FIELD_TYPES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "field-types.md").read_text(encoding="utf-8")
ROWS = {line.split("`")[1]: line for line in PAGE.splitlines() if line.startswith("| `")}
KEYS = set(FIELD_TYPES.keys())


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_field_type_is_explained_with_its_options(key: str) -> None:
    schema = ROOT / "engine" / "metadata" / "schema" / "fields" / f"{key}.json"
    options = json.loads(schema.read_text(encoding="utf-8"))["properties"]

    assert all(f"`{name}`:" in ROWS[key] for name in options)


def test_no_line_is_about_a_type_that_does_not_exist() -> None:
    assert set(ROWS) == KEYS
