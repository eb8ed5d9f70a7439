"""The primitives on PostgreSQL: NUMERIC, DATE, TIMESTAMPTZ, texts compared by code point."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BOOLEAN,
    DATE,
    INTEGER,
    NUMERIC,
    TEXT,
    Integer,
    and_,
    bindparam,
    case,
    cast,
    collate,
    column,
    extract,
    func,
    literal,
    null,
    select,
    type_coerce,
    values,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP

from engine.kernel.values import Value
from runtime.storage.formulas.term import EXACT_DIGITS, LIMIT, Sql, Term

_LONG_ONE = Decimal("1." + "0" * 60)  # gives a quotient at least as many decimal places
_FIRST_DAY = date(1900, 1, 1)
_BEYOND: Sql = literal(date(9999, 12, 31), DATE()).op("+")(literal(1, INTEGER()))
_FIRST_OF_MARCH = date(1900, 3, 1)
_EPOCH = date(1899, 12, 30)


class PostgresSpeech:
    """PostgreSQL's way of saying it."""

    def constant(self, value: Value) -> Sql:
        match value:
            case None:
                return null()
            case bool():
                return literal(value, BOOLEAN())
            case int() | Decimal():
                return literal(Decimal(value), NUMERIC())
            case datetime():
                return literal(value, TIMESTAMP(timezone=True))
            case date():
                return literal(value, DATE())
        return literal(str(value), TEXT())

    def today(self) -> Sql:
        return bindparam("formula_today", type_=DATE())

    def now(self) -> Sql:
        return bindparam("formula_now", type_=TIMESTAMP(timezone=True))

    def user(self) -> Sql:
        return bindparam("formula_user", type_=TEXT())

    def roles(self) -> Sql:
        return bindparam("formula_roles", type_=TEXT())

    def decimal(self, term: Term) -> Sql:
        return term.value

    def column(self, stored: Sql, kind: str) -> Sql:
        if kind == "number":
            return (
                cast(stored, NUMERIC())
                if isinstance(stored.type, Integer)
                else type_coerce(stored, NUMERIC())
            )
        types: dict[str, Any] = {"boolean": BOOLEAN(), "date": DATE(), "datetime": TIMESTAMP(timezone=True)}
        return type_coerce(stored, types[kind]) if kind in types else self.words(stored)

    def arithmetic(self, operator: str, left: Sql, right: Sql, *, exact: bool) -> Sql:
        if operator == "/":
            return _to_38_digits(type_coerce(left * _number(_LONG_ONE), NUMERIC()) / func.nullif(right, 0))
        result: Sql = left + right if operator == "+" else left - right if operator == "-" else left * right
        return result if exact else _to_38_digits(result)

    def compare(self, operator: str, left: Sql, right: Sql) -> Sql:
        return left.op(operator, is_comparison=True)(right)

    def rounded(self, number: Sql, digits: int, mode: str) -> Sql:
        if mode == "half_up":
            return func.round(number, digits, type_=NUMERIC())
        down: Sql = func.trunc(number, digits, type_=NUMERIC())
        if mode == "down":
            return down
        step: Sql = func.sign(number, type_=NUMERIC()) * _number(Decimal(1).scaleb(-digits))
        return case((down == number, number), else_=down + step)

    def floor(self, number: Sql) -> Sql:
        return func.floor(number, type_=NUMERIC())

    def absolute(self, number: Sql) -> Sql:
        return func.abs(number, type_=NUMERIC())

    def remainder(self, number: Sql, divisor: Sql) -> Sql:
        safe: Sql = func.nullif(divisor, 0, type_=NUMERIC())
        return func.mod(func.mod(number, safe, type_=NUMERIC()) + safe, safe, type_=NUMERIC())

    def extreme(self, name: str, numbers: list[Sql]) -> Sql:
        return (
            func.least(*numbers, type_=NUMERIC())
            if name == "least"
            else func.greatest(*numbers, type_=NUMERIC())
        )

    def integer(self, number: Sql) -> Sql:
        return cast(func.trunc(func.greatest(func.least(number, LIMIT), -LIMIT)), INTEGER())

    def of_integer(self, integer: Sql) -> Sql:
        return cast(integer, NUMERIC())

    def number_text(self, number: Sql) -> Sql:
        return cast(func.trim_scale(number), TEXT())

    def fold(self, text: Sql) -> Sql:
        return collate(func.lower(collate(text, "default"), type_=TEXT()), "C")

    def upper(self, text: Sql) -> Sql:
        return func.upper(collate(text, "default"), type_=TEXT())

    def trimmed(self, text: Sql) -> Sql:
        return func.btrim(func.regexp_replace(text, " +", " ", "g"), " ", type_=TEXT())

    def joined(self, left: Sql, right: Sql) -> Sql:
        return type_coerce(left, TEXT()).op("||")(type_coerce(right, TEXT()))

    def position(self, part: Sql, text: Sql) -> Sql:
        return func.strpos(text, part, type_=INTEGER())

    def last(self, text: Sql, count: Sql) -> Sql:
        return case((count == 0, literal("", TEXT())), else_=func.right(text, count, type_=TEXT()))

    def words(self, value: Sql) -> Sql:
        return cast(value, TEXT())

    def date_text(self, day: Sql) -> Sql:
        return func.to_char(day, "YYYY-MM-DD", type_=TEXT())

    def local_date(self, moment: Sql) -> Sql:
        return cast(func.timezone(bindparam("formula_zone", type_=TEXT()), moment), DATE())

    def serial(self, day: Sql) -> Sql:
        days: Sql = type_coerce(type_coerce(day, DATE()).op("-")(literal(_EPOCH, DATE())), INTEGER())
        return case((type_coerce(day, DATE()) < _FIRST_OF_MARCH, days - 1), else_=days)

    def part(self, name: str, day: Sql) -> Sql:
        return cast(extract(name, day), INTEGER())

    def make_date(self, year: Sql, month: Sql, day: Sql) -> Sql:
        full = case((year < 1900, year + 1900), else_=year)
        start = _month_start(type_coerce(full * 12 + month - 1, INTEGER()))
        made = self.days_later(start, day - 1)
        return case((and_(year.between(0, 9999), made >= _FIRST_DAY), made), else_=null())

    def days_later(self, day: Sql, days: Sql) -> Sql:
        start = type_coerce(day, DATE())
        far = and_(days > literal(date(1, 1, 1), DATE()).op("-")(start), days < _BEYOND.op("-")(start))
        return type_coerce(case((far, start.op("+")(days)), else_=null()), DATE())

    def months_later(self, day: Sql, months: Sql) -> Sql:
        same_day = self.days_later(_month_start(_months(day) + months), self.part("day", day) - 1)
        return func.least(same_day, self.end_of_month(day, months), type_=DATE())

    def end_of_month(self, day: Sql, months: Sql) -> Sql:
        start = _month_start(_months(day) + months)
        return cast(start.op("+")(func.make_interval(0, 1, 0, -1)), DATE())

    def stored_constant(self, number: Decimal, scale: int, operator: str) -> Sql | None:
        return _number(number)

    def stored(self, number: Sql, scale: int) -> Sql:
        return func.round(number, scale, type_=NUMERIC())


def _months(day: Sql) -> Sql:
    """Count the months from year 0 to a date's month."""
    return type_coerce(
        cast(extract("year", day), INTEGER()) * 12 + cast(extract("month", day), INTEGER()) - 1, INTEGER()
    )


def _month_start(months: Sql) -> Sql:
    """Return the first day of a month counted from year 0; NULL outside 1900 to 9999."""
    fits = months.between(1900 * 12, 9999 * 12 + 11)
    safe = type_coerce(case((fits, months), else_=null()), INTEGER())
    return func.make_date(safe.op("/")(12), safe.op("%")(12) + 1, 1, type_=DATE())


def _number(value: Decimal) -> Sql:
    return literal(value, NUMERIC())


def _to_38_digits(number: Sql) -> Sql:
    """Round to 38 significant digits.

    Digits are counted in the number's text, which PostgreSQL writes without an exponent: its LOG of a NUMERIC
    takes many times as long.
    """
    return once(number, lambda n: case((n == 0, n), else_=func.round(n, _places(n))))


def once(number: Sql, say: Callable[[Sql], Sql]) -> Sql:
    """Say something of a number that is written, and worked out, once: a row of values names it."""
    row = values(column("n", NUMERIC()), name="v").data([(number,)])
    return select(say(row.c.n)).select_from(row).scalar_subquery()


def _places(number: Sql) -> Sql:
    """Return how many places behind the point keep 38 significant digits; negative in front of it."""
    digits = func.ltrim(func.replace(cast(func.abs(number), TEXT()), ".", ""), "0")
    return EXACT_DIGITS - func.length(digits, type_=INTEGER()) + func.scale(number, type_=INTEGER())


SPEECH = PostgresSpeech()
