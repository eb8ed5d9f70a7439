"""Views that are more than rows: what they are made of is checked, and what is hidden lays nothing out."""

from typing import Any

import pytest

from engine.access.principal import Principal
from engine.access.visible import visible_documents
from engine.entities.check import check_definition
from tests.factories.definitions import load
from tests.factories.documents import make_field, make_inspection_app, make_view

INSPECTOR = Principal("i", "human", frozenset({"rol_i3n5s7"}))


def make_documents(**more: Any) -> dict[str, Any]:
    documents = {**make_inspection_app(), "views/open.json": make_view(**more)}
    documents["entities/inspection.json"]["fields"].append(make_field("fld_day001", "day", "date"))
    return documents


LAYOUTS: list[tuple[dict[str, Any], list[str]]] = [
    ({"kind": "kanban", "kanban": {"lane": "fld_st1n5v"}}, []),
    ({"kind": "kanban"}, ["view.kanban.missing"]),
    ({"kind": "calendar"}, ["view.calendar.missing"]),
    ({"kanban": {"lane": "fld_fc8m4u"}}, ["view.kanban.kind"]),
    ({"calendar": {"start": "fld_no0001"}}, ["view.calendar.kind"]),
    ({"gallery": {"picture": "fld_no0001"}}, ["view.gallery.kind"]),
    ({"groups": [{"field": "fld_eq7d2k"}]}, []),
    ({"groups": [{"field": "fld_ln9s3c"}]}, ["view.groups.kind"]),
    ({"groups": [{"field": "fld_eq7d2k"}, {"field": "fld_st1n5v"}]}, []),
    ({"groups": [{"field": "fld_eq7d2k"}, {"field": "fld_eq7d2k"}]}, ["view.groups.twice"]),
    ({"groups": [{"field": "fld_day001", "grain": "year"}, {"field": "fld_day001", "grain": "month"}]}, []),
    ({"groups": [{"field": "fld_day001"}, {"field": "fld_day001", "grain": "day"}]}, ["view.groups.twice"]),
    ({"groups": [{"field": "fld_st1n5v", "grain": "month"}]}, ["view.groups.grain"]),
    ({"colors": [{"when": "failed > 0", "color": "red", "field": "fld_no0001"}]}, []),
    ({"colors": [{"when": "failed > 0", "color": "red", "field": "fld_st1n5v"}]}, ["view.colors.column"]),
]


@pytest.mark.parametrize(("more", "expected"), LAYOUTS)
def test_what_lays_a_view_out_is_checked(more: dict[str, Any], expected: list[str]) -> None:
    found = [issue.code for issue in check_definition(load(make_documents(**more)))]

    assert [code for code in found if code.startswith("view.")] == expected


def test_a_view_laid_out_by_a_hidden_field_is_a_plain_list() -> None:
    documents = make_documents(
        kind="kanban",
        kanban={"lane": "fld_st1n5v"},
        groups=[{"field": "fld_st1n5v"}],
        colors=[{"when": 'status = "open"', "color": "red"}, {"when": "TRUE", "color": "blue"}],
    )
    documents["roles/inspector.json"]["entities"][0] |= {"read": True, "fields": {"fld_st1n5v": "hidden"}}

    (view,) = visible_documents(load(documents), INSPECTOR).views

    assert "fld_st1n5v" not in str(view)
    assert view.get("kind", "grid") == "grid"
    assert [each["color"] for each in view["colors"]] == ["blue"]
