"""Parts of dates, building and moving dates, the current date and moment."""

from collections.abc import Callable

from sqlalchemy import func

from engine.expressions import types
from engine.expressions.check import Typed
from engine.expressions.types import Kind
from runtime.storage.formulas.compiler import Compiler, Translation
from runtime.storage.formulas.term import Digits, Sql, Term

_BLANK_PARTS = {"year": 1900, "month": 1, "day": 0}


def _today(compiler: Compiler, typed: Typed) -> Term:
    return Term(compiler.speech.today(), types.DATE)


def _now(compiler: Compiler, typed: Typed) -> Term:
    return Term(compiler.speech.now(), types.DATETIME)


def _date(compiler: Compiler, part: Typed) -> Term:
    """Return an argument as a date, which may be NULL; an instant on the wall clock of the app."""
    term = compiler.term(part)
    if term.type.kind is Kind.DATETIME:
        return Term(compiler.speech.local_date(term.value), types.DATE, term.error)
    if term.type not in (types.DATE, types.BLANK):
        raise compiler.unconvertible(term, types.DATE, part)
    return term


def _part(name: str) -> Translation:
    def translate(compiler: Compiler, typed: Typed) -> Term:
        day = _date(compiler, typed.parts[0])
        number = func.coalesce(compiler.speech.part(name, day.value), _BLANK_PARTS[name])
        return Term(compiler.speech.of_integer(number), types.NUMBER, day.error, digits=Digits(4, 0))

    return translate


def _days(compiler: Compiler, typed: Typed) -> Term:
    end, start = (_date(compiler, part) for part in typed.parts)
    return compiler.days_between(end, start)


def _make_date(compiler: Compiler, typed: Typed) -> Term:
    numbers = [compiler.number(compiler.term(part), part) for part in typed.parts]
    year, month, day = (compiler.integer(number) for number in numbers)
    return compiler.made_date(compiler.speech.make_date(year, month, day), *numbers)


def _months_later(compiler: Compiler, typed: Typed) -> Term:
    return _moved(compiler, typed, compiler.speech.months_later)


def _end_of_month(compiler: Compiler, typed: Typed) -> Term:
    return _moved(compiler, typed, compiler.speech.end_of_month)


def _moved(compiler: Compiler, typed: Typed, say: Callable[[Sql, Sql], Sql]) -> Term:
    start = _date(compiler, typed.parts[0])
    months = compiler.number(compiler.term(typed.parts[1]), typed.parts[1])
    return compiler.made_date(say(compiler.filled(start), compiler.integer(months)), start, months)


CALLS: dict[str, Translation] = {
    "TODAY": _today,
    "NOW": _now,
    "YEAR": _part("year"),
    "MONTH": _part("month"),
    "DAY": _part("day"),
    "DAYS": _days,
    "DATE": _make_date,
    "EDATE": _months_later,
    "EOMONTH": _end_of_month,
}
