"""What a change log keeps of a write: field ids to JSON kinds before and after, lines one by one."""

from collections.abc import Mapping
from typing import Any

from engine.entities.conversion import json_of
from engine.entities.record import Prepared
from engine.entities.values import Line
from engine.metadata.model import Entity, Field, LinesOptions

Values = Mapping[str, Any]


def differences(entity: Entity, before: Values, prepared: Prepared) -> dict[str, Any]:
    """Return what changed by field id; a field maps to [before, after], lines to a list of their changes."""
    found: dict[str, Any] = {}
    for field in entity.fields:
        if field.name not in prepared.changed:
            continue
        if isinstance(field.options, LinesOptions):
            found[field.id] = _lines(field, field.options, before, prepared)
        else:
            found[field.id] = _pair(field, before, prepared.values)
    return found


def _lines(field: Field, options: LinesOptions, before: Values, prepared: Prepared) -> list[dict[str, Any]]:
    changes = prepared.lines[field.name]
    old = {line.id: line for line in before.get(field.name) or ()}
    now: Any = prepared.values.get(field.name) or ()
    touched = {line.id for line in changes.changed}
    written = [line for line in now if line.id in touched or line.id not in old]
    told = [
        {"line": line.id, "changes": _line(options, _values(old.get(line.id)), line.values)}
        for line in written
    ]
    gone = [{"line": id, "changes": _line(options, old[id].values, {})} for id in changes.removed]
    return told + gone


def _values(line: Line | None) -> Values:
    return line.values if line else {}


def _line(options: LinesOptions, before: Values, after: Values) -> dict[str, Any]:
    return {
        column.id: _pair(column, before, after)
        for column in options.fields
        if before.get(column.name) != after.get(column.name)
    }


def _pair(field: Field, before: Values, after: Values) -> list[Any]:
    return [json_of(field.options, values.get(field.name)) for values in (before, after)]
