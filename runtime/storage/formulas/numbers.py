"""Rounding, remainders, extremes and sums of single values."""

from collections.abc import Callable
from decimal import Decimal

from sqlalchemy import case, func

from engine.expressions import types
from engine.expressions.check import Typed
from engine.expressions.coerce import to_integer
from engine.expressions.context import Run
from runtime.storage.formulas.compiler import STILL, Compiler, Translation
from runtime.storage.formulas.term import Digits, Sql, Term, Unsaid, any_error, either


def _numbers(compiler: Compiler, typed: Typed) -> list[Term]:
    return [compiler.number(compiler.term(part), part) for part in typed.parts]


def _rounding(mode: str) -> Translation:
    def translate(compiler: Compiler, typed: Typed) -> Term:
        number, *rest = _numbers(compiler, typed)
        if rest and not rest[0].is_constant:
            raise Unsaid("expression.sql.constant", typed.node.span, name="digits")
        places = to_integer(Run(STILL), rest[0].constant[0]) if rest else 0
        if not -_MOST_PLACES <= places <= _MOST_PLACES:
            raise Unsaid("expression.sql.constant", typed.node.span, name="digits")
        value = compiler.speech.rounded(number.value, places, mode)
        digits = Digits(number.digits.whole + 1, min(number.digits.fraction, max(places, 0)))
        return Term(value, types.NUMBER, any_error(number, *rest), digits=digits)

    return translate


def _simple(name: str) -> Translation:
    def translate(compiler: Compiler, typed: Typed) -> Term:
        (number,) = _numbers(compiler, typed)
        say: Callable[[Sql], Sql] = getattr(compiler.speech, name)
        return Term(say(number.value), types.NUMBER, number.error, digits=_wider(number.digits))

    return translate


def _wider(digits: Digits) -> Digits:
    return Digits(digits.whole + 1, digits.fraction)


def _sign(compiler: Compiler, typed: Typed) -> Term:
    (number,) = _numbers(compiler, typed)
    zero = compiler.speech.constant(Decimal(0))
    compare = compiler.speech.compare
    sign = case((compare("<", number.value, zero), -1), (compare(">", number.value, zero), 1), else_=0)
    return Term(compiler.speech.of_integer(sign), types.NUMBER, number.error, digits=Digits(1, 0))


def _remainder(compiler: Compiler, typed: Typed) -> Term:
    number, divisor = _numbers(compiler, typed)
    by_zero = compiler.speech.compare("=", divisor.value, compiler.speech.constant(Decimal(0)))
    digits = Digits(divisor.digits.whole + 1, max(number.digits.fraction, divisor.digits.fraction))
    value = compiler.speech.remainder(number.value, divisor.value)
    return Term(value, types.NUMBER, either(any_error(number, divisor), by_zero), digits=digits)


def _quotient(compiler: Compiler, typed: Typed) -> Term:
    number, divisor = _numbers(compiler, typed)
    divided = compiler.arithmetic("/", number, divisor, typed)
    whole = compiler.speech.rounded(divided.value, 0, "down")
    return Term(whole, types.NUMBER, divided.error)


def _extreme(name: str) -> Translation:
    def translate(compiler: Compiler, typed: Typed) -> Term:
        terms = [compiler.term(part) for part in typed.parts]
        for term in terms:
            if term.type not in (types.NUMBER, types.BLANK):
                raise compiler.unconvertible(term, types.NUMBER, typed)
        values = [compiler.speech.decimal(term) for term in terms]
        zero = compiler.speech.constant(Decimal(0))
        value = func.coalesce(compiler.speech.extreme(name, values), zero)
        digits = Digits(max(term.digits.whole for term in terms), max(term.digits.fraction for term in terms))
        return Term(value, types.NUMBER, any_error(*terms), digits=digits)

    return translate


def _sum(compiler: Compiler, typed: Typed) -> Term:
    total = compiler.constant(Decimal(0))
    for part in typed.parts:
        total = compiler.arithmetic("+", total, compiler.term(part), part)
    return total


_MOST_PLACES = 30

CALLS: dict[str, Translation] = {
    "ROUND": _rounding("half_up"),
    "ROUNDUP": _rounding("up"),
    "ROUNDDOWN": _rounding("down"),
    "TRUNC": _rounding("down"),
    "INT": _simple("floor"),
    "ABS": _simple("absolute"),
    "SIGN": _sign,
    "MOD": _remainder,
    "QUOTIENT": _quotient,
    "MIN": _extreme("least"),
    "MAX": _extreme("greatest"),
    "SUM": _sum,
}
