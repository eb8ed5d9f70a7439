"""A shop's order as values of records: what is asked for of customers, orders and lines, by name of field.

Finding customers and products is the shell's; here only what is looked for and what would be stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.connectors.expression import evaluate_set
from engine.connectors.shop import ShopOrder
from engine.connectors.vocabulary import ShopScope, line_values, order_values
from engine.expressions.context import Context
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.definition import Definition
from engine.metadata.model import ShopOrders

_ORDER = ShopScope()
_LINE = ShopScope(in_line=True)


@dataclass(frozen=True, slots=True)
class MappedLine:
    """One line: the article it names, and its values."""

    sku: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Mapped:
    """Values of a new order, of a new customer, and of lines."""

    order: Mapping[str, Value]
    customer: Mapping[str, Value] = field(default_factory=dict)
    lines: tuple[MappedLine, ...] = ()


def map_new(
    definition: Definition, orders: ShopOrders, order: ShopOrder, context: Context
) -> Mapped | list[Issue]:
    """Return what a new order becomes, or every value that cannot be computed."""
    values = order_values(order)
    header = evaluate_set(definition, orders.set, _ORDER, values, context)
    buyer = orders.customers.set if orders.customers else {}
    customer = evaluate_set(definition, buyer, _ORDER, values, context)
    lines = [
        evaluate_set(definition, orders.lines.set, _LINE, line_values(order, line), context)
        for line in order.lines
    ]
    faults = [issue for part in (header, customer, *lines) if isinstance(part, list) for issue in part]
    if faults or isinstance(header, list) or isinstance(customer, list):
        return faults
    key = definition.field(orders.key)
    named = {key.field.name: order.order_no} if key else {}
    mapped = (
        MappedLine(line.sku, given)
        for line, given in zip(order.lines, lines, strict=True)
        if not isinstance(given, list)
    )
    return Mapped({**header, **named}, customer, tuple(mapped))


def map_change(
    definition: Definition, orders: ShopOrders, order: ShopOrder, context: Context
) -> dict[str, Value] | list[Issue]:
    """Return the values written when the shop changes an order."""
    return evaluate_set(definition, orders.update, _ORDER, order_values(order), context)
