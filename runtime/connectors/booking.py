"""Makes records of a shop's order: finds or adds the customer, finds the articles, stores the order.

Everything happens in the unit of work and under the rights of the connector; what cannot be found is said by
name, all of it at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.connectors.mapping import Mapped, map_change, map_new
from engine.connectors.shop import ShopOrder
from engine.expressions.context import Context
from engine.kernel.errors import Conflict, Invalid
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, LinkOptions, ShopCustomers, ShopLines, ShopOrders
from engine.query.record_query import Condition, RecordQuery, Sort
from runtime.connectors.crosswalk import Crosswalk
from runtime.storage.record_ids import is_record_id
from runtime.storage.repository import RecordsInUnit

_OLDEST = (Sort("created_at"),)


@dataclass(frozen=True, slots=True)
class Booking:
    """One unit of work of one connector."""

    definition: Definition
    orders: ShopOrders
    records: RecordsInUnit
    crosswalk: Crosswalk
    context: Context

    def create(self, order: ShopOrder) -> str:
        """Store a new order; return its record."""
        mapped = map_new(self.definition, self.orders, order, self.context)
        if isinstance(mapped, list):
            raise Invalid(mapped)
        articles = _articles(self, self.orders.lines, mapped)
        values = _linked(self, self.definition.entities[self.orders.entity], mapped.order)
        if self.orders.customers:
            values[_name(self, self.orders.customers.field)] = _customer(
                self, self.orders.customers, order, mapped.customer
            )
        product = _name(self, self.orders.lines.product)
        values[_name(self, self.orders.lines.field)] = [
            {**line.values, product: articles[line.sku]} for line in mapped.lines
        ]
        return self.records.create(self.orders.entity, values).id

    def change(self, record: str, order: ShopOrder) -> None:
        """Write the values of an order that follow the shop."""
        mapped = map_change(self.definition, self.orders, order, self.context)
        if isinstance(mapped, list):
            raise Invalid(mapped)
        existing = self.records.get_json(self.orders.entity, record)
        if existing is None:
            raise Conflict.of("connector.record.absent")
        values = _linked(self, self.definition.entities[self.orders.entity], mapped)
        self.records.update(self.orders.entity, record, values, existing["version"])


def _articles(booking: Booking, lines: ShopLines, mapped: Mapped) -> Mapping[str, str]:
    """Return the product of each SKU; raise Invalid naming all that are unknown."""
    place = booking.definition.field(lines.product)
    options = place.field.options if place else None
    assert isinstance(options, LinkOptions)
    sku = _name(booking, lines.sku)
    wanted = tuple(dict.fromkeys(line.sku for line in mapped.lines))
    query = RecordQuery((Condition(sku, "in", [each for each in wanted if each]),), fields=(sku,), limit=500)
    found = {str(each.values[sku]): each.id for each in booking.records.find(options.entity, query).records}
    missing = [
        Issue("connector.sku.unknown", ("lines", index), {"sku": each or "—"})
        for index, each in enumerate(wanted)
        if each not in found
    ]
    if missing:
        raise Invalid(missing)
    return found


def _customer(
    booking: Booking, customers: ShopCustomers, order: ShopOrder, values: Mapping[str, Value]
) -> str:
    """Return the customer: the one known by the shop's id, by phone or by e-mail, or a new one."""
    entity = customers.entity
    known = booking.crosswalk.record(entity, order.customer) if order.customer else None
    if known and booking.records.get_json(entity, known):
        return known
    compared = ((customers.phone, order.buyer_phone), (customers.email, order.buyer_email))
    found = next(
        (
            id
            for field, value in compared
            if field and value and (id := _first(booking, entity, _name(booking, field), value))
        ),
        None,
    )
    if found is None:
        new = _linked(booking, booking.definition.entities[entity], values)
        found = booking.records.create(entity, new).id
    if order.customer:
        booking.crosswalk.remember(entity, order.customer, found)
    return found


def _linked(booking: Booking, entity: Entity, values: Mapping[str, Value]) -> dict[str, object]:
    """Return values in which links that were given as a title or a unique text are ids."""
    found: dict[str, object] = dict(values)
    for field in entity.fields:
        given = values.get(field.name)
        if isinstance(field.options, LinkOptions) and isinstance(given, str) and not is_record_id(given):
            target = booking.definition.entities[field.options.entity]
            found[field.name] = _named(booking, field.name, target, given)
    return found


def _named(booking: Booking, name: str, target: Entity, text: str) -> str:
    keys = [rule.fields[0] for rule in target.unique if len(rule.fields) == 1]
    for id in dict.fromkeys([*keys, *([target.title] if target.title else [])]):
        record = _first(booking, target.id, _name(booking, id), text)
        if record:
            return record
    raise Invalid([Issue("connector.link.unknown", (name,), {"entity": target.name, "value": text[:60]})])


def _first(booking: Booking, entity: str, field: str, value: str) -> str | None:
    query = RecordQuery((Condition(field, "equals", value),), sort=_OLDEST, fields=(), limit=1)
    page = booking.records.find(entity, query)
    return page.records[0].id if page.records else None


def _name(booking: Booking, field: str) -> str:
    place = booking.definition.field(field)
    assert place is not None
    return place.field.name
