"""Periods of the calendar: where they begin, what relative ones are, which one was before."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.reports.periods import (
    Calendar,
    Grain,
    Period,
    begin_of,
    hour_instants,
    instants,
    later,
    local_hour,
    period_before,
    periods_between,
    relative_period,
    unit_before,
    year_before,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
GRAINS = st.sampled_from(["year", "quarter", "month", "week", "day"])
CALENDARS = st.builds(Calendar, st.booleans(), st.integers(1, 12))
TODAY = date(2026, 11, 25)  # a Wednesday


@given(DAYS, GRAINS, CALENDARS)
def test_a_day_lies_in_the_period_it_begins(day: date, grain: Grain, calendar: Calendar) -> None:
    begin = begin_of(grain, day, calendar)

    assert begin <= day < later(grain, begin, 1)
    assert begin_of(grain, begin, calendar) == begin
    assert begin_of(grain, later(grain, begin, 1), calendar) == later(grain, begin, 1)


@given(DAYS, GRAINS, CALENDARS, st.integers(0, 30))
def test_periods_follow_each_other_without_a_gap(
    day: date, grain: Grain, calendar: Calendar, count: int
) -> None:
    begin = begin_of(grain, day, calendar)

    found = periods_between(grain, begin, later(grain, begin, count))

    assert len(found) == count + 1
    assert all(later(grain, one, 1) == other for one, other in pairwise(found))


@given(DAYS, st.integers(0, 800))
def test_the_period_before_ends_where_this_one_begins(first: date, length: int) -> None:
    period = Period(first, first + timedelta(days=length))

    before = period_before(period)

    assert before.last + timedelta(days=1) == period.first


@pytest.mark.parametrize(
    ("operator", "unit", "count", "complete", "first", "last"),
    [
        ("this", "month", 1, False, "2026-11-01", "2026-11-30"),
        ("this", "quarter", 1, False, "2026-10-01", "2026-12-31"),
        ("last", "day", 7, False, "2026-11-19", "2026-11-25"),
        ("last", "month", 3, False, "2026-09-01", "2026-11-25"),
        ("last", "month", 3, True, "2026-08-01", "2026-10-31"),
        ("previous", "week", 1, False, "2026-11-16", "2026-11-22"),
        ("next", "week", 2, False, "2026-11-30", "2026-12-13"),
        ("to_date", "year", 1, False, "2026-01-01", "2026-11-25"),
    ],
)
def test_relative_periods(
    operator: str, unit: str, count: int, complete: bool, first: str, last: str
) -> None:
    found = relative_period(operator, unit, count, TODAY, Calendar(), complete=complete)  # type: ignore[arg-type]

    assert found == Period(date.fromisoformat(first), date.fromisoformat(last))


def test_whole_months_come_before_whole_months_whatever_their_length() -> None:
    february = Period(date(2026, 2, 1), date(2026, 2, 28))

    assert period_before(february) == Period(date(2026, 1, 1), date(2026, 1, 31))
    assert period_before(Period(date(2026, 3, 2), date(2026, 3, 3))) == Period(
        date(2026, 2, 28), date(2026, 3, 1)
    )


def test_a_year_before_keeps_the_end_of_february() -> None:
    assert year_before(Period(date(2024, 2, 1), date(2024, 2, 29))).last == date(2023, 2, 28)
    assert year_before(Period(date(2025, 2, 1), date(2025, 2, 28))).last == date(2024, 2, 29)


def test_month_to_date_is_held_against_the_same_days_of_the_month_before() -> None:
    assert unit_before(Period(date(2026, 3, 1), date(2026, 3, 31)), "month") == Period(
        date(2026, 2, 1), date(2026, 2, 28)
    )


def test_days_and_hours_are_those_of_the_wall_clock() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    start, end = instants(Period(date(2026, 10, 25), date(2026, 10, 25)), berlin)
    assert end - start == timedelta(hours=25)

    twice = hour_instants(datetime.fromisoformat("2026-10-25T02:00"), berlin)
    assert twice[1] - twice[0] == timedelta(hours=2)
    assert local_hour(datetime(2026, 10, 25, 1, 59, tzinfo=UTC), berlin) == datetime.fromisoformat(
        "2026-10-25T02:00"
    )
    assert later("hour", datetime.fromisoformat("2026-10-25T02:00"), 2) == datetime.fromisoformat(
        "2026-10-25T04:00"
    )
