"""The primitives on SQLite: scaled integers in columns, decimal text in between, ISO text for dates."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from sqlalchemy import INTEGER, TEXT, bindparam, case, cast, func, literal, null, type_coerce

from engine.kernel.values import Value
from runtime.storage.formulas.term import LIMIT, Sql, Term

_NAMES = {"+": "formula_add", "-": "formula_subtract", "*": "formula_multiply", "/": "formula_divide"}
_LARGEST = 2**63 - 1  # no column of 18 digits reaches it


def _call(name: str, *arguments: Any) -> Sql:
    return getattr(func, name)(*arguments)  # type: ignore[no-any-return]


class SqliteSpeech:
    """SQLite's way of saying it."""

    def constant(self, value: Value) -> Sql:
        if value is None:
            return null()
        if isinstance(value, bool):
            return literal(int(value), INTEGER())
        return literal(str(value), TEXT())

    def today(self) -> Sql:
        return bindparam("formula_today", type_=TEXT())

    def now(self) -> Sql:
        return bindparam("formula_now", type_=TEXT())

    def user(self) -> Sql:
        return bindparam("formula_user", type_=TEXT())

    def roles(self) -> Sql:
        return bindparam("formula_roles", type_=TEXT())

    def decimal(self, term: Term) -> Sql:
        if term.scale is None:
            return term.value
        return _call("formula_decimal", term.value, term.scale)

    def column(self, stored: Sql, kind: str) -> Sql:
        return type_coerce(stored, INTEGER() if kind in ("number", "boolean") else TEXT())

    def arithmetic(self, operator: str, left: Sql, right: Sql, *, exact: bool) -> Sql:
        return _call(_NAMES[operator], left, right)

    def compare(self, operator: str, left: Sql, right: Sql) -> Sql:
        return _call("formula_compare", left, right).op(operator, is_comparison=True)(literal(0, INTEGER()))

    def rounded(self, number: Sql, digits: int, mode: str) -> Sql:
        return _call("formula_round", number, digits, mode)

    def floor(self, number: Sql) -> Sql:
        return _call("formula_floor", number)

    def absolute(self, number: Sql) -> Sql:
        return _call("formula_absolute", number)

    def remainder(self, number: Sql, divisor: Sql) -> Sql:
        return _call("formula_remainder", number, divisor)

    def extreme(self, name: str, numbers: list[Sql]) -> Sql:
        return _call(f"formula_{name}", *numbers)

    def integer(self, number: Sql) -> Sql:
        return type_coerce(_call("formula_integer", number, LIMIT), INTEGER())

    def of_integer(self, integer: Sql) -> Sql:
        return cast(integer, TEXT())

    def number_text(self, number: Sql) -> Sql:
        return _call("formula_text", number)

    def fold(self, text: Sql) -> Sql:
        return _call("formula_lower", text)

    def upper(self, text: Sql) -> Sql:
        return _call("formula_upper", text)

    def trimmed(self, text: Sql) -> Sql:
        return _call("formula_trim", text)

    def joined(self, left: Sql, right: Sql) -> Sql:
        return type_coerce(left, TEXT()).op("||")(type_coerce(right, TEXT()))

    def position(self, part: Sql, text: Sql) -> Sql:
        return case((func.length(part) == 0, 1), else_=func.instr(text, part))

    def last(self, text: Sql, count: Sql) -> Sql:
        return case((count == 0, ""), (count >= func.length(text), text), else_=func.substr(text, -count))

    def words(self, value: Sql) -> Sql:
        return type_coerce(value, TEXT())

    def date_text(self, day: Sql) -> Sql:
        return type_coerce(day, TEXT())

    def local_date(self, moment: Sql) -> Sql:
        return _call("formula_local_date", moment, bindparam("formula_zone", type_=TEXT()))

    def serial(self, day: Sql) -> Sql:
        return type_coerce(_call("formula_serial", day), INTEGER())

    def part(self, name: str, day: Sql) -> Sql:
        start, length = {"year": (1, 4), "month": (6, 2), "day": (9, 2)}[name]
        return cast(func.substr(day, start, length), INTEGER())

    def make_date(self, year: Sql, month: Sql, day: Sql) -> Sql:
        return _call("formula_make_date", year, month, day)

    def days_later(self, day: Sql, days: Sql) -> Sql:
        return _call("formula_days_later", day, days)

    def months_later(self, day: Sql, months: Sql) -> Sql:
        return _call("formula_months_later", day, months)

    def end_of_month(self, day: Sql, months: Sql) -> Sql:
        return _call("formula_end_of_month", day, months)

    def stored(self, number: Sql, scale: int) -> Sql:
        return _call("formula_stored", number, scale)

    def stored_constant(self, number: Decimal, scale: int, operator: str) -> Sql | None:
        scaled = number.scaleb(scale)
        if scaled != scaled.to_integral_value():
            if operator in ("=", "<>"):
                return None
            scaled = scaled.to_integral_value(ROUND_FLOOR if operator in (">", "<=") else ROUND_CEILING)
        return literal(max(min(int(scaled), _LARGEST), -_LARGEST), INTEGER())


SPEECH = SqliteSpeech()
