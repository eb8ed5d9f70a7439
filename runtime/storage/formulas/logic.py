"""Conditions and choices as CASE; an error counts only where its branch is taken."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import and_, case, not_, or_

from engine.expressions import types
from engine.expressions.check import Typed
from engine.expressions.faults import NOT_FOUND
from engine.kernel.values import ErrorValue
from runtime.storage.formulas.compiler import Compiler, Translation
from runtime.storage.formulas.term import Digits, Sql, Term, Unsaid, either


@dataclass(frozen=True, slots=True)
class Branch:
    """A condition, the condition that it is an error, and the value it leads to."""

    condition: Sql
    error: Sql | None
    value: Term


def choice(compiler: Compiler, typed: Typed, branches: list[Branch], otherwise: Term) -> Term:
    """Return the value of the first branch whose condition holds."""
    terms = compiler.alike([*(branch.value for branch in branches), otherwise], typed)
    otherwise = terms[-1]
    error = otherwise.error
    for branch, term in reversed(list(zip(branches, terms, strict=False))):
        error = either(branch.error, _chosen_error(branch.condition, term.error, error))
    whens = [(branch.condition, term.value) for branch, term in zip(branches, terms, strict=False)]
    digits = Digits(max(term.digits.whole for term in terms), max(term.digits.fraction for term in terms))
    kind = types.join(term.type for term in terms)
    return Term(case(*whens, else_=otherwise.value), kind, error, digits=digits)


def _chosen_error(condition: Sql, then: Sql | None, otherwise: Sql | None) -> Sql | None:
    return either(
        None if then is None else and_(condition, then),
        None if otherwise is None else and_(not_(condition), otherwise),
    )


def _if(compiler: Compiler, typed: Typed) -> Term:
    condition, then, *otherwise = typed.parts
    last = compiler.term(otherwise[0]) if otherwise else compiler.constant(False)
    holds, error = compiler.condition(condition)
    return choice(compiler, typed, [Branch(holds, error, compiler.term(then))], last)


def _ifs(compiler: Compiler, typed: Typed) -> Term:
    pairs = zip(typed.parts[::2], typed.parts[1::2], strict=True)
    branches = [Branch(*compiler.condition(when), compiler.term(then)) for when, then in pairs]
    return choice(compiler, typed, branches, compiler.constant(NOT_FOUND))


def _switch(compiler: Compiler, typed: Typed) -> Term:
    subject, *rest = typed.parts
    value = compiler.term(subject)
    branches = [
        _case(compiler, typed, value, case_, result)
        for case_, result in zip(rest[::2], rest[1::2], strict=False)
    ]
    last = compiler.term(rest[-1]) if len(rest) % 2 else compiler.constant(NOT_FOUND)
    found = choice(compiler, typed, branches, last)
    return Term(found.value, found.type, either(value.error, found.error), digits=found.digits)


def _case(compiler: Compiler, typed: Typed, value: Term, case_: Typed, result: Typed) -> Branch:
    compared = compiler.comparison("=", value, compiler.term(case_), typed)
    return Branch(compared.value, compared.error, compiler.term(result))


def _all(compiler: Compiler, typed: Typed) -> Term:
    conditions = [compiler.condition(part) for part in typed.parts]
    return Term(
        and_(*(holds for holds, _ in conditions)), types.BOOLEAN, either(*(error for _, error in conditions))
    )


def _any(compiler: Compiler, typed: Typed) -> Term:
    conditions = [compiler.condition(part) for part in typed.parts]
    return Term(
        or_(*(holds for holds, _ in conditions)), types.BOOLEAN, either(*(error for _, error in conditions))
    )


def _not(compiler: Compiler, typed: Typed) -> Term:
    holds, error = compiler.condition(typed.parts[0])
    return Term(not_(holds), types.BOOLEAN, error)


def _if_error(compiler: Compiler, typed: Typed) -> Term:
    value, otherwise = (compiler.term(part) for part in typed.parts)
    if value.error is None:
        return value
    if value.is_constant and isinstance(value.constant[0], ErrorValue):
        return otherwise
    value, otherwise = compiler.alike([value, otherwise], typed)
    assert value.error is not None
    error = None if otherwise.error is None else and_(value.error, otherwise.error)
    digits = max(value.digits, otherwise.digits, key=lambda each: each.whole + each.fraction)
    kind = types.join((value.type, otherwise.type))
    return Term(case((value.error, otherwise.value), else_=value.value), kind, error, digits=digits)


def _is_blank(compiler: Compiler, typed: Typed) -> Term:
    term = compiler.term(typed.parts[0])
    blank = term.value.is_(None)
    return Term(blank if term.error is None else and_(not_(term.error), blank), types.BOOLEAN)


def _known(value: bool) -> Translation:
    return lambda compiler, typed: compiler.constant(value)


def _current_user(compiler: Compiler, typed: Typed) -> Term:
    return Term(compiler.speech.user(), types.TEXT)


def _has_role(compiler: Compiler, typed: Typed) -> Term:
    role = compiler.text(compiler.term(typed.parts[0]), typed.parts[0])
    if not role.is_constant:
        raise Unsaid("expression.sql.constant", typed.node.span, name="role")
    wanted = compiler.speech.constant(as_lines((str(role.constant[0]),)))
    return Term(compiler.speech.position(wanted, compiler.speech.roles()) > 0, types.BOOLEAN)


def as_lines(names: Iterable[str]) -> str:
    """Write names so that one parameter carries them all, each between line breaks."""
    return "".join(f"\n{name}\n" for name in sorted(names))


CALLS: dict[str, Translation] = {
    "TRUE": _known(True),
    "FALSE": _known(False),
    "IF": _if,
    "IFS": _ifs,
    "SWITCH": _switch,
    "AND": _all,
    "OR": _any,
    "NOT": _not,
    "IFERROR": _if_error,
    "ISBLANK": _is_blank,
    "CURRENT_USER": _current_user,
    "HAS_ROLE": _has_role,
}
