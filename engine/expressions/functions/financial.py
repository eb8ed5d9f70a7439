"""Loans, savings, depreciation, rates of return. Computed in floating point, given at 15 significant digits.

Payments are negative where money leaves; `at_begin` 1 means that payments fall on the begin of a period.
"""

import math
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from engine.expressions.arithmetic import from_float
from engine.expressions.coerce import to_date, to_items
from engine.expressions.context import Run
from engine.expressions.faults import DIVISION_BY_ZERO, NO_RESULT, OUT_OF_RANGE, Fault
from engine.expressions.function import Function
from engine.expressions.functions.lists import numbers_of
from engine.kernel.values import Value

_STEPS = 100
_CLOSE = 1e-12
_NONE = Decimal(0)


def payment(
    run: Run,
    rate: Decimal,
    periods: Decimal,
    present: Decimal,
    future: Decimal = _NONE,
    at_begin: bool = False,
) -> Decimal:
    """Return the payment per period of a loan or savings plan."""
    return from_float(_payment(float(rate), float(periods), float(present), float(future), at_begin))


def _payment(rate: float, periods: float, present: float, future: float, at_begin: bool) -> float:
    if not periods:
        raise Fault(OUT_OF_RANGE)
    if not rate:
        return -(present + future) / periods
    growth = _real((1 + rate) ** periods)
    return -rate * (present * growth + future) / ((1 + rate * at_begin) * (growth - 1))


def future_value(
    run: Run, rate: Decimal, periods: Decimal, paid: Decimal, present: Decimal = _NONE, at_begin: bool = False
) -> Decimal:
    """Return what a plan is worth at its end."""
    return from_float(_future(float(rate), float(periods), float(paid), float(present), at_begin))


def _future(rate: float, periods: float, paid: float, present: float, at_begin: bool) -> float:
    if not rate:
        return -(present + paid * periods)
    growth = _real((1 + rate) ** periods)
    return -(present * growth + paid * (1 + rate * at_begin) * (growth - 1) / rate)


def present_value(
    run: Run, rate: Decimal, periods: Decimal, paid: Decimal, future: Decimal = _NONE, at_begin: bool = False
) -> Decimal:
    """Return what a plan is worth now."""
    interest, count = float(rate), float(periods)
    if not interest:
        return from_float(-(float(future) + float(paid) * count))
    growth = _real((1 + interest) ** count)
    if not growth:
        raise Fault(OUT_OF_RANGE)
    payments = float(paid) * (1 + interest * at_begin) * (growth - 1) / interest
    return from_float(-(float(future) + payments) / growth)


def _real(number: float | complex) -> float:
    """Refuse a root of a negative number."""
    if isinstance(number, complex):
        raise Fault(OUT_OF_RANGE)
    return number


def interest_payment(
    run: Run,
    rate: Decimal,
    period: Decimal,
    periods: Decimal,
    present: Decimal,
    future: Decimal = _NONE,
    at_begin: bool = False,
) -> Decimal:
    """Return the interest within the payment of one period."""
    return from_float(_interest(rate, period, periods, present, future, at_begin))


def principal_payment(
    run: Run,
    rate: Decimal,
    period: Decimal,
    periods: Decimal,
    present: Decimal,
    future: Decimal = _NONE,
    at_begin: bool = False,
) -> Decimal:
    """Return the repayment within the payment of one period."""
    interest = _interest(rate, period, periods, present, future, at_begin)
    whole = _payment(float(rate), float(periods), float(present), float(future), at_begin)
    return from_float(whole - interest)


def _interest(
    rate: Decimal, period: Decimal, periods: Decimal, present: Decimal, future: Decimal, at_begin: bool
) -> float:
    if not 1 <= period < periods + 1:
        raise Fault(OUT_OF_RANGE)
    interest = float(rate)
    paid = _payment(interest, float(periods), float(present), float(future), at_begin)
    if at_begin and period == 1:
        return 0.0
    owed = _future(interest, float(period) - (2 if at_begin else 1), paid, float(present), at_begin)
    return (owed - paid if at_begin else owed) * interest


def number_of_periods(
    run: Run, rate: Decimal, paid: Decimal, present: Decimal, future: Decimal = _NONE, at_begin: bool = False
) -> Decimal:
    """Return how many periods a plan takes."""
    interest, amount, now, end = float(rate), float(paid), float(present), float(future)
    if not interest:
        if not amount:
            raise Fault(OUT_OF_RANGE)
        return from_float(-(now + end) / amount)
    due = amount * (1 + interest * at_begin)
    ratio = (due - end * interest) / (now * interest + due)
    return from_float(math.log(ratio) / math.log(1 + interest))


def interest_rate(
    run: Run,
    periods: Decimal,
    paid: Decimal,
    present: Decimal,
    future: Decimal = _NONE,
    at_begin: bool = False,
    guess: Decimal = Decimal("0.1"),
) -> Decimal:
    """Return the rate per period, by approximation."""
    count, amount, now, end = float(periods), float(paid), float(present), float(future)
    if count <= 0:
        raise Fault(OUT_OF_RANGE)
    return from_float(_root(lambda rate: _future(rate, count, amount, now, at_begin) + end, float(guess)))


def _root(compute: Callable[[float], float], guess: float) -> float:
    """Find a root above -1 by Newton's method, from several starts."""
    for start in (guess, 0.01, 0.1, 0.5, -0.1, -0.5, 1.0, 5.0):
        found = _newton(compute, start)
        if found is not None:
            return found
    raise Fault(NO_RESULT)


def _newton(compute: Callable[[float], float], rate: float) -> float | None:
    for _ in range(_STEPS):
        try:
            value = compute(rate)
            step = 1e-7 * max(abs(rate), 1e-3)
            slope = (compute(rate + step) - compute(rate - step)) / (2 * step)
            following = rate - value / slope
        except (ArithmeticError, Fault):
            return None
        if isinstance(following, complex) or not -1 < following < 1e9:
            return None
        if abs(following - rate) <= _CLOSE * max(1.0, abs(following)):
            return following
        rate = following
    return None


def net_present_value(run: Run, rate: Decimal, *values: Value) -> Decimal:
    """Return the present value of flows at the ends of periods."""
    return from_float(_present(float(rate), _flows(run, values)))


def _flows(run: Run, values: tuple[Value, ...]) -> list[float]:
    return [float(number) for number in numbers_of(run, values)]


def _present(rate: float, flows: list[float]) -> float:
    if rate == -1:
        raise Fault(DIVISION_BY_ZERO)
    return math.fsum(flow / (1 + rate) ** period for period, flow in enumerate(flows, 1))


def rate_of_return(run: Run, values: Value, guess: Decimal = Decimal("0.1")) -> Decimal:
    """Return the rate at which flows are worth nothing; they need both signs."""
    flows = _flows(run, (values,))
    _require_both_signs(flows)
    run.spend(len(flows) * 10)
    return from_float(_root(lambda rate: _present(rate, flows), float(guess)))


def _require_both_signs(flows: list[float]) -> None:
    if not flows or min(flows) >= 0 or max(flows) <= 0:
        raise Fault(OUT_OF_RANGE)


def net_present_value_by_date(run: Run, rate: Decimal, values: Value, dates: Value) -> Decimal:
    """Return the present value of dated flows."""
    flows, years = _dated(run, values, dates)
    return from_float(_present_by_years(float(rate), flows, years))


def rate_of_return_by_date(run: Run, values: Value, dates: Value, guess: Decimal = Decimal("0.1")) -> Decimal:
    """Return the yearly rate at which dated flows are worth nothing."""
    flows, years = _dated(run, values, dates)
    _require_both_signs(flows)
    run.spend(len(flows) * 10)
    return from_float(_root(lambda rate: _present_by_years(rate, flows, years), float(guess)))


def _dated(run: Run, values: Value, dates: Value) -> tuple[list[float], list[float]]:
    flows = _flows(run, (values,))
    days: list[date] = [to_date(run, item) for item in to_items(dates)]
    if len(flows) != len(days) or not days or min(days) < days[0]:
        raise Fault(OUT_OF_RANGE)
    return flows, [(day - days[0]).days / 365 for day in days]


def _present_by_years(rate: float, flows: list[float], years: list[float]) -> float:
    return math.fsum(_real(flow / (1 + rate) ** year) for flow, year in zip(flows, years, strict=True))


def straight_line(run: Run, cost: Decimal, salvage: Decimal, life: Decimal) -> Decimal:
    """Return the depreciation of one period in equal parts."""
    if not life:
        raise Fault(DIVISION_BY_ZERO)
    return from_float(float(cost - salvage) / float(life))


def sum_of_years(run: Run, cost: Decimal, salvage: Decimal, life: Decimal, period: Decimal) -> Decimal:
    """Return the depreciation of one period by the sum of years' digits."""
    if life <= 0 or not 1 <= period <= life:
        raise Fault(OUT_OF_RANGE)
    return from_float(float((cost - salvage) * (life - period + 1) * 2) / float(life * (life + 1)))


def declining_balance(
    run: Run, cost: Decimal, salvage: Decimal, life: Decimal, period: int, months: int = 12
) -> Decimal:
    """Return the depreciation of one period at a fixed declining rate, of three decimal places."""
    if (
        life <= 0
        or cost < 0
        or salvage < 0
        or not 1 <= months <= 12
        or not 1 <= period <= life + (months < 12)
    ):
        raise Fault(OUT_OF_RANGE)
    if not cost:
        return Decimal(0)
    run.spend(period)
    rate = round(1 - (float(salvage) / float(cost)) ** (1 / float(life)), 3)
    amount = float(cost) * rate * months / 12
    written_off = amount
    for year in range(2, period + 1):
        last = year > life
        amount = (float(cost) - written_off) * rate * ((12 - months) / 12 if last else 1)
        written_off += amount
    return from_float(amount)


def effective_rate(run: Run, nominal: Decimal, periods: int) -> Decimal:
    """Return the yearly rate with compound interest."""
    if nominal <= 0 or periods < 1:
        raise Fault(OUT_OF_RANGE)
    return from_float((1 + float(nominal) / periods) ** periods - 1)


def nominal_rate(run: Run, effective: Decimal, periods: int) -> Decimal:
    """Return the yearly rate without compound interest."""
    if effective <= 0 or periods < 1:
        raise Fault(OUT_OF_RANGE)
    return from_float(periods * ((1 + float(effective)) ** (1 / periods) - 1))


_PLAN_END = "future?: number, at_begin?: boolean"

FUNCTIONS = (
    Function(
        f"PMT(rate: number, periods: number, present: number, {_PLAN_END}) -> number",
        payment,
        "The payment per period.",
        ("ROUND(PMT(0.01, 12, 1000), 2) = -88.85",),
        browser=False,
    ),
    Function(
        f"PV(rate: number, periods: number, paid: number, {_PLAN_END}) -> number",
        present_value,
        "What a plan is worth now.",
        ("PV(0, 12, -100) = 1200",),
        browser=False,
    ),
    Function(
        "FV(rate: number, periods: number, paid: number, present?: number, at_begin?: boolean) -> number",
        future_value,
        "What a plan is worth at its end.",
        ("FV(0, 5, -100) = 500",),
        browser=False,
    ),
    Function(
        f"NPER(rate: number, paid: number, present: number, {_PLAN_END}) -> number",
        number_of_periods,
        "How many periods a plan takes.",
        ("NPER(0, -100, 1000) = 10",),
        browser=False,
    ),
    Function(
        f"RATE(periods: number, paid: number, present: number, {_PLAN_END}, guess?: number) -> number",
        interest_rate,
        "The rate per period.",
        ("ROUND(RATE(48, -200, 8000), 4) = 0.0077",),
        browser=False,
    ),
    Function(
        f"IPMT(rate: number, period: number, periods: number, present: number, {_PLAN_END}) -> number",
        interest_payment,
        "The interest within a payment.",
        ("IPMT(0.1, 1, 3, 8000) = -800",),
        browser=False,
    ),
    Function(
        f"PPMT(rate: number, period: number, periods: number, present: number, {_PLAN_END}) -> number",
        principal_payment,
        "The repayment within a payment.",
        ("ROUND(PPMT(0.1, 1, 3, 8000), 2) = -2416.92",),
        browser=False,
    ),
    Function(
        "NPV(rate: number, [value: list]...) -> number",
        net_present_value,
        "The present value of flows.",
        ("NPV(0.1, 110) = 100",),
        browser=False,
    ),
    Function(
        "XNPV(rate: number, values: list, dates: list) -> number",
        net_present_value_by_date,
        "The present value of dated flows.",
        ('ROUND(XNPV(0.1, {-100, 110}, {"2023-01-01", "2024-01-01"}), 9) = 0',),
        browser=False,
    ),
    Function(
        "IRR(values: list, guess?: number) -> number",
        rate_of_return,
        "The rate of return of flows.",
        ("ROUND(IRR({-100, 110}), 9) = 0.1",),
        browser=False,
    ),
    Function(
        "XIRR(values: list, dates: list, guess?: number) -> number",
        rate_of_return_by_date,
        "The yearly rate of return of dated flows.",
        ('ROUND(XIRR({-100, 110}, {"2023-01-01", "2024-01-01"}), 9) = 0.1',),
        browser=False,
    ),
    Function(
        "SLN(cost: number, salvage: number, life: number) -> number",
        straight_line,
        "Depreciation in equal parts.",
        ("SLN(1200, 200, 10) = 100",),
        browser=False,
    ),
    Function(
        "SYD(cost: number, salvage: number, life: number, period: number) -> number",
        sum_of_years,
        "Depreciation by the sum of years' digits.",
        ("ROUND(SYD(30000, 7500, 10, 1), 2) = 4090.91",),
        browser=False,
    ),
    Function(
        "DB(cost: number, salvage: number, life: number, period: integer, months?: integer) -> number",
        declining_balance,
        "Depreciation at a fixed declining rate.",
        ("DB(1000, 100, 5, 1) = 369",),
        browser=False,
    ),
    Function(
        "EFFECT(nominal: number, periods: integer) -> number",
        effective_rate,
        "The yearly rate with compound interest.",
        ("ROUND(EFFECT(0.0525, 4), 6) = 0.053543",),
        browser=False,
    ),
    Function(
        "NOMINAL(effective: number, periods: integer) -> number",
        nominal_rate,
        "The yearly rate without compound interest.",
        ("ROUND(NOMINAL(0.053543, 4), 6) = 0.0525",),
        browser=False,
    ),
)
