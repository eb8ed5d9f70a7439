"""What names mean, with their types, where an expression stands: in a record or in a detail line of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.dependencies.resolve import COUNT, FLOW, PARENT, Standpoint, Step, columns, enter, resolve
from engine.entities.field_types._index import FIELD_TYPES
from engine.expressions import types
from engine.expressions.types import Type
from engine.kernel.ids import SYSTEM_FIELDS
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Field, LinkOptions, LookupOptions, RollupOptions, Rule

PEOPLE = types.link("person")
SYSTEM_TYPES = {
    "id": types.TEXT,
    "created_at": types.DATETIME,
    "created_by": PEOPLE,
    "modified_at": types.DATETIME,
    "modified_by": PEOPLE,
    "version": types.NUMBER,
}
RULE_RESULTS = {"text": types.TEXT, "number": types.NUMBER, "boolean": types.BOOLEAN, "date": types.DATE}
_LOOKUP_DEPTH = 8


@dataclass(frozen=True, slots=True)
class RecordScope:
    """The scope of expressions at a standpoint."""

    definition: Definition
    where: Standpoint

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        """Return the type of a field path, or None where it is unknown."""
        inside = enter(self.definition, self.where, path)
        if inside is not None:
            where, rest = inside
            return RecordScope(self.definition, where).resolve(rest) if rest else None
        steps = resolve(self.definition, self.where, path)
        if steps is None:
            return None
        if not steps:
            return _known_type(self.definition, self.where.names[path[0]], path[1:])
        found = _step_type(self.definition, steps[-1])
        return types.list_of(found.scalar) if _goes_through_lines(self.where, steps) else found

    def known(self) -> Iterator[tuple[str, ...]]:
        """Yield the paths worth suggesting: all names here, and one step over links and into lines."""
        entity, lines = self.where.entity, self.where.lines
        for field in columns(lines.options) if lines else entity.fields:
            yield (field.name,)
            yield from ((field.name, each) for each in _names_beyond(self.definition, field))
        yield from _known_names(self.definition, self.where)
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


def _known_type(definition: Definition, known: str, rest: tuple[str, ...]) -> Type:
    """Return the type of what a name stands for where that is no field."""
    document = definition.document(known)
    match document:
        case Entity():
            return types.NUMBER if rest == (COUNT,) else types.link(known)
        case Rule():
            [output] = (each for each in document.outputs if each.name == rest[0])
            return RULE_RESULTS[output.result]
    return types.ANY


def _known_names(definition: Definition, where: Standpoint) -> Iterator[tuple[str, ...]]:
    for name, known in where.names.items():
        document = definition.document(known)
        if isinstance(document, Entity):
            yield from ((name, field.name) for field in document.fields)
        elif isinstance(document, Rule):
            yield from ((name, output.name) for output in document.outputs)
    if where.flow:
        yield from ((FLOW, *path) for path in RecordScope(definition, where.flow).known())


def _goes_through_lines(where: Standpoint, steps: tuple[Step, ...]) -> bool:
    """Tell whether a path gives a value per detail line; within a line, its own fields do not."""
    is_own = where.lines is not None
    return any(step.lines is not None for step in steps[is_own:])


def _names_beyond(definition: Definition, field: Field) -> Iterator[str]:
    yield from (column.name for column in columns(field.options))
    if isinstance(field.options, LinkOptions) and field.options.entity in definition.entities:
        yield from (each.name for each in definition.entities[field.options.entity].fields)
