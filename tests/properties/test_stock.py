"""Whatever happens to stock, balances are what a simple model says, and ledger and reservations agree."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from engine.kernel.errors import Invalid
from runtime.storage.database import Database
from tests.factories.stock import STOCK, Shop
from tests.factories.stores import make_store

PRODUCTS = st.integers(0, 1)
QUANTITY = st.integers(1, 6)


@pytest.fixture
def shop(database: Database) -> Shop:
    return Shop(make_store(database))


class Selling(RuleBasedStateMachine):
    """Two products, and a model of each: on hand, and open lines by order."""

    shop: Shop

    def __init__(self) -> None:
        super().__init__()
        self.products = [self.shop.product(), self.shop.product()]
        self.balances = [self.shop.balance(each, 8) for each in self.products]
        self.on_hand = [8, 8]
        self.open: dict[str, dict[str, tuple[int, int]]] = {}

    def reserved(self, product: int) -> int:
        lines = (line for order in self.open.values() for line in order.values())
        return sum(quantity for each, quantity in lines if each == product)

    @rule(wanted=st.lists(st.tuples(PRODUCTS, QUANTITY), min_size=1, max_size=3))
    def order(self, wanted: list[tuple[int, int]]) -> None:
        order = self.shop.order()
        lines = [self.shop.line(self.products[product], quantity) for product, quantity in wanted]

        short = self.shop.reserve(order, *lines)

        asked = [sum(quantity for each, quantity in wanted if each == product) for product in (0, 1)]
        is_enough = all(self.on_hand[n] - self.reserved(n) >= asked[n] for n in (0, 1))
        assert bool(short) is not is_enough
        if is_enough:
            self.open[order] = {line.line: each for line, each in zip(lines, wanted, strict=True)}

    @rule(data=st.data())
    def release(self, data: Any) -> None:
        if self.open:
            order = data.draw(st.sampled_from(sorted(self.open)))
            assert self.shop.release(order) == len(self.open.pop(order))

    @rule(data=st.data())
    def ship(self, data: Any) -> None:
        if self.open:
            order = data.draw(st.sampled_from(sorted(self.open)))
            line = data.draw(st.sampled_from(sorted(self.open[order])))
            product, held = self.open[order].pop(line)
            quantity = data.draw(st.integers(1, held))
            self.shop.ship(order, {line: quantity})
            self.on_hand[product] -= quantity
            if quantity < held:
                self.open[order][line] = (product, held - quantity)
            if not self.open[order]:
                del self.open[order]

    @rule(product=PRODUCTS, on_hand=st.integers(0, 12))
    def count(self, product: int, on_hand: int) -> None:
        record = self.shop.records.get(STOCK, self.balances[product])
        try:
            self.shop.records.update(STOCK, record.id, {"on_hand": on_hand}, record.version)
        except Invalid:
            assert on_hand < self.reserved(product)
        else:
            self.on_hand[product] = on_hand

    @invariant()
    def balances_are_what_the_model_says(self) -> None:
        for product, balance in enumerate(self.balances):
            on_hand, reserved = self.on_hand[product], self.reserved(product)
            assert self.shop.amounts(balance) == (on_hand, reserved, on_hand - reserved)

    def teardown(self) -> None:
        assert self.shop.findings() == []


def test_stock_is_what_happened_to_it(shop: Shop) -> None:
    machine = type("SellingHere", (Selling,), {"shop": shop})

    run_state_machine_as_test(
        machine, settings=settings(max_examples=8, stateful_step_count=12, deadline=None)
    )
