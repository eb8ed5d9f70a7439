"""What SQLite cannot say, as functions of ours on a connection: exact decimals, Unicode case, time zones.

They call the same code as the generated Python. NULL in is NULL out; what cannot be computed is NULL.
"""

import sqlite3
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP, Decimal
from functools import lru_cache
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from engine.expressions import serials
from engine.expressions.arithmetic import NUMBERS, rounded
from engine.expressions.faults import Fault
from engine.expressions.functions.dates import date_from, last_day, same_day
from engine.expressions.functions.text import trimmed
from engine.expressions.operators import fold
from engine.expressions.texts import number_text

Body: TypeAlias = Callable[..., Any]
_ANY_NUMBER = -1
_MODES = {"half_up": ROUND_HALF_UP, "up": ROUND_UP, "down": ROUND_DOWN}
_LARGEST = 2**63


def register_functions(driver: sqlite3.Connection) -> None:
    """Make the functions known to a connection."""
    for name, (arguments, body) in _FUNCTIONS.items():
        made = body if arguments == _ANY_NUMBER else _guarded(body)
        driver.create_function(f"formula_{name}", arguments, made, deterministic=True)
    driver.create_aggregate("formula_sum", 1, _ExactSum)  # type: ignore[arg-type]


class _ExactSum:
    """The sum of integers without a limit, as text; NULL of nothing."""

    def __init__(self) -> None:
        self._total: int | None = None

    def step(self, value: int | None) -> None:
        if value is not None:
            self._total = value + (self._total or 0)

    def finalize(self) -> str | None:
        return None if self._total is None else str(self._total)


def _guarded(body: Body) -> Body:
    def call(*arguments: Any) -> Any:
        if None in arguments:
            return None
        try:
            return body(*arguments)
        except (ArithmeticError, ValueError, Fault):
            return None

    return call


def _binary(compute: Callable[[Decimal, Decimal], Decimal]) -> Body:
    return lambda left, right: str(compute(Decimal(left), Decimal(right)))


def _decimal(integer: int, scale: int) -> str:
    return str(Decimal(integer).scaleb(-scale))


def _compare(left: str, right: str) -> int:
    one, other = Decimal(left), Decimal(right)
    return (one > other) - (one < other)


def _rounded(number: str, digits: int, mode: str) -> str:
    return str(rounded(Decimal(number), digits, _MODES[mode]))


def _remainder(number: Decimal, divisor: Decimal) -> Decimal:
    rest = NUMBERS.remainder(number, divisor)
    return NUMBERS.add(rest, divisor) if rest and (rest < 0) != (divisor < 0) else rest


def _extreme(choose: Callable[[list[Decimal]], Decimal]) -> Body:
    def call(*numbers: str | None) -> str | None:
        given = [Decimal(number) for number in numbers if number is not None]
        return str(choose(given)) if given else None

    return call


def _stored(number: str, scale: int) -> int | None:
    integer = int(rounded(Decimal(number), scale).scaleb(scale))
    return integer if abs(integer) < _LARGEST else None


def _local_date(moment: str, zone: str) -> str:
    return datetime.fromisoformat(moment).astimezone(_zone(zone)).date().isoformat()


def _local_hour(moment: str, zone: str) -> str:
    return datetime.fromisoformat(moment).astimezone(_zone(zone)).strftime("%Y-%m-%dT%H:00:00")


def _integer(number: str, limit: int) -> int:
    return max(min(int(Decimal(number)), limit), -limit)


def _days_later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _on_dates(compute: Callable[..., date]) -> Body:
    return lambda day, months: compute(date.fromisoformat(day), months).isoformat()


def _make_date(year: int, month: int, day: int) -> str:
    return date_from(year, month, day).isoformat()


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


_FUNCTIONS: dict[str, tuple[int, Body]] = {
    "decimal": (2, _decimal),
    "add": (2, _binary(NUMBERS.add)),
    "subtract": (2, _binary(NUMBERS.subtract)),
    "multiply": (2, _binary(NUMBERS.multiply)),
    "divide": (2, _binary(NUMBERS.divide)),
    "remainder": (2, _binary(_remainder)),
    "compare": (2, _compare),
    "round": (3, _rounded),
    "floor": (1, lambda number: str(Decimal(number).to_integral_value(ROUND_FLOOR))),
    "absolute": (1, lambda number: str(Decimal(number).copy_abs())),
    "integer": (2, _integer),
    "serial": (1, lambda day: serials.from_date(date.fromisoformat(day))),
    "days_later": (2, _days_later),
    "months_later": (2, _on_dates(same_day)),
    "end_of_month": (2, _on_dates(last_day)),
    "make_date": (3, _make_date),
    "text": (1, lambda number: number_text(Decimal(number))),
    "stored": (2, _stored),
    "lower": (1, fold),
    "upper": (1, str.upper),
    "trim": (1, trimmed),
    "local_date": (2, _local_date),
    "local_hour": (2, _local_hour),
    "least": (_ANY_NUMBER, _extreme(min)),
    "greatest": (_ANY_NUMBER, _extreme(max)),
}
