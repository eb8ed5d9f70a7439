"""What a new view shows when nobody has said so yet: columns, lanes, days and pictures."""

from collections.abc import Sequence

from builder.commands.command import Refused
from builder.commands.documents import Json

MOST_COLUMNS = 7
LONG = frozenset({"lines", "long_text", "attachment", "multi_choice", "lookup"})
LANES = ("choice", "person", "link")
DAYS = ("date", "datetime")


def proposed_columns(entity: Json) -> list[Json]:
    """Return the columns of a new view: what names a record and sums it up, then its other short fields."""
    short = [each["id"] for each in entity["fields"] if each["type"] not in LONG]
    first = [id for id in (entity.get("title"), *entity.get("summary", ())) if id in short]
    ids = list(dict.fromkeys([*first, *short])) or [each["id"] for each in entity["fields"]]
    return [{"field": id} for id in ids[:MOST_COLUMNS]]


def with_layout(view: Json, entity: Json) -> Json:
    """Return a view with what its kind needs and does not have yet; refuse a kind the entity cannot make."""
    kind = view.get("kind", "grid")
    if kind == "grid" or kind in view:
        return view
    return view | {kind: _LAYOUTS[kind](entity)}


def _kanban(entity: Json) -> Json:
    return {"lane": _first(entity, LANES, "command.view.no_lane")}


def _calendar(entity: Json) -> Json:
    return {"start": _first(entity, DAYS, "command.view.no_day")}


def _gallery(entity: Json) -> Json:
    return {"picture": _first(entity, ("attachment",), "command.view.no_picture")}


def _first(entity: Json, types: Sequence[str], refusal: str) -> str:
    """Return the first field of the first type that has one."""
    for type in types:
        for each in entity["fields"]:
            if each["type"] == type:
                return str(each["id"])
    raise Refused.because(refusal, ("kind",), entity=entity["name"])


_LAYOUTS = {"kanban": _kanban, "calendar": _calendar, "gallery": _gallery}
