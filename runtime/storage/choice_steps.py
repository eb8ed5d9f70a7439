"""Choices that are removed from their list: refused as long as any record, in the trash or not, has one.

Those that were merged into another one are `merge_steps`'s.
"""

from collections.abc import Iterator, Mapping, Sequence

import orjson
from alembic.operations import Operations
from sqlalchemy import ColumnElement, func, select

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue, Scalar
from engine.metadata.definition import Definition
from engine.metadata.model import Choice, ChoiceOptions, MultiChoiceOptions, Options
from engine.text.labels import label_params
from runtime.storage.physical import StoredField
from runtime.storage.plan import Present, Whole, wholes
from runtime.storage.schema_step import Apply, SchemaStep

SHOWN = 5


def choice_steps(old: Definition | None, new: Definition, has: Present) -> Iterator[SchemaStep]:
    """Yield a look at each field that chooses from a list with fewer choices than before."""
    gone = _removed(old, new) if old else {}
    for whole in wholes(new) if gone else ():
        for stored in whole.stored.values():
            options = stored.field.options
            if not isinstance(options, ChoiceOptions | MultiChoiceOptions) or options.list not in gone:
                continue
            if stored.column.name in has.columns.get(whole.table.name, frozenset()):
                words = {**whole.words, "field": stored.field.label}
                look = _look(whole, stored, gone[options.list])
                yield SchemaStep("storage.step.choice", words, has.count(whole.table), look)


def _removed(old: Definition, new: Definition) -> Mapping[str, Sequence[str]]:
    """Return the values that lists no longer have, nor any other choice in their stead, by list."""
    kept = {id: each for id, each in old.options.items() if id in new.options}
    found = {
        id: _values(each) - _values(new.options[id]) - merged_in(new.options[id]).keys()
        for id, each in kept.items()
    }
    return {id: sorted(values) for id, values in found.items() if values}


def _values(options: Options) -> set[str]:
    return {choice.value for choice in options.choices}


def merged_in(options: Options) -> Mapping[str, Choice]:
    """Return the choices that stand for former ones, by the values of these."""
    return {value: choice for choice in options.choices for value in choice.merged}


def _look(whole: Whole, stored: StoredField, gone: Sequence[str]) -> Apply:
    def apply(operations: Operations) -> None:
        connection = operations.get_bind()
        column = whole.table.c[stored.column.name]
        found = {
            value: connection.execute(
                select(func.count()).where(has_choice(column, stored, value))
            ).scalar_one()
            for value in gone
        }
        used = [value for value, count in found.items() if count]
        if used:
            told: dict[str, Scalar] = {
                "count": sum(found.values()),
                "choices": ", ".join(used[:SHOWN]),
                **label_params("field", stored.field.label),
            }
            raise Invalid([Issue("storage.plan.choice_used", params=told)])

    return apply


def has_choice(column: ColumnElement[str], stored: StoredField, value: str) -> ColumnElement[bool]:
    """Return the condition that a field has a choice.

    Several choices are kept as a list in JSON, in which a value stands between quotes.
    """
    if isinstance(stored.field.options, ChoiceOptions):
        return column == value
    return column.contains(orjson.dumps(value).decode(), autoescape=True)
