"""The form and the list of an entity made from a table."""

from collections.abc import Iterator, Sequence

from builder.importing.fields import Json, MadeEntity, Making

COLUMNS = 10
SECTION = 12
_HEADINGS = {
    "general": {"zh": "基本信息", "en": "General"},
    "figures": {"zh": "数量与金额", "en": "Figures"},
    "notes": {"zh": "说明", "en": "Notes"},
}
_FIGURES = ("integer", "decimal", "money", "percent")


def make_form(making: Making, entity: MadeEntity, name: str) -> Json:
    """Return a form with all fields in sections."""
    return {
        "schema": "tongdao/form/1",
        "id": making.mint("form"),
        "name": name,
        "label": making.label(entity.plan.label),
        "entity": entity.id,
        "layout": list(_sections(making, entity)),
    }


def make_view(making: Making, entity: MadeEntity, form: str, name: str) -> Json:
    """Return a list of the first columns, what names a record in front, the newest first."""
    shown = [each for each in entity.fields.values() if each["type"] != "long_text"]
    first = entity.title
    if first is not None:
        shown = [first, *(each for each in shown if each is not first)]
    dates = entity.of_type("date", "datetime")
    view = {
        "schema": "tongdao/view/1",
        "id": making.mint("view"),
        "name": name,
        "label": making.label(entity.plan.label),
        "entity": entity.id,
        "icon": "list",
        "form": form,
        "columns": [{"field": each["id"]} for each in shown[:COLUMNS]],
    }
    return view | ({"sort": [{"field": dates[0]["id"], "descending": True}]} if dates else {})


def _sections(making: Making, entity: MadeEntity) -> Iterator[Json]:
    fields = list(entity.fields.values())
    notes = [each for each in fields if each["type"] == "long_text"]
    figures = [each for each in fields if each["type"] in _FIGURES]
    apart = figures if len(figures) >= 3 and len(fields) > 6 else []
    general = [each for each in fields if each not in notes and each not in apart]
    for key, some in (("general", general), ("figures", apart), ("notes", notes)):
        if some:
            yield _section(making, key, some)


def _section(making: Making, key: str, fields: Sequence[Json]) -> Json:
    wide = {"span": 2} if key == "notes" else {}
    return {
        "id": making.mint("section"),
        "label": _HEADINGS[key],
        "items": [{"field": each["id"], **wide} for each in fields],
    }
