"""What a name in an expression stands for: a field, followed over links and into detail lines.

Knows places, not types; `engine.entities.scope` adds those.
"""

from dataclasses import dataclass

from engine.kernel.ids import SYSTEM_FIELDS
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Field, LinesOptions, LinkOptions

PARENT = "parent"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: a field, or one of the system fields every record has, by name."""

    entity: Entity
    field: Field | None
    name: str
    lines: Field | None = None


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where names are looked up: a record of an entity, or one of its detail lines."""

    entity: Entity
    lines: Field | None = None


def resolve(definition: Definition, where: Standpoint, path: tuple[str, ...]) -> tuple[Step, ...] | None:
    """Return the steps of a path, or None where one of them does not exist."""
    if where.lines is not None and path[0] == PARENT:
        return resolve(definition, Standpoint(where.entity), path[1:]) if len(path) > 1 else None
    steps: list[Step] = []
    here: Standpoint | None = where
    for name in path:
        step = _step(here, name) if here else None
        if step is None:
            return None
        steps.append(step)
        here = _beyond(definition, step)
    return tuple(steps)


def columns(options: object) -> tuple[Field, ...]:
    """Return the fields of detail lines, none for other field types."""
    return options.fields if isinstance(options, LinesOptions) else ()


def _step(where: Standpoint, name: str) -> Step | None:
    fields = columns(where.lines.options) if where.lines else where.entity.fields
    for field in fields:
        if field.name == name:
            return Step(where.entity, field, name, where.lines)
    if name in SYSTEM_FIELDS and where.lines is None:
        return Step(where.entity, None, name)
    return None


def _beyond(definition: Definition, step: Step) -> Standpoint | None:
    """Return where the next step is looked up, or None where a path must end."""
    if step.field is None:
        return None
    if isinstance(step.field.options, LinkOptions):
        target = definition.entities.get(step.field.options.entity)
        return Standpoint(target) if target else None
    if isinstance(step.field.options, LinesOptions):
        return Standpoint(step.entity, step.field)
    return None
