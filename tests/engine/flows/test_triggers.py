"""Triggers: for which changes a flow starts."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from engine.flows.events import Facts
from engine.flows.firing import fires
from engine.flows.trigger_kind import Change, Firing
from engine.flows.triggers.schedule import due_times, is_schedule
from engine.flows.triggers.threshold import cross
from tests.factories.definitions import ORDER
from tests.factories.flows import START, make_flow, plan

STATUS = "fld_ostat1"


def fired(trigger: dict, kind: str, now: dict | None = None, **more) -> Firing:
    flow = make_flow([], [], trigger={"entity": ORDER, **trigger})
    return fires(plan(flow), Change(kind=kind, facts=Facts(at=START, values=now or {}), **more))


def test_a_new_record_starts_a_flow_where_its_condition_is_true():
    trigger = {"kind": "record_created", "when": "total > 10000"}

    assert fired(trigger, "created", {"total": 12_000}).fires
    assert not fired(trigger, "created", {"total": 9_000}).fires
    assert not fired(trigger, "changed", {"total": 12_000}).fires


def test_a_change_of_a_listed_field_starts_a_flow():
    trigger = {"kind": "record_changed", "fields": [STATUS]}

    assert fired(trigger, "changed", changed=frozenset({STATUS})).fires
    assert not fired(trigger, "changed", changed=frozenset({"fld_onote1"})).fires
    assert not fired(trigger, "created", changed=frozenset({STATUS})).fires
    assert fired({**trigger, "on_create": True}, "created").fires


def test_a_condition_sees_the_value_before():
    trigger = {"kind": "record_changed", "when": 'before.status = "draft" AND status = "paid"'}

    assert fired(trigger, "changed", {"status": "paid"}, before={"status": "draft"}).fires
    assert not fired(trigger, "changed", {"status": "paid"}, before={"status": "paid"}).fires


def test_what_a_trigger_reads_is_known_apart():
    trigger = {"kind": "record_changed", "entity": ORDER, "when": "before.total < SUM(lines.amount)"}
    made = plan(make_flow([], [], trigger=trigger))

    assert (made.trigger_before, made.trigger_columns) == ({"total"}, {"fld_oline1": {"amount"}})
    assert not made.names


def test_a_condition_that_fails_does_not_fire_and_says_so():
    firing = fired({"kind": "record_created", "when": "1 / total > 1"}, "created", {"total": 0})

    assert not firing.fires
    assert firing.issue
    assert firing.issue.params["error"] == "#DIV/0!"


def test_a_switched_off_flow_does_not_start():
    flow = make_flow([], [], enabled=False)

    assert not fires(plan(flow), Change(kind="created", facts=Facts(at=START))).fires


def test_a_shop_event_of_another_kind_or_shop_does_not_fire():
    trigger = {"kind": "shop_event", "events": ["order_paid"]}

    assert fired(trigger, "shop", event="order_paid", connector="con_any").fires
    assert not fired(trigger, "shop", event="order_cancelled", connector="con_any").fires


def test_a_figure_fires_once_until_it_has_come_back():
    moves = [(12, False), (9, True), (8, False), (10, False), (11, False), (9, False), (15, False), (9, True)]
    is_beyond = False
    for value, expected in moves:
        crossed, is_beyond = cross(is_beyond, Decimal(value), Decimal(10), reset=Decimal(12))
        assert crossed is expected, value


def test_a_figure_may_be_watched_from_the_other_side():
    assert cross(False, Decimal(11), Decimal(10), direction="above") == (True, True)
    assert cross(True, Decimal(9), Decimal(10), reset=Decimal(8), direction="above") == (False, True)
    assert cross(True, Decimal(8), Decimal(10), reset=Decimal(8), direction="above") == (False, False)


def test_a_threshold_reads_its_figures_from_the_record():
    trigger = {"kind": "threshold", "value": "total", "limit": "100"}

    assert fired(trigger, "changed", {"total": 50}) == Firing(fires=True, is_beyond=True)
    assert fired(trigger, "changed", {"total": 50}, is_beyond=True) == Firing(fires=False, is_beyond=True)
    assert fired(trigger, "changed", {"total": 150}, is_beyond=True) == Firing(fires=False)
    assert fired(trigger, "changed", {}, is_beyond=True) == Firing(fires=False, is_beyond=True)


@pytest.mark.parametrize(
    ("cron", "good"), [("0 8 * * 1", True), ("0 8 * *", False), ("61 * * * *", False), ("0 0 31 2 *", False)]
)
def test_a_schedule_is_five_fields_that_come_true(cron, good):
    assert is_schedule(cron) is good


def test_a_schedule_is_due_by_the_clock_of_the_app():
    times = due_times("0 8 * * *", datetime(2026, 11, 23, 1, tzinfo=UTC), ZoneInfo("Asia/Shanghai"))

    assert [next(times), next(times)] == [datetime(2026, 11, day, tzinfo=UTC) for day in (24, 25)]
