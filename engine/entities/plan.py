"""The rules of one entity, compiled once per definition into closures: how entered values are read, what is
filled in, what is computed in which order, what must hold.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.dependencies.resolve import Standpoint, columns
from engine.entities.computed import is_stored, order
from engine.entities.conversion import Conversion, conversion, scale_of
from engine.entities.field_type import Check, Reader, Trait, surroundings
from engine.entities.field_types._index import FIELD_TYPES
from engine.entities.formula_text import formula_text
from engine.entities.scope import field_type
from engine.entities.sources import is_computed
from engine.entities.working import Evaluation, Fetch, compile_at, live_value
from engine.kernel.remember import remember
from engine.metadata.definition import Definition, FieldPlace, places
from engine.metadata.model import Check as CheckRule
from engine.metadata.model import Field, FormulaOptions, LinesOptions


@dataclass(frozen=True, slots=True)
class Default:
    """What a field of a new record is when nothing is entered."""

    name: str
    evaluation: Evaluation
    convert: Conversion
    read: Reader


@dataclass(frozen=True, slots=True)
class Slot:
    """One field as it may be entered."""

    field: Field
    name: str
    read: Reader
    check: Check | None
    is_computed: bool
    is_by_hand: bool
    is_required: bool
    is_opening: bool = False  # given to a new record at most, and never by hand: what stock is reserved


@dataclass(frozen=True, slots=True)
class Part:
    """The fields of a record, or of the lines of one detail lines field."""

    slots: Mapping[str, Slot]
    required: tuple[Slot, ...]
    defaults: tuple[Default, ...]
    stored: tuple[str, ...]
    live: tuple[tuple[str, Fetch], ...]


@dataclass(frozen=True, slots=True)
class LinesPart:
    """One detail lines field: how many lines, and the fields of a line."""

    field: Field
    name: str
    least: int
    most: int
    line: Part


@dataclass(frozen=True, slots=True)
class Step:
    """One stored formula, of the record or of every line of a detail lines field."""

    name: str
    lines: str | None
    evaluation: Evaluation
    convert: Conversion


@dataclass(frozen=True, slots=True)
class CheckStep:
    """A condition over the record, with the field it is shown at."""

    rule: CheckRule
    evaluation: Evaluation
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that happens to a record of an entity between being sent and being stored."""

    entity: str
    record: Part
    lines: Mapping[str, LinesPart]
    steps: tuple[Step, ...]
    checks: tuple[CheckStep, ...]


@remember
def plan_of(definition: Definition, entity: str) -> Plan:
    """Compile the rules of an entity by its id."""
    found = definition.entities[entity]
    fields = [each for each in found.fields if not isinstance(each.options, LinesOptions)]
    return Plan(
        entity=entity,
        record=_part(definition, [FieldPlace(each, found) for each in fields]),
        lines={
            each.name: _lines_part(definition, FieldPlace(each, found))
            for each in found.fields
            if isinstance(each.options, LinesOptions)
        },
        steps=tuple(_step(definition, place) for place in order(definition, found)),
        checks=tuple(_check_step(definition, Standpoint(found), rule) for rule in found.checks),
    )


def _part(definition: Definition, fields: list[FieldPlace]) -> Part:
    slots = {place.field.name: _slot(definition, place) for place in fields}
    live = [place for place in fields if not is_stored(definition, place)]
    return Part(
        slots=slots,
        required=tuple(slot for slot in slots.values() if slot.is_required),
        defaults=tuple(_defaults(definition, fields, slots)),
        stored=tuple(place.field.name for place in fields if is_stored(definition, place)),
        live=tuple((place.field.name, live_value(definition, place)) for place in live),
    )


def _slot(definition: Definition, place: FieldPlace) -> Slot:
    field, type = place.field, FIELD_TYPES[place.field.type]
    around = surroundings(definition)
    is_generated = Trait.GENERATED in type.traits
    is_opening = place.entity.stock is not None and place.entity.stock.reserved == field.id
    return Slot(
        field=field,
        name=field.name,
        read=type.reader(field.options, around),
        check=type.checker(field.options, around) if type.checker else None,
        is_computed=is_computed(place),
        is_by_hand=not (field.read_only or is_generated or is_opening),
        is_required=field.required and not is_computed(place) and not is_generated,
        is_opening=is_opening,
    )


def _defaults(
    definition: Definition, fields: list[FieldPlace], slots: Mapping[str, Slot]
) -> Iterable[Default]:
    """Yield the defaults, each after those of the fields it reads; circles keep the order of the fields."""
    waiting = {
        place.field.name: _default(definition, place, slots) for place in fields if place.field.default
    }
    while waiting:
        ready = [name for name, each in waiting.items() if waiting.keys().isdisjoint(each.evaluation.roots)]
        for name in ready or list(waiting)[:1]:
            yield waiting.pop(name)


def _default(definition: Definition, place: FieldPlace, slots: Mapping[str, Slot]) -> Default:
    field = place.field
    return Default(
        name=field.name,
        evaluation=compile_at(definition, Standpoint(place.entity, place.lines), field.default or ""),
        convert=_conversion(definition, field),
        read=slots[field.name].read,
    )


def _conversion(definition: Definition, field: Field) -> Conversion:
    return conversion(field_type(definition, field).kind, scale_of(field.options))


def _lines_part(definition: Definition, place: FieldPlace) -> LinesPart:
    field, options = place.field, place.field.options
    assert isinstance(options, LinesOptions)
    fields = [FieldPlace(column, place.entity, field) for column in columns(options)]
    return LinesPart(
        field=field,
        name=field.name,
        least=max(options.least, int(field.required)),
        most=options.most,
        line=_part(definition, fields),
    )


def _step(definition: Definition, place: FieldPlace) -> Step:
    options: Any = place.field.options
    assert isinstance(options, FormulaOptions)
    return Step(
        name=place.field.name,
        lines=place.lines.name if place.lines else None,
        evaluation=compile_at(
            definition, Standpoint(place.entity, place.lines), formula_text(definition, options)
        ),
        convert=_conversion(definition, place.field),
    )


def _check_step(definition: Definition, where: Standpoint, rule: CheckRule) -> CheckStep:
    shown = [place for place in places(where.entity) if place.field.id == rule.field]
    path = tuple(
        step for place in shown for step in (*([place.lines.name] if place.lines else []), place.field.name)
    )
    return CheckStep(rule, compile_at(definition, where, rule.expression), path)
