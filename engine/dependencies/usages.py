"""Where a document or a field is used from outside itself, whatever it contains included.

What nothing uses can be deleted without breaking anything else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from engine.dependencies.resolve import columns
from engine.dependencies.uses import FieldUse, field_uses
from engine.kernel.path import Path
from engine.metadata.definition import Definition, places
from engine.metadata.model import Entity


@dataclass(frozen=True, slots=True)
class Usage:
    """A place that uses something: by its id, or by a name in an expression."""

    document: str
    path: Path
    kind: Literal["reference", "name"]


def find_usages(definition: Definition, id: str) -> tuple[Usage, ...]:
    """Return every place outside a document or field that uses it or a part of it."""
    inside = dict.fromkeys(_parts(definition, id))
    uses = (use for part in inside for use in field_uses(definition, part))
    found = (use for use in uses if not _is_inside(definition, use, inside))
    return tuple(dict.fromkeys(Usage(use.document, use.path, _kind(use)) for use in found))


def _parts(definition: Definition, id: str) -> Iterator[str]:
    """Yield a thing and the fields it contains."""
    yield id
    document, place = definition.document(id), definition.field(id)
    if isinstance(document, Entity):
        yield from (each.field.id for each in places(document))
    if place:
        yield from (column.id for column in columns(place.field.options))


def _is_inside(definition: Definition, use: FieldUse, inside: dict[str, None]) -> bool:
    """Tell whether a use stands in one of the things themselves."""
    if use.document in inside:
        return True
    entity = definition.entities.get(use.document)
    if entity is None or use.path[0] != "fields":
        return False
    field = entity.fields[int(use.path[1])]
    if field.id in inside:
        return True
    return use.path[2:4] == ("options", "fields") and columns(field.options)[int(use.path[4])].id in inside


def _kind(use: FieldUse) -> Literal["reference", "name"]:
    return "reference" if use.name is None else "name"
