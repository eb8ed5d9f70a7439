"""Views that are more than rows: lanes, days, pictures and groups are made of fields that can make them."""

from collections.abc import Iterator

from engine.entities.shown_as import shown_as
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.model import View

LANES = frozenset({"choice", "person", "link"})
DAYS = frozenset({"date", "datetime"})
PICTURES = frozenset({"attachment"})
GROUPS = LANES | DAYS | {"switch", "text", "integer"}


def laid_out(definition: Definition, view: View) -> Iterator[Issue]:
    """Yield an issue for each."""
    yield from _missing(view)
    if view.kanban:
        yield from _kind(definition, ("kanban", "lane"), view.kanban.lane, LANES, is_entered=True)
    if view.calendar:
        yield from _kind(definition, ("calendar", "start"), view.calendar.start, DAYS)
        yield from _kind(definition, ("calendar", "end"), view.calendar.end, DAYS)
    if view.gallery:
        yield from _kind(definition, ("gallery", "picture"), view.gallery.picture, PICTURES)
    yield from _grouped(definition, view)
    for index, rule in enumerate(view.colors):
        if rule.field and rule.field not in {column.field for column in view.columns}:
            yield Issue(
                "view.colors.column", ("colors", index, "field"), {"field": _name(definition, rule.field)}
            )


def _missing(view: View) -> Iterator[Issue]:
    if view.kind == "kanban" and view.kanban is None:
        yield Issue("view.kanban.missing", ("kind",))
    if view.kind == "calendar" and view.calendar is None:
        yield Issue("view.calendar.missing", ("kind",))


def _grouped(definition: Definition, view: View) -> Iterator[Issue]:
    """Levels differ: by their field, or for a date by its grain; only dates have one."""
    levels = [(group.field, group.grain or "day") for group in view.groups]
    for index, (group, level) in enumerate(zip(view.groups, levels, strict=True)):
        path = ("groups", index, "field")
        yield from _kind(definition, path, group.field, GROUPS)
        if level in levels[:index]:
            yield Issue("view.groups.twice", path, {"field": _name(definition, group.field)})
        place = definition.field(group.field)
        if group.grain and place and shown_as(definition, place.field).key not in DAYS:
            yield Issue("view.groups.grain", ("groups", index, "grain"), {"field": place.field.name})


def _kind(
    definition: Definition, path: Path, id: str | None, kinds: frozenset[str], *, is_entered: bool = False
) -> Iterator[Issue]:
    """Lanes are entered by dragging, so that field is not computed; the others may be."""
    place = definition.field(id) if id else None
    if place is None:
        return
    key = place.field.type if is_entered else shown_as(definition, place.field).key
    if place.lines is not None or key not in kinds:
        yield Issue(f"view.{path[0]}.kind", path, {"field": place.field.name})


def _name(definition: Definition, id: str) -> str:
    place = definition.field(id)
    return place.field.name if place else id
