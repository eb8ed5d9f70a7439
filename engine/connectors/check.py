"""Design checks of connectors: fields are where they are looked for, expressions know the shop's words."""

from collections.abc import Iterable, Iterator

from engine.connectors.expression import check_set
from engine.connectors.vocabulary import ShopScope
from engine.entities.checks.placing import is_column, place_of
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import LinkOptions, ShopCustomers, ShopLines, ShopOrders

_LINE = ShopScope(in_line=True)
_ORDER = ShopScope()


def check_connectors(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each fault."""
    for connector in definition.connectors.values():
        if connector.orders:
            found = _orders(definition, connector.orders)
            yield from (issue.under(*place_of(connector), "orders") for issue in found)


def _orders(definition: Definition, orders: ShopOrders) -> Iterator[Issue]:
    own: list[tuple[Path, str]] = [(("key",), orders.key)]
    for part, texts in (("set", orders.set), ("update", orders.update)):
        own += [((part, id), id) for id in texts]
        yield from (issue.under(part) for issue in check_set(definition, texts, _ORDER))
    yield from _foreign(definition, orders.entity, own)
    yield from (issue.under("lines") for issue in _lines(definition, orders, orders.lines))
    if orders.customers:
        found = _customers(definition, orders, orders.customers)
        yield from (issue.under("customers") for issue in found)


def _customers(definition: Definition, orders: ShopOrders, customers: ShopCustomers) -> Iterator[Issue]:
    compared = (("phone", customers.phone), ("email", customers.email))
    own: list[tuple[Path, str]] = [((part,), id) for part, id in compared if id]
    own += [(("set", id), id) for id in customers.set]
    yield from _foreign(definition, customers.entity, own)
    yield from (issue.under("set") for issue in check_set(definition, customers.set, _ORDER))
    yield from _foreign(definition, orders.entity, [(("field",), customers.field)])
    place = definition.field(customers.field)
    if place and _target(place) != customers.entity:
        yield Issue("connector.link.wrong", ("field",), {"field": place.field.name})


def _lines(definition: Definition, orders: ShopOrders, lines: ShopLines) -> Iterator[Issue]:
    yield from _foreign(definition, orders.entity, [(("field",), lines.field)])
    yield from (issue.under("set") for issue in check_set(definition, lines.set, _LINE))
    for path, id in ((("product",), lines.product), *((("set", each), each) for each in lines.set)):
        place = definition.field(id)
        if place and (place.lines is None or place.lines.id != lines.field):
            yield Issue("connector.field.not_in_lines", path, {"field": place.field.name})
    product = definition.field(lines.product)
    target = _target(product) if product else None
    if product and target is None:
        yield Issue("connector.link.wrong", ("product",), {"field": product.field.name})
    elif target:
        yield from _foreign(definition, target, [(("sku",), lines.sku)])


def _foreign(definition: Definition, entity: str, own: Iterable[tuple[Path, str]]) -> Iterator[Issue]:
    """Yield where a named field is not one of an entity's own."""
    name = definition.entities[entity].name
    for path, id in own:
        place = definition.field(id)
        if place and (place.entity.id != entity or is_column(place)):
            yield Issue("entity.field.foreign", path, {"entity": name})


def _target(place: FieldPlace) -> str | None:
    options = place.field.options
    return options.entity if isinstance(options, LinkOptions) else None
