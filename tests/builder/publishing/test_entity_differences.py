"""What belongs to an entity beside its fields is told in words of business, never as raw documents."""

import pytest

from tests.builder.publishing.test_publishing import _edit, _sentences, make_publishing
from tests.factories.documents import make_label

ENTITY = "ent_h3v6w9"


@pytest.mark.parametrize(
    ("kind", "params", "words"),
    [
        (
            "add_check",
            {"expression": "failed < 9", "message": make_label("Too many")},
            "New check “Too many” on “inspection”",
        ),
        (
            "set_check",
            {"check": "chk_a1b2c3", "property": "expression", "value": "failed < 9"},
            "“Add an item”: condition from “COUNTA(lines.item) > 0” to “failed < 9”",
        ),
        ("remove_check", {"check": "chk_a1b2c3"}, "The check “Add an item” of “inspection” goes"),
        (
            "add_unique",
            {"fields": ["fld_no0001", "fld_eq7d2k"]},
            "no, equipment of “inspection” occur only once from now on",
        ),
        (
            "set_entity_property",
            {"property": "search", "value": ["fld_no0001", "fld_eq7d2k"]},
            "“inspection”: search from “nothing” to “no, equipment”",
        ),
        (
            "move_field",
            {"field": "fld_st1n5v", "index": 0},
            "Another order of the fields of “inspection”",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)
def test_every_edit_of_an_entity_is_told_in_business_words(kind: str, params: dict, words: str) -> None:
    publishing = make_publishing()
    _edit(publishing, kind, entity=ENTITY, **params)

    assert [english for _, english in _sentences(publishing)] == [words]
