"""What names mean, with their types, where an expression stands: in a record or in a detail line of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.dependencies.resolve import PARENT, Standpoint, Step, columns, resolve
from engine.entities.field_types._index import FIELD_TYPES
from engine.expressions import types
from engine.expressions.types import Type
from engine.kernel.ids import SYSTEM_FIELDS
from engine.metadata.definition import Definition
from engine.metadata.model import Field, LinkOptions, LookupOptions, RollupOptions

PEOPLE = types.link("person")
SYSTEM_TYPES = {
    "id": types.TEXT,
    "created_at": types.DATETIME,
    "created_by": PEOPLE,
    "modified_at": types.DATETIME,
    "modified_by": PEOPLE,
    "version": types.NUMBER,
}
_LOOKUP_DEPTH = 8


@dataclass(frozen=True, slots=True)
class RecordScope:
    """The scope of expressions at a standpoint."""

    definition: Definition
    where: Standpoint

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        """Return the type of a field path, or None where it is unknown."""
        steps = resolve(self.definition, self.where, path)
        if steps is None:
            return None
        found = _step_type(self.definition, steps[-1])
        return types.list_of(found.scalar) if _goes_through_lines(self.where, path, steps) else found

    def known(self) -> Iterator[tuple[str, ...]]:
        """Yield the paths worth suggesting: all names here, and one step over links and into lines."""
        entity, lines = self.where.entity, self.where.lines
        for field in columns(lines.options) if lines else entity.fields:
            yield (field.name,)
            yield from ((field.name, each) for each in _names_beyond(self.definition, field))
        if lines:
            yield from ((PARENT, field.name) for field in entity.fields)
        else:
            yield from ((name,) for name in SYSTEM_FIELDS)


def field_type(definition: Definition, field: Field, depth: int = _LOOKUP_DEPTH) -> Type:
    """Return the expression type of a field; a lookup or rollup has that of what it shows."""
    match field.options:
        case LookupOptions(field=shown) | RollupOptions(field=str(shown), aggregate="minimum" | "maximum"):
            place = definition.field(shown)
            return field_type(definition, place.field, depth - 1) if place and depth else types.ANY
    return FIELD_TYPES[field.type].expression_type(field.options)


def _step_type(definition: Definition, step: Step) -> Type:
    return field_type(definition, step.field) if step.field else SYSTEM_TYPES[step.name]


def _goes_through_lines(where: Standpoint, path: tuple[str, ...], steps: tuple[Step, ...]) -> bool:
    """Tell whether a path gives a value per detail line; within a line, its own fields do not."""
    is_own = where.lines is not None and path[0] != PARENT
    return any(step.lines is not None for step in steps[is_own:])


def _names_beyond(definition: Definition, field: Field) -> Iterator[str]:
    yield from (column.name for column in columns(field.options))
    if isinstance(field.options, LinkOptions) and field.options.entity in definition.entities:
        yield from (each.name for each in definition.entities[field.options.entity].fields)
