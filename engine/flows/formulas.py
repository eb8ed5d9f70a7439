"""Expressions of a flow, compiled: what each reads of the record, of what is known, of a detail line."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from engine.dependencies.flow_scopes import BEFORE
from engine.dependencies.resolve import COUNT, Standpoint, columns, enter, resolve
from engine.expressions.check import Checked
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.generate import Formula
from engine.flows.events import Facts, LineValues
from engine.kernel.values import ErrorValue, Value
from engine.metadata.definition import Definition
from engine.metadata.model import Field, LinesOptions

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Sight:
    """What an expression of a flow can see: the facts, what earlier steps found, and the line it is in."""

    facts: Facts
    known: Mapping[str, Mapping[str, Any]]
    line: LineValues | None = None


Read: TypeAlias = Callable[[Sight], Value]


class Needs:
    """What expressions turn out to read, gathered while they are compiled."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.before: set[str] = set()
        self.columns: defaultdict[str, set[str]] = defaultdict(set)
        self.asked: defaultdict[str, set[str]] = defaultdict(set)

    def frozen_columns(self) -> dict[str, frozenset[str]]:
        """Return the columns by detail lines field, to be kept."""
        return {lines: frozenset(names) for lines, names in self.columns.items()}


@dataclass(frozen=True, slots=True)
class FlowFormula:
    """A compiled expression; `entity` is that of the record its result links to, if it does."""

    text: str
    formula: Formula
    reads: tuple[tuple[str, Read], ...]
    entity: str | None = None

    def value(self, sight: Sight, context: Context) -> Value:
        """Compute the value, an error as a value."""
        return self.formula({name: read(sight) for name, read in self.reads}, context)

    def inputs(self, sight: Sight) -> dict[str, str]:
        """Return what was read, by name, as it is shown to people."""
        return {name: shown(read(sight)) for name, read in self.reads}


def compile_formula(
    definition: Definition, where: Standpoint, text: str, checked: Checked, needs: Needs
) -> FlowFormula:
    """Compile a checked expression."""
    reads = tuple((".".join(path), reader(definition, where, path, needs)) for path in sorted(checked.names))
    return FlowFormula(text, compile_checked(checked), reads, checked.type.scalar.entity)


def reader(definition: Definition, where: Standpoint, path: tuple[str, ...], needs: Needs) -> Read:
    """Return how the value of a path is found, and note what that needs."""
    if path[0] in where.names:
        return _of_known(definition, where, path, needs)
    inside = enter(definition, where, path)
    if inside is not None:
        return reader(definition, *inside, needs)
    dotted = ".".join(path)
    if where.lines is not None:
        needs.columns[where.lines.id].add(dotted)
        return lambda sight: sight.line.values.get(dotted) if sight.line else None
    steps = resolve(definition, where, path) or ()
    if steps and steps[0].field and isinstance(steps[0].field.options, LinesOptions):
        return _of_lines(steps[0].field, path[1:], needs)
    needs.names.add(dotted)
    return lambda sight: sight.facts.values.get(dotted)


def _of_known(definition: Definition, where: Standpoint, path: tuple[str, ...], needs: Needs) -> Read:
    name, dotted = path[0], ".".join(path[1:]) or "id"
    if name == BEFORE:
        needs.before.add(dotted)
    elif where.names[name] in definition.entities and dotted not in ("id", COUNT):
        needs.asked[name].add(dotted)
    return lambda sight: sight.known.get(name, {}).get(dotted)


def _of_lines(lines: Field, rest: tuple[str, ...], needs: Needs) -> Read:
    names = [".".join(rest)] if rest else [column.name for column in columns(lines.options)]
    needs.columns[lines.id].update(names)

    def read(sight: Sight) -> Value:
        rows = [line.values for line in sight.facts.lines.get(lines.id, ())]
        if rest:
            return tuple(row.get(names[0]) for row in rows)
        return tuple(tuple(row.get(name) for name in names) for row in rows)

    return read


def shown(value: object) -> str:
    """Return a value as text of bounded length."""
    return _text(value)[:_SHOWN]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case Decimal():
            return format(value, "f")
        case ErrorValue():
            return value.code
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return ", ".join(_text(each) for each in value)
    return str(value)
