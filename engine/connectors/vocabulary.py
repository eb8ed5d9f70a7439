"""The words in which expressions of a connector speak of a shop's order and its lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.connectors.shop import ShopLine, ShopOrder
from engine.expressions import types
from engine.expressions.types import Type
from engine.kernel.values import Value

PARENT = "parent"
LINES = "lines"

ORDER: Mapping[str, Type] = {
    "order_no": types.TEXT,
    "status": types.TEXT,
    "paid": types.BOOLEAN,
    "paid_at": types.DATETIME,
    "ordered_at": types.DATETIME,
    "buyer_name": types.TEXT,
    "buyer_phone": types.TEXT,
    "buyer_email": types.TEXT,
    "receiver": types.TEXT,
    "receiver_phone": types.TEXT,
    "country": types.TEXT,
    "province": types.TEXT,
    "city": types.TEXT,
    "address": types.TEXT,
    "postcode": types.TEXT,
    "note": types.TEXT,
    "freight": types.NUMBER,
    "discount": types.NUMBER,
    "total": types.NUMBER,
    "currency": types.TEXT,
    "payment_method": types.TEXT,
}
LINE: Mapping[str, Type] = {
    "line_no": types.TEXT,
    "sku": types.TEXT,
    "name": types.TEXT,
    "quantity": types.NUMBER,
    "unit_price": types.NUMBER,
    "amount": types.NUMBER,
    "discount": types.NUMBER,
}


@dataclass(frozen=True, slots=True)
class ShopScope:
    """Names of an order (`total`, `lines.amount`), or, `in_line`, of a line (`amount`, `parent.total`)."""

    in_line: bool = False

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        """Return the type of a path, or None where it is unknown."""
        match path:
            case (name,):
                return (LINE if self.in_line else ORDER).get(name)
            case (owner, name) if owner == PARENT and self.in_line:
                return ORDER.get(name)
            case (owner, name) if owner == LINES and not self.in_line and name in LINE:
                return types.list_of(LINE[name])
        return None

    def known(self) -> Iterator[tuple[str, ...]]:
        """Yield the paths worth suggesting."""
        yield from ((name,) for name in (LINE if self.in_line else ORDER))
        beyond, names = (PARENT, ORDER) if self.in_line else (LINES, LINE)
        yield from ((beyond, name) for name in names)


def order_values(order: ShopOrder) -> dict[str, Value]:
    """Return what names of an order stand for; a text that was not given is blank."""
    values: dict[str, Value] = {name: _value(getattr(order, name)) for name in ORDER}
    for name in LINE:
        values[f"{LINES}.{name}"] = tuple(_value(getattr(line, name)) for line in order.lines)
    return values


def line_values(order: ShopOrder, line: ShopLine) -> dict[str, Value]:
    """Return what names of a line stand for."""
    values: dict[str, Value] = {name: _value(getattr(line, name)) for name in LINE}
    return values | {f"{PARENT}.{name}": _value(getattr(order, name)) for name in ORDER}


def _value(value: Value) -> Value:
    return None if value == "" else value
