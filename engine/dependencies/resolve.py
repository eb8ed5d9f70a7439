"""What a name in an expression stands for: a field, followed over links and into detail lines.

Knows places, not types; `engine.entities.scope` adds those.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Optional

from engine.kernel.ids import SYSTEM_FIELDS
from engine.metadata.definition import Definition
from engine.metadata.model import Connector, Entity, Field, LinesOptions, LinkOptions, Rule

PARENT = "parent"
FLOW = "flow"
COUNT = "count"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: a field, or one of the system fields every record has, by name."""

    entity: Entity
    field: Field | None
    name: str
    lines: Field | None = None


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where names are looked up: a record of an entity, or one of its detail lines.

    `names` are further things known by a name of their own: the id of the entity of a record, of a rule
    whose outputs they are, or of a connector that answered. `flow` is where names after `flow.` are looked
    up. With `is_open` a name that no column of the lines has may be one of the record.
    """

    entity: Entity
    lines: Field | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    flow: Optional["Standpoint"] = None
    is_open: bool = False


def resolve(definition: Definition, where: Standpoint, path: tuple[str, ...]) -> tuple[Step, ...] | None:
    """Return the steps of a path, or None where one of them does not exist.

    A path to what is no field, such as the output of a rule, has no steps.
    """
    inside = enter(definition, where, path)
    if inside is not None:
        return resolve(definition, *inside) if inside[1] else None
    if path[0] in where.names:
        return () if _exists(definition, where.names[path[0]], path[1:]) else None
    steps: list[Step] = []
    here: Standpoint | None = where
    for name in path:
        step = _step(here, name) if here else None
        if step is None:
            return None
        steps.append(step)
        here = _beyond(definition, step)
    return tuple(steps)


def enter(
    definition: Definition, where: Standpoint, path: tuple[str, ...]
) -> tuple[Standpoint, tuple[str, ...]] | None:
    """Return where the rest of a path is looked up when it begins with a name for something else."""
    first, rest = path[0], path[1:]
    if where.flow is not None and first == FLOW:
        return where.flow, rest
    if first in where.names:
        known = definition.entities.get(where.names[first])
        here = Standpoint(known) if known else None
        is_inside = here is not None and rest and (rest[0] != COUNT or _step(here, COUNT))
        return (here, rest) if here and is_inside else None
    if where.lines is not None and first == PARENT:
        return replace(where, lines=None), rest
    if where.lines is not None and where.is_open and _step(where, first) is None:
        return replace(where, lines=None), path
    return None


def columns(options: object) -> tuple[Field, ...]:
    """Return the fields of detail lines, none for other field types."""
    return options.fields if isinstance(options, LinesOptions) else ()


def _exists(definition: Definition, known: str, rest: tuple[str, ...]) -> bool:
    """Tell whether what a name stands for has something that is no field: its id, a count, an output."""
    document = definition.document(known)
    match document:
        case Entity():
            return rest in ((), (COUNT,))
        case Rule():
            return len(rest) == 1 and any(each.name == rest[0] for each in document.outputs)
    return isinstance(document, Connector) and len(rest) > 0


def _step(where: Standpoint, name: str) -> Step | None:
    fields = columns(where.lines.options) if where.lines else where.entity.fields
    for each in fields:
        if each.name == name:
            return Step(where.entity, each, name, where.lines)
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
