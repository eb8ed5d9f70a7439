"""Names between the release a run follows and the one in use: a field is the same one by its id."""

from collections.abc import Mapping, Sequence
from typing import Any

from engine.dependencies.resolve import columns
from engine.metadata.definition import Definition
from engine.metadata.model import Field


def renamed(
    former: Definition, definition: Definition, entity: str, values: Mapping[str, Any]
) -> dict[str, Any]:
    """Return values by the names fields have now; what no field stands for any more is left out."""
    if former is definition or entity not in former.entities or entity not in definition.entities:
        return dict(values)
    return _renamed(former.entities[entity].fields, definition.entities[entity].fields, values)


def current_name(former: Definition, definition: Definition, field: str) -> str | None:
    """Return the name a field has now, by its id."""
    place = definition.field(field) or former.field(field)
    return place.field.name if place else None


def _renamed(former: Sequence[Field], now: Sequence[Field], values: Mapping[str, Any]) -> dict[str, Any]:
    before, after = {each.name: each for each in former}, {each.id: each for each in now}
    made: dict[str, Any] = {}
    for name, value in values.items():
        old = before.get(name)
        new = after.get(old.id) if old else None
        if new is not None and old is not None:
            made[new.name] = _lines(old, new, value)
    return made


def _lines(old: Field, new: Field, value: Any) -> Any:
    inner = columns(old.options)
    if not inner or not isinstance(value, list | tuple):
        return value
    return [_renamed(inner, columns(new.options), line) for line in value]
