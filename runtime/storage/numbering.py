"""The numbers that new records get from the sequences of their entity: one step of a counter for them all."""

from collections.abc import Iterator, Mapping, Sequence

from engine.entities.field_types.sequence import period, render
from engine.kernel.values import Value
from engine.metadata.model import Entity, Field, SequenceOptions
from runtime.storage.counters import next_numbers
from runtime.storage.unit import Unit


def numbers_for(unit: Unit, entity: Entity, rows: Sequence[Mapping[str, object]]) -> list[dict[str, Value]]:
    """Take the next number of each sequence for each row; an import may bring its own."""
    given: list[dict[str, Value]] = [{} for _ in rows]
    for field in entity.fields:
        if not isinstance(field.options, SequenceOptions):
            continue
        waiting = [
            place for place, row in enumerate(rows) if unit.origin.by_hand or row.get(field.name) is None
        ]
        for place, number in zip(waiting, _taken(unit, field, field.options, len(waiting)), strict=True):
            given[place][field.name] = number
    return given


def _taken(unit: Unit, field: Field, options: SequenceOptions, count: int) -> Iterator[str]:
    """Yield the next formatted numbers of a sequence field."""
    if not count:
        return
    context = unit.viewer.context
    today = context.now.astimezone(context.timezone).date()
    for number in next_numbers(unit.connection, field.id, period(options, today), count):
        yield render(options, number, today)
