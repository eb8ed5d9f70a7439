"""An order of any shop, as values: what kinds of shop read their own formats into."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

Stage: TypeAlias = Literal["open", "paid", "cancelled"]
EventKind: TypeAlias = Literal["order_paid", "order_changed", "order_cancelled"]

_ORDER: tuple[Stage, ...] = ("open", "paid", "cancelled")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopLine:
    """One ordered article. `amount` is what is paid for it, `discount` what was taken off before."""

    line_no: str
    sku: str
    name: str
    quantity: int
    unit_price: Decimal
    amount: Decimal
    discount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopOrder:
    """One order: `id` is the shop's own, `order_no` what people call it, `customer` its id of the buyer."""

    id: str
    order_no: str
    stage: Stage
    status: str
    modified_at: datetime
    customer: str | None = None
    paid_at: datetime | None = None
    ordered_at: datetime | None = None
    buyer_name: str = ""
    buyer_phone: str = ""
    buyer_email: str = ""
    receiver: str = ""
    receiver_phone: str = ""
    country: str = ""
    province: str = ""
    city: str = ""
    address: str = ""
    postcode: str = ""
    note: str = ""
    freight: Decimal = Decimal(0)
    discount: Decimal = Decimal(0)
    total: Decimal = Decimal(0)
    currency: str = ""
    payment_method: str = ""
    lines: tuple[ShopLine, ...] = ()

    @property
    def paid(self) -> bool:
        """Tell whether the shop has the money."""
        return self.paid_at is not None or self.stage == "paid"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopEvent:
    """What a shop told: the order as it was then, or, with `removed`, that it is there no more."""

    id: str
    topic: str
    order_id: str
    order: ShopOrder | None = None

    @property
    def is_removal(self) -> bool:
        """Tell whether the order is gone."""
        return self.order is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How an order stood when the shop last told of it."""

    stage: Stage
    modified_at: datetime
    digest: str


Verdict: TypeAlias = Literal["older", "same", "early"] | EventKind

_FIRST: Mapping[Stage, Verdict] = {"open": "early", "paid": "order_paid", "cancelled": "order_cancelled"}
_AFTER: Mapping[Stage, Verdict] = {**_FIRST, "open": "order_changed"}


def judge(seen: Seen | None, order: ShopOrder, digest: str) -> Verdict:
    """Say what an order means after what was seen of it: an event, or why it is none.

    Shops count in seconds, so within the same one a later stage wins. `early` is an order nobody has paid.
    """
    if seen is None:
        return _FIRST[order.stage]
    if digest == seen.digest:
        return "same"
    if (order.modified_at, _ORDER.index(order.stage)) < (seen.modified_at, _ORDER.index(seen.stage)):
        return "older"
    return "order_changed" if order.stage == seen.stage else _AFTER[order.stage]


def removed(order: ShopOrder, at: datetime) -> ShopOrder:
    """Return an order as it is after the shop removed it."""
    return replace(order, stage="cancelled", status="deleted", modified_at=max(at, order.modified_at))
