"""What happened to one balance, and who holds of it, as a viewer may know it.

Titles of orders are told only to those who may read the order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from engine.entities.stock import stock_of
from engine.kernel.errors import Forbidden, Invalid, NotFound
from engine.kernel.issue import Issue
from runtime.storage.columns.families import instant_wire
from runtime.storage.expanding import people, record_titles
from runtime.storage.system_tables_stock import HELD, sys_reservation, sys_stock_movement
from runtime.storage.viewer import Viewer

PAGE = 50
Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StockPage:
    """Open reservations, oldest first, and a page of movements, newest first."""

    reservations: list[Item]
    movements: list[Item]
    next_cursor: str | None


def read_stock(
    viewer: Viewer, connection: Connection, entity: str, id: str, cursor: str | None = None
) -> StockPage:
    """Return the stock of a balance that the viewer may read, both amounts included."""
    stock = stock_of(viewer.definition, entity)
    if stock is None:
        raise NotFound.of("stock.entity.none", entity=viewer.definition.entities[entity].name)
    decision = viewer.require("read", entity)
    if not {stock.on_hand.id, stock.reserved.id} <= decision.readable:
        raise Forbidden([Issue("stock.amounts.hidden")])
    moves = _movements(connection, id, cursor)
    held = [] if cursor else _reservations(connection, id)
    titles = _titles(viewer, connection, (*held, *moves))
    names = people(viewer, connection, {row["actor"] for row in moves if row["actor"]})
    shown = moves[:PAGE]
    return StockPage(
        [_reservation(viewer, row, titles) for row in held],
        [_movement(viewer, row, titles, names) for row in shown],
        str(shown[-1]["version"]) if len(moves) > PAGE else None,
    )


def _movements(connection: Connection, id: str, cursor: str | None) -> list[RowMapping]:
    each = sys_stock_movement.c
    found = select(sys_stock_movement).where(each.balance_id == id)
    if cursor is not None:
        if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 19):
            raise Invalid([Issue("query.cursor.unreadable", ("cursor",))])
        found = found.where(each.version < int(cursor))
    rows = connection.execute(found.order_by(each.version.desc()).limit(PAGE + 1))
    return list(rows.mappings())


def _reservations(connection: Connection, id: str) -> list[RowMapping]:
    each = sys_reservation.c
    found = select(sys_reservation).where(each.balance_id == id, each.state == HELD)
    return list(connection.execute(found.order_by(each.at, each.id).limit(PAGE * 10)).mappings())


def _titles(viewer: Viewer, connection: Connection, rows: Iterable[RowMapping]) -> Mapping[str, Item]:
    """Return the records that stock was moved for, as far as the viewer may read them."""
    wanted: dict[str, set[str]] = {}
    for row in rows:
        if row["record_id"] and row["entity_id"] in viewer.definition.entities:
            wanted.setdefault(row["entity_id"], set()).add(row["record_id"])
    return {
        id: item
        for entity, ids in wanted.items()
        for id, item in record_titles(viewer, connection, entity, sorted(ids)).items()
    }


def _record(viewer: Viewer, row: RowMapping, titles: Mapping[str, Item]) -> Item:
    entity = viewer.definition.entities.get(row["entity_id"] or "")
    known = titles.get(row["record_id"] or "")
    return {"entity": entity.name if entity and known else None, "record": known}


def _reservation(viewer: Viewer, row: RowMapping, titles: Mapping[str, Item]) -> Item:
    return {
        "id": row["id"],
        **_record(viewer, row, titles),
        "quantity": row["quantity"],
        "shipped": row["shipped"],
        "open": row["quantity"] - row["shipped"],
        "since": instant_wire(row["at"]),
        "expires_at": instant_wire(row["expires_at"]) if row["expires_at"] else None,
    }


def _movement(viewer: Viewer, row: RowMapping, titles: Mapping[str, Item], names: Mapping[str, Item]) -> Item:
    return {
        "version": row["version"],
        "at": instant_wire(row["at"]),
        "kind": row["kind"],
        "on_hand_change": row["on_hand_change"],
        "reserved_change": row["reserved_change"],
        "on_hand": row["on_hand"],
        "reserved": row["reserved"],
        "by": names.get(row["actor"]) if row["actor"] else None,
        **_record(viewer, row, titles),
    }
