"""Trying a decision table of a draft with values as people write them, as the browser shows beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from engine.dependencies.resolve import Standpoint, resolve
from engine.entities.field_type import surroundings
from engine.entities.field_types._index import FIELD_TYPES
from engine.entities.reading.computed import to_json
from engine.entities.scope import RecordScope
from engine.expressions.context import Context
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue, Value
from engine.metadata.definition import Definition
from engine.metadata.model import Field, Rule
from engine.rules.decide import Decided, compile_table, decide_table
from engine.rules.table import Table, names_in_table, table_of

Given = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Tried:
    """What a table says of one example: results by name, the rows met, and what could not be read."""

    outputs: Mapping[str, Any]
    rows: tuple[str, ...]
    issues: tuple[Issue, ...] = ()


def asked_names(definition: Definition, rule: Rule) -> list[tuple[str, Field | None]]:
    """Return the names an example gives values for, in the order of inputs, with the field each one is."""
    table = table_of(definition, rule.id)
    entity = definition.entities.get(rule.entity)
    if not isinstance(table, Table) or entity is None:
        return []
    inputs = [path for each in table.inputs for path in [getattr(each, "path", None)] if path]
    paths = dict.fromkeys([*inputs, *sorted(names_in_table(table))])
    found = ((path, resolve(definition, Standpoint(entity), path)) for path in paths)
    return [(".".join(path), steps[-1].field if steps else None) for path, steps in found]


def try_rule(definition: Definition, rule: Rule, examples: list[Given], now: datetime) -> list[Tried]:
    """Ask the table about each example; a table that cannot be read answers with its issues."""
    table = table_of(definition, rule.id)
    if not isinstance(table, Table):
        return [Tried({}, (), tuple(table)) for _ in examples]
    scope = RecordScope(definition, Standpoint(definition.entities[rule.entity]))
    compiled = compile_table(table, scope)
    context = Context(now, ZoneInfo(definition.app.timezone))
    readers = {name: _reader(definition, field) for name, field in asked_names(definition, rule)}
    tried: list[Tried] = []
    for each in examples:
        values, issues = _read(readers, each)
        answer = decide_table(compiled, values, context) if not issues else Decided({}, ())
        tried.append(
            Tried({name: _shown(value) for name, value in answer.outputs.items()}, answer.rows, issues)
        )
    return tried


def _reader(definition: Definition, field: Field | None) -> Callable[[object], Any]:
    if field is None:
        return str
    type = FIELD_TYPES[field.type]
    return type.reader(field.options, surroundings(definition))


def _read(
    readers: Mapping[str, Callable[[object], Any]], given: Given
) -> tuple[dict[str, Value], tuple[Issue, ...]]:
    values: dict[str, Value] = {}
    issues: list[Issue] = []
    for name, read in readers.items():
        raw = given.get(name)
        value = None if raw in (None, "") else read(raw)
        if isinstance(value, Issue):
            issues.append(value.under(name))
        else:
            values[name] = value
    return values, tuple(issues)


def _shown(value: Value) -> Any:
    return {"error": value.code, "cause": value.cause} if isinstance(value, ErrorValue) else to_json(value)
