"""What changed types would make of stored values: how many fit, and the first that do not, for a reader.

Every value is tried by the very conversion that publishing carries out; nothing is written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection

from engine.kernel.errors import NotFound
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.ports import Conversion, UnfitValue
from engine.query.record_query import Expand
from runtime.storage.expanding import EVERYTHING, expand, titles
from runtime.storage.reading import get
from runtime.storage.refill import judged
from runtime.storage.retype_steps import Retyped, retyped_fields
from runtime.storage.retyping import converter
from runtime.storage.rows import Item
from runtime.storage.viewer import Viewer

MOST = 20
# Records that the reader may not see are passed over; not without end.
LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class _Unfit:
    """A value that is not taken: its record, the line it stands in where it stands in one, and why."""

    record: str
    line: str | None
    reason: Issue


def try_types(viewer: Viewer, connection: Connection, new: Definition) -> Sequence[Conversion]:
    """Try every value of the fields that a new definition keeps in another way than the viewer's."""
    retyped = retyped_fields(viewer.definition, new)
    return [_tried(viewer, connection, new, each) for each in retyped]


def _tried(viewer: Viewer, connection: Connection, new: Definition, each: Retyped) -> Conversion:
    table, change = each.whole.table, converter(new, each.old.field, each.new.field)
    source: Column[Any] = Column(str(each.old.column.name), each.old.storage.sql_type)
    owner = table.c.parent if each.whole.lines else table.c.id
    fitting, unfit, found = 0, 0, list[_Unfit]()
    for (id, _, record), reason in judged(connection, table, source, change, owner):
        if reason is None:
            fitting += 1
            continue
        unfit += 1
        if len(found) < LOOKED_AT:
            found.append(_Unfit(record, id if each.whole.lines else None, reason))
    examples = tuple(_examples(viewer, connection, each, found)) if found else ()
    return Conversion(each.whole.owner.entity.id, each.new.field.id, fitting, unfit, examples)


def _examples(
    viewer: Viewer, connection: Connection, each: Retyped, found: Sequence[_Unfit]
) -> Iterator[UnfitValue]:
    """Yield the first values in records and fields that the viewer may read, as a record shows them."""
    entity = each.whole.owner.entity.id
    decision = viewer.may("read", entity)
    if decision is None or each.old.field.id not in decision.readable:
        return
    items: dict[str, Item] = {}
    seen = list(islice(_readable(viewer, connection, entity, found, items), MOST))
    expand(viewer, connection, entity, list(items.values()), [Expand(EVERYTHING)])
    named = titles(viewer, connection, entity, items)
    for unfit in seen:
        value = _value(viewer.definition, each, items[unfit.record], unfit.line)
        yield UnfitValue(unfit.record, named.get(unfit.record, {}).get("title"), value, unfit.reason)


def _readable(
    viewer: Viewer, connection: Connection, entity: str, found: Sequence[_Unfit], items: dict[str, Item]
) -> Iterator[_Unfit]:
    """Yield what stands in records the viewer may read, and put these into items."""
    for unfit in found:
        try:
            if unfit.record not in items:
                items[unfit.record] = get(viewer, connection, entity, unfit.record, "json")
        except NotFound:
            continue
        yield unfit


def _value(old: Definition, each: Retyped, item: Item, line: str | None) -> Any:
    """Return a value of an item, or of one of its detail lines; a line may have gone meanwhile."""
    name, lines = each.old.field.name, each.whole.lines
    place = old.field(lines.field.id) if lines else None
    if place is None:
        return item.get(name)
    return next((one.get(name) for one in item.get(place.field.name, ()) if one["id"] == line), None)
