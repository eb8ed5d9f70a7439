"""What a shop's order means, how it becomes values, and what is wrong with a connector as designed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.connectors.check import check_connectors
from engine.connectors.mapping import Mapped, map_new
from engine.connectors.shop import Seen, ShopLine, ShopOrder, judge, removed
from engine.connectors.vocabulary import LINE, ORDER, ShopScope, line_values, order_values
from engine.expressions.context import Context
from tests.factories.definitions import load
from tests.factories.documents import make_field
from tests.factories.shop import make_connector, make_shop_documents

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
CONTEXT = Context(NOW, ZoneInfo("Asia/Shanghai"))
STAGES = st.sampled_from(["open", "paid", "cancelled"])


def make_order(**more) -> ShopOrder:
    line = ShopLine(
        line_no="1", sku="PEN-1", name="Pen", quantity=2, unit_price=Decimal(10), amount=Decimal(18),
        discount=Decimal(2),
    )  # fmt: skip
    given = {"id": "7", "order_no": "7", "stage": "paid", "status": "processing", "modified_at": NOW, "lines": (line,),
             "receiver": "王小明", "buyer_name": "王小明", "freight": Decimal(8), "total": Decimal(26)}  # fmt: skip
    return ShopOrder(**{**given, **more})


def faults(**parts) -> list[tuple[str, str]]:
    orders = make_connector()["orders"]
    definition = load(make_shop_documents(orders={**orders, **parts}))
    return [(issue.code, issue.pointer) for issue in check_connectors(definition)]


def test_an_order_becomes_values_by_name():
    definition = load(make_shop_documents())
    orders = definition.connectors["con_wooc01"].orders

    mapped = map_new(definition, orders, make_order(), CONTEXT)

    assert isinstance(mapped, Mapped)
    assert mapped.order == {
        "shop_no": "7", "status": "paid", "channel": "WEB", "receiver": "王小明", "freight": Decimal(8), "note": None,
    }  # fmt: skip
    assert [(line.sku, dict(line.values)) for line in mapped.lines] == [
        ("PEN-1", {"quantity": 2, "price": Decimal(9)})
    ]


def test_what_cannot_be_computed_is_named():
    orders = make_connector()["orders"]
    broken = {**orders, "set": {"fld_ofrei1": "freight / discount"}}
    definition = load(make_shop_documents(orders=broken))

    found = map_new(definition, definition.connectors["con_wooc01"].orders, make_order(), CONTEXT)

    assert isinstance(found, list)
    assert [(issue.code, issue.path) for issue in found] == [("connector.value.error", ("freight",))]


def test_every_word_of_the_vocabulary_has_a_value():
    order = make_order()

    assert {name for name in order_values(order) if "." not in name} == set(ORDER)
    assert set(line_values(order, order.lines[0])) == {*LINE, *(f"parent.{name}" for name in ORDER)}
    for scope in (ShopScope(), ShopScope(in_line=True)):
        assert all(scope.resolve(path) for path in scope.known())


def test_a_sound_connector_has_no_faults():
    assert faults() == []


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"set": {"fld_onote1": "colour"}}, ("expression.name.unknown", "set/fld_onote1")),
        ({"set": {"fld_onote1": "sku"}}, ("expression.name.unknown", "set/fld_onote1")),
        ({"set": {"fld_ofrei1": 'DATE(2026, 1, 1)'}}, ("expression.result.type", "set/fld_ofrei1")),
        ({"set": {"fld_cname1": "receiver"}}, ("entity.field.foreign", "set/fld_cname1")),
        ({"update": {"fld_lquan1": "1"}}, ("entity.field.foreign", "update/fld_lquan1")),
        ({"key": "fld_psku01"}, ("entity.field.foreign", "key")),
        ({"lines": {**make_connector()["orders"]["lines"], "product": "fld_lquan1"}}, ("connector.link.wrong", "lines/product")),
        ({"lines": {**make_connector()["orders"]["lines"], "sku": "fld_cname1"}}, ("entity.field.foreign", "lines/sku")),
        ({"lines": {**make_connector()["orders"]["lines"], "set": {"fld_onote1": "name"}}}, ("connector.field.not_in_lines", "lines/set/fld_onote1")),
        ({"customers": {**make_connector()["orders"]["customers"], "field": "fld_ochan1"}}, ("connector.link.wrong", "customers/field")),
        ({"customers": {**make_connector()["orders"]["customers"], "phone": "fld_onote1"}}, ("entity.field.foreign", "customers/phone")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(parts, fault):
    code, place = fault

    assert (code, f"/connectors/web_shop/orders/{place}") in faults(**parts)


@given(STAGES, STAGES, st.integers(-5, 5))
def test_an_older_state_never_wins(before, after, seconds):
    seen = Seen(stage=before, modified_at=NOW, digest="a")
    verdict = judge(seen, make_order(stage=after, modified_at=NOW + timedelta(seconds=seconds)), "b")

    assert (verdict == "older") == (seconds < 0 or (seconds == 0 and rank(after) < rank(before)))


@given(STAGES, st.integers(-5, 5))
def test_the_same_state_is_told_once(stage, seconds):
    seen = Seen(stage=stage, modified_at=NOW, digest="a")

    assert judge(seen, make_order(modified_at=NOW + timedelta(seconds=seconds)), "a") == "same"


@given(
    st.lists(st.tuples(STAGES, st.integers(0, 20)), min_size=1, unique_by=lambda each: each[1]), st.randoms()
)
def test_in_any_order_the_newest_state_stands_in_the_end(states, chance):
    told = [make_order(stage=stage, modified_at=NOW + timedelta(seconds=at)) for stage, at in states]
    shuffled = list(told)
    chance.shuffle(shuffled)

    seen = None
    for order in shuffled:
        verdict = judge(seen, order, str(order.modified_at))
        if verdict in ("order_paid", "order_changed", "order_cancelled"):
            seen = Seen(stage=order.stage, modified_at=order.modified_at, digest=str(order.modified_at))

    newest = max(told, key=lambda each: each.modified_at)
    assert seen is None or newest.stage == "open" or seen.stage == newest.stage


def test_a_removed_order_keeps_what_it_was():
    gone = removed(make_order(), NOW + timedelta(hours=1))

    assert gone == replace(
        make_order(), stage="cancelled", status="deleted", modified_at=NOW + timedelta(hours=1)
    )


def rank(stage: str) -> int:
    return ["open", "paid", "cancelled"].index(stage)


def test_the_day_of_an_order_is_that_of_the_app():
    documents = make_shop_documents()
    order = documents["entities/order.json"]
    order["fields"].append(make_field("fld_oday01", "day", "date"))
    documents["connectors/web_shop.json"]["orders"]["set"]["fld_oday01"] = "ordered_at"
    definition = load(documents)
    late = make_order(ordered_at=datetime(2026, 11, 23, 17, tzinfo=UTC))

    mapped = map_new(definition, definition.connectors["con_wooc01"].orders, late, CONTEXT)

    assert list(check_connectors(definition)) == []
    assert isinstance(mapped, Mapped)
    assert mapped.order["day"] == date(2026, 11, 24)
