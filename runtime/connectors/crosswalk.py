"""Which record is which in the other system. Owns the rows of `sys_external_id`."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from engine.connectors.shop import Seen, ShopOrder, Stage
from runtime.storage.system_tables_connectors import sys_external_id


@dataclass(frozen=True, slots=True)
class Known:
    """An order that was told of before: its record, if there is one, and how it stood."""

    record: str | None
    seen: Seen


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The ids of one connector, inside a unit of work."""

    connection: Connection
    connector: str

    def order(self, entity: str, id: str) -> Known | None:
        """Return what is known of an order."""
        row = self.connection.execute(select(sys_external_id).where(*self._at(entity, id))).one_or_none()
        if row is None:
            return None
        seen = Seen(stage=cast(Stage, row.stage), modified_at=row.modified_at, digest=row.digest)
        return Known(row.record_id, seen)

    def record(self, entity: str, id: str) -> str | None:
        """Return the record that stands for something there."""
        asked = select(sys_external_id.c.record_id).where(*self._at(entity, id))
        return self.connection.execute(asked).scalar()

    def remember(self, entity: str, id: str, record: str) -> None:
        """Keep that a record stands for something there, whatever stood for it before."""
        self.connection.execute(delete(sys_external_id).where(*self._at(entity, id)))
        self._insert(entity, id, record_id=record)

    def remember_order(
        self, entity: str, order: ShopOrder, digest: str, known: Known | None, record: str | None
    ) -> None:
        """Keep how an order stands now."""
        values = {
            "record_id": record,
            "number": order.order_no,
            "stage": order.stage,
            "modified_at": order.modified_at,
            "digest": digest,
        }
        if known is None:
            self._insert(entity, order.id, **values)
        else:
            place = self._at(entity, order.id)
            self.connection.execute(update(sys_external_id).where(*place).values(values))

    def _insert(self, entity: str, id: str, **values: str | datetime | None) -> None:
        row = {"connector_id": self.connector, "entity_id": entity, "external_id": id, **values}
        self.connection.execute(insert(sys_external_id).values(row))

    def _at(self, entity: str, id: str) -> tuple[ColumnElement[bool], ...]:
        table = sys_external_id.c
        return (table.connector_id == self.connector, table.entity_id == entity, table.external_id == id)


def order_id_of(connection: Connection, connector: str, entity: str, number: str) -> str | None:
    """Return the other system's id of an order that people there call by a number."""
    table = sys_external_id.c
    place = (table.connector_id == connector, table.entity_id == entity, table.number == number)
    return connection.execute(select(table.external_id).where(*place).limit(1)).scalar()
