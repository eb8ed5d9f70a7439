"""Choices that were merged into another one: records that have one of them, in the trash too, get the other.

What is stored is as the former release has it, so its fields are looked through, whatever becomes of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import orjson
from alembic.operations import Operations
from sqlalchemy import Column, ColumnElement, Connection, bindparam, func, select, update

from engine.entities.stock import uniques_of
from engine.metadata.definition import Definition
from engine.metadata.model import Choice, ChoiceOptions, MultiChoiceOptions
from runtime.storage.choice_steps import has_choice, merged_in
from runtime.storage.physical import StoredField
from runtime.storage.plan import Present, Whole, wholes
from runtime.storage.refill import BATCH
from runtime.storage.schema_step import Apply, SchemaStep


@dataclass(frozen=True, slots=True)
class Merged:
    """A field that may hold a choice that goes, and the one that stays."""

    whole: Whole
    stored: StoredField
    goes: Choice
    stays: Choice

    @property
    def column(self) -> Column[str]:
        """Return the column in the table."""
        return self.whole.table.c[self.stored.column.name]

    @property
    def holds(self) -> ColumnElement[bool]:
        """Return the condition that a row has the choice that goes."""
        return has_choice(self.column, self.stored, self.goes.value)


def merged_choices(old: Definition | None, new: Definition) -> list[Merged]:
    """Return the choices of the former release that were merged since, once for every field that has them."""
    if old is None:
        return []
    return [
        Merged(whole, stored, goes, stays)
        for whole in wholes(old)
        for stored in whole.stored.values()
        for goes, stays in _merges(old, new, stored)
    ]


def _merges(old: Definition, new: Definition, stored: StoredField) -> Iterator[tuple[Choice, Choice]]:
    options = stored.field.options
    if isinstance(options, ChoiceOptions | MultiChoiceOptions) and options.list in new.options:
        merged = merged_in(new.options[options.list])
        for choice in old.options[options.list].choices:
            if choice.value in merged:
                yield choice, merged[choice.value]


def merged_fields(merged: Sequence[Merged]) -> frozenset[str]:
    """Return the fields whose values change."""
    return frozenset(each.stored.field.id for each in merged)


def unique_columns(merged: Sequence[Merged]) -> frozenset[str]:
    """Return the columns that may occur once only: their indexes are made again when all is changed."""
    return frozenset(
        str(each.stored.column.name)
        for each in merged
        if any(each.stored.field.id in unique.fields for unique in uniques_of(each.whole.owner.entity))
    )


def merge_steps(new: Definition, merged: Sequence[Merged], has: Present) -> Iterator[SchemaStep]:
    """Yield the changes of values; as many rows as have them."""
    for each in merged:
        field = each.stored.field
        words = {"field": field.label, "choice": each.goes.label, "into": each.stays.label}
        counted = select(func.count()).select_from(each.whole.table).where(each.holds)
        rows = has.connection.execute(counted).scalar_one()
        yield SchemaStep("storage.step.merge", {**each.whole.words, **words}, rows, _merge(new, each))


def _merge(new: Definition, each: Merged) -> Apply:
    def apply(operations: Operations) -> None:
        if isinstance(each.stored.field.options, ChoiceOptions):
            changed = update(each.whole.table).where(each.holds).values({each.column: each.stays.value})
            operations.get_bind().execute(changed)
        else:
            _merge_lists(operations.get_bind(), _order(new, each.stored), each)

    return apply


def _order(new: Definition, stored: StoredField) -> Mapping[str, int]:
    assert isinstance(stored.field.options, MultiChoiceOptions)
    choices = new.options[stored.field.options.list].choices
    return {choice.value: at for at, choice in enumerate(choices)}


def _merge_lists(connection: Connection, order: Mapping[str, int], each: Merged) -> None:
    """Change lists of choices, a batch at a time: each choice once, in the order of the list."""
    table = each.whole.table
    same = table.c.id == bindparam("row_id")
    changed = update(table).where(same).values({each.column: bindparam("chosen", type_=each.column.type)})
    found = select(table.c.id, each.column).where(each.holds).order_by(table.c.id).limit(BATCH)
    rows = connection.execute(found).all()
    while rows:
        given = [{"row_id": id, "chosen": _with_other(text, order, each)} for id, text in rows]
        connection.execute(changed, given)
        rows = connection.execute(found.where(table.c.id > rows[-1][0])).all()


def _with_other(text: str, order: Mapping[str, int], each: Merged) -> str:
    chosen = {each.stays.value if value == each.goes.value else value for value in orjson.loads(text)}
    return orjson.dumps(sorted(chosen, key=lambda value: order.get(value, len(order)))).decode()
