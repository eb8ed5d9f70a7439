"""Typed tree to SQL terms: names, constants, operators, and the conversions between kinds.

Functions live in `logic`, `numbers`, `texts` and `dates`; what differs between the databases in `sqlite` and
`postgresql`. What SQL cannot say leaves as `Unsaid`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import ROUND_DOWN, Decimal
from typing import TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import INTEGER, and_, case, false, func, literal, not_, null, or_, true, type_coerce

from engine.expressions import types
from engine.expressions.check import Checked, Typed
from engine.expressions.coerce import SERIAL_ZERO, to_boolean, to_number, to_text
from engine.expressions.context import Context, Run
from engine.expressions.evaluate import compile_checked
from engine.expressions.faults import Fault
from engine.expressions.functions import FUNCTIONS
from engine.expressions.nodes import Call, Name, Operation
from engine.expressions.types import Kind, Type
from engine.kernel.values import ErrorValue, Value
from runtime.storage.formulas.speech import Speech
from runtime.storage.formulas.term import (
    FIELD_DIGITS,
    LIMIT,
    UNKNOWN,
    Digits,
    Resolver,
    Sql,
    Term,
    Unsaid,
    any_error,
    either,
)

Translation: TypeAlias = Callable[["Compiler", Typed], Term]
COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")
_SHOWN_DIGITS = 18
STILL = Context(datetime(2000, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))
_WORDS = (Kind.TEXT, Kind.LINK)


class Compiler:
    """One expression on one database."""

    def __init__(self, resolver: Resolver, speech: Speech, calls: Mapping[str, Translation]) -> None:
        self.resolver = resolver
        self.speech = speech
        self.calls = calls

    def term(self, typed: Typed) -> Term:
        """Return a typed node as a term."""
        if _is_constant(typed):
            return self.constant(_value(typed))
        match typed.node:
            case Name(path):
                return self.field(typed, path)
            case Operation(operator, _):
                return self.operation(operator, typed)
            case Call(name, _) if name in self.calls:
                return self.calls[name](self, typed)
            case Call(name, _):
                raise Unsaid("expression.sql.function", typed.node.span, name=name)
        raise Unsaid("expression.sql.list", typed.node.span)

    def field(self, typed: Typed, path: tuple[str, ...]) -> Term:
        found = self.resolver.resolve(path)
        if not found:
            raise Unsaid("expression.sql.name", typed.node.span, name=".".join(path))
        if found.type.is_many:
            raise Unsaid("expression.sql.list", typed.node.span)
        scale = found.scale or 0
        value = self.speech.column(found.column, found.type.kind)
        digits = Digits(FIELD_DIGITS - scale, scale)
        is_number = found.type == types.NUMBER
        return Term(value, found.type, scale=scale if is_number else None, digits=digits)

    def constant(self, value: Value) -> Term:
        """Return a known value."""
        if isinstance(value, ErrorValue):
            return Term(null(), types.ERROR, error=true(), constant=(value,))
        digits = _digits(Decimal(value)) if isinstance(value, int | Decimal) else UNKNOWN
        return Term(self.speech.constant(value), _type_of(value), digits=digits, constant=(value,))

    def operation(self, operator: str, typed: Typed) -> Term:
        terms = [self.term(part) for part in typed.parts]
        if operator in COMPARISONS:
            return self.comparison(operator, terms[0], terms[1], typed)
        if operator == "&":
            left, right = (self.text(term, typed) for term in terms)
            return Term(self.speech.joined(left.value, right.value), types.TEXT, any_error(left, right))
        if operator == "plus":
            return terms[0]
        if operator == "negate":
            return self.arithmetic("-", self.constant(Decimal(0)), terms[0], typed)
        if operator == "percent":
            return self.arithmetic("*", terms[0], self.constant(Decimal("0.01")), typed)
        if operator in ("+", "-") and any(term.type in types.TEMPORAL for term in terms):
            return self.moved(operator, terms[0], terms[1], typed)
        if operator == "^":
            raise Unsaid("expression.sql.function", typed.node.span, name="^")
        return self.arithmetic(operator, terms[0], terms[1], typed)

    def arithmetic(self, operator: str, left: Term, right: Term, typed: Typed) -> Term:
        left, right = self.number(left, typed), self.number(right, typed)
        digits = _result_digits(operator, left.digits, right.digits)
        value = self.speech.arithmetic(operator, left.value, right.value, exact=digits.is_exact)
        error = any_error(left, right)
        if operator == "/":
            error = either(error, self.speech.compare("=", right.value, self.speech.constant(Decimal(0))))
        return Term(value, types.NUMBER, error, digits=digits, is_filled=True)

    def moved(self, operator: str, left: Term, right: Term, typed: Typed) -> Term:
        """Add days to a date, take them off, or count the days between two dates."""
        if left.type == right.type == types.DATE and operator == "-":
            return self.days_between(left, right)
        if operator == "+" and right.type == types.DATE:
            left, right = right, left
        if left.type != types.DATE or right.type in types.TEMPORAL:
            raise self.unconvertible(right, types.NUMBER, typed)
        right = self.number(right, typed)
        if operator == "-":
            right = self.arithmetic("-", self.constant(Decimal(0)), right, typed)
        days = self.integer(replace(right, value=self.speech.floor(right.value), constant=()))
        return self.made_date(self.speech.days_later(self.filled(left), days), left, right)

    def made_date(self, value: Sql, *made_from: Term) -> Term:
        """Return a date that is an error where there is none."""
        return Term(value, types.DATE, either(any_error(*made_from), value.is_(None)))

    def days_between(self, left: Term, right: Term) -> Term:
        days = self.speech.of_integer(self.serial(left) - self.serial(right))
        return Term(days, types.NUMBER, any_error(left, right), digits=Digits(7, 0))

    def integer(self, number: Term) -> Sql:
        """Return a number without its fraction as a database integer, at most LIMIT."""
        if number.is_constant:
            whole = int(to_number(Run(STILL), number.constant[0]).to_integral_value(ROUND_DOWN))
            return literal(max(min(whole, LIMIT), -LIMIT), INTEGER())
        return self.speech.integer(number.value)

    def serial(self, day: Term) -> Sql:
        return type_coerce(self.speech.serial(self.filled(day)), INTEGER())

    def filled(self, day: Term) -> Sql:
        """Return a date, serial 0 for a blank one."""
        return func.coalesce(day.value, self.speech.constant(SERIAL_ZERO), type_=day.value.type)

    def comparison(self, operator: str, left: Term, right: Term, typed: Typed) -> Term:
        error = any_error(left, right)
        if types.ERROR in (left.type, right.type):
            return Term(false(), types.BOOLEAN, error)
        if left.is_constant and not right.is_constant:
            left, right, operator = right, left, _TURNED[operator]
        return Term(self.compared(operator, left, right, typed), types.BOOLEAN, error)

    def compared(self, operator: str, left: Term, right: Term, typed: Typed) -> Sql:
        """Compare two values of one kind; never NULL."""
        kinds = {term.type.kind for term in (left, right)} - {Kind.BLANK}
        if kinds <= {Kind.NUMBER}:
            return self.compared_numbers(operator, left, right)
        if kinds <= set(_WORDS):
            return self.compared_words(operator, left, right)
        if kinds == {Kind.BOOLEAN}:
            return _op(operator, _as_integer(self.truth(left, typed)), _as_integer(self.truth(right, typed)))
        if kinds in ({Kind.DATE}, {Kind.DATETIME}):
            return self.compared_dates(operator, left, right)
        names = " / ".join(sorted(str(kind) for kind in kinds))
        raise Unsaid("expression.sql.comparison", typed.node.span, kinds=names)

    def compared_numbers(self, operator: str, left: Term, right: Term) -> Sql:
        if left.scale is not None and right.is_constant:
            return self.compared_with_constant(
                operator, left, Decimal(to_number(Run(STILL), right.constant[0]))
            )
        if left.scale is not None and left.scale == right.scale:
            return _op(operator, func.coalesce(left.value, 0), func.coalesce(right.value, 0))
        return self.speech.compare(operator, self.number(left).value, self.number(right).value)

    def compared_with_constant(self, operator: str, field: Term, number: Decimal) -> Sql:
        """Compare a column as it is stored, so that an index can serve; blank counts as 0."""
        bound = self.speech.stored_constant(number, field.scale or 0, operator)
        if bound is None:
            return true() if operator == "<>" else false()
        holds = _op(operator, field.value, bound)
        if _holds(operator, Decimal(0), number):
            return or_(holds, field.value.is_(None))
        return and_(holds, field.value.is_not(None))

    def compared_words(self, operator: str, left: Term, right: Term) -> Sql:
        if operator in ("=", "<>") and Kind.LINK in (left.type.kind, right.type.kind):
            same = or_(left.value == right.value, and_(left.value.is_(None), right.value.is_(None)))
            equal = func.coalesce(same, false())
            return equal if operator == "=" else not_(equal)
        return _op(operator, self.folded(left), self.folded(right))

    def folded(self, term: Term) -> Sql:
        return self.speech.fold(func.coalesce(term.value, ""))

    def compared_dates(self, operator: str, left: Term, right: Term) -> Sql:
        zero: date = SERIAL_ZERO
        if Kind.DATETIME in (left.type.kind, right.type.kind):
            zero = datetime(1899, 12, 31, tzinfo=UTC)
        blank = self.speech.constant(zero)
        if right.is_constant and isinstance(right.constant[0], date):
            holds = _op(operator, left.value, right.value)
            if _holds(operator, zero, right.constant[0]):
                return or_(holds, left.value.is_(None))
            return and_(holds, left.value.is_not(None))
        return _op(operator, func.coalesce(left.value, blank), func.coalesce(right.value, blank))

    def number(self, term: Term, typed: Typed | None = None) -> Term:
        """Convert to a number that is never NULL."""
        if term.is_constant:
            return self.converted(term, to_number)
        kind = term.type.kind
        if kind is Kind.NUMBER and term.is_filled:
            return term
        if kind is Kind.NUMBER:
            zero = self.speech.constant(Decimal(0))
            return replace(
                term, value=func.coalesce(self.speech.decimal(term), zero), scale=None, is_filled=True
            )
        if kind is Kind.BOOLEAN:
            value = self.speech.of_integer(_as_integer(self.truth(term, typed)))
            return Term(value, types.NUMBER, term.error, digits=Digits(1, 0))
        if kind is Kind.DATE:
            value = self.speech.of_integer(self.serial(term))
            return Term(value, types.NUMBER, term.error, digits=Digits(7, 0))
        raise self.unconvertible(term, types.NUMBER, typed)

    def text(self, term: Term, typed: Typed) -> Term:
        """Convert to a text that is never NULL."""
        if term.is_constant:
            return self.converted(term, to_text)
        kind = term.type.kind
        if kind in _WORDS:
            return replace(term, value=func.coalesce(term.value, ""), type=types.TEXT)
        if kind is Kind.DATE:
            return Term(func.coalesce(self.speech.date_text(term.value), ""), types.TEXT, term.error)
        if kind is Kind.BOOLEAN:
            word = case((self.truth(term, typed), "TRUE"), else_="FALSE")
            return Term(self.or_blank(term, word), types.TEXT, term.error)
        if kind is Kind.NUMBER and term.digits.whole + term.digits.fraction <= _SHOWN_DIGITS:
            shown = self.speech.number_text(self.speech.decimal(term))
            return Term(func.coalesce(shown, ""), types.TEXT, term.error)
        raise self.unconvertible(term, types.TEXT, typed)

    def or_blank(self, term: Term, word: Sql) -> Sql:
        return case((term.value.is_(None), ""), else_=word)

    def truth(self, term: Term, typed: Typed | None) -> Sql:
        """Return whether a term is true, as a condition that is never NULL; errors stay beside it."""
        if term.is_constant:
            converted = self.converted(term, to_boolean)
            return true() if converted.constant == (True,) else false()
        kind = term.type.kind
        if kind is Kind.BOOLEAN:
            return func.coalesce(term.value, self.speech.constant(False)) == self.speech.constant(True)
        if kind is Kind.NUMBER:
            zero = self.speech.constant(Decimal(0))
            return self.speech.compare("<>", self.number(term).value, zero)
        raise self.unconvertible(term, types.BOOLEAN, typed)

    def condition(self, typed: Typed) -> tuple[Sql, Sql | None]:
        """Return a node as a condition and the condition that it is an error."""
        term = self.term(typed)
        if term.is_constant:
            term = self.converted(term, to_boolean)
        return self.truth(term, typed), term.error

    def converted(self, term: Term, convert: Callable[[Run, Value], Value]) -> Term:
        try:
            return self.constant(convert(Run(STILL), term.constant[0]))
        except Fault as fault:
            return self.constant(fault.error)

    def unconvertible(self, term: Term, wanted: Type, typed: Typed | None) -> Unsaid:
        span = typed.node.span if typed else (0, 0)
        return Unsaid("expression.sql.conversion", span, actual=str(term.type.kind), wanted=str(wanted.kind))

    def alike(self, terms: list[Term], typed: Typed) -> list[Term]:
        """Bring the branches of a choice to one kind and one form; blanks stay blank."""
        kind = types.join(Type(Kind.TEXT) if term.type.kind is Kind.LINK else term.type for term in terms)
        if kind in (types.ANY, types.DURATION, types.TIME):
            raise Unsaid("expression.sql.branches", typed.node.span)
        if kind != types.NUMBER:
            return [replace(term, type=kind) for term in terms]
        return [
            term if term.type != types.NUMBER else replace(term, value=self.speech.decimal(term), scale=None)
            for term in terms
        ]


_TURNED = {"=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _op(operator: str, left: Sql, right: Sql) -> Sql:
    match operator:
        case "=":
            return left == right
        case "<>":
            return left != right
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
    return left >= right


def _holds(operator: str, left: Decimal | date, right: Decimal | date) -> bool:
    order = (left > right) - (left < right)  # type: ignore[operator]
    return {"=": order == 0, "<>": order != 0, "<": order < 0, "<=": order <= 0, ">": order > 0}.get(
        operator, order >= 0
    )


def _as_integer(condition: Sql) -> Sql:
    return type_coerce(case((condition, 1), else_=0), INTEGER())


def _is_constant(typed: Typed) -> bool:
    return not typed.type.is_many and _is_known(typed)


def _is_known(typed: Typed) -> bool:
    """Tell whether neither a field nor the moment nor the user takes part."""
    match typed.node:
        case Name():
            return False
        case Call(name, _) if FUNCTIONS[name].volatile:
            return False
    return all(_is_known(part) for part in typed.parts)


def _value(typed: Typed) -> Value:
    return compile_checked(Checked(typed, frozenset(), frozenset()))({}, STILL)


def _type_of(value: Value) -> Type:
    match value:
        case None:
            return types.BLANK
        case bool():
            return types.BOOLEAN
        case str():
            return types.TEXT
        case datetime():
            return types.DATETIME
        case date():
            return types.DATE
    return types.NUMBER


def _digits(number: Decimal) -> Digits:
    exponent = int(number.as_tuple().exponent)
    return Digits(max(number.adjusted() + 1, 1), max(-exponent, 0))


def _result_digits(operator: str, left: Digits, right: Digits) -> Digits:
    if operator == "/":
        return UNKNOWN
    if operator == "*":
        return Digits(left.whole + right.whole, left.fraction + right.fraction)
    return Digits(max(left.whole, right.whole) + 1, max(left.fraction, right.fraction))
