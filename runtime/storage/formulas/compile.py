"""Expressions in SQL: conditions for filters and rights, values for live formulas.

What changes with the moment and the user is a named parameter, so that a statement can be kept; `parameters`
gives their values.
"""

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from sqlalchemy import Dialect, and_, case, not_, null

from engine.expressions import types
from engine.expressions.check import Checked
from engine.expressions.context import Context
from engine.expressions.parse import walk
from engine.kernel.issue import Issue
from runtime.storage.formulas import dates, logic, numbers, texts
from runtime.storage.formulas.compiler import Compiler, Translation
from runtime.storage.formulas.logic import as_lines
from runtime.storage.formulas.postgresql import SPEECH as POSTGRESQL
from runtime.storage.formulas.size import DEEPEST_POSTGRESQL, DEEPEST_SQLITE, DEEPEST_TREE, is_too_large
from runtime.storage.formulas.speech import Speech
from runtime.storage.formulas.sqlite import SPEECH as SQLITE
from runtime.storage.formulas.term import Resolver, Sql, Term, Unsaid
from runtime.storage.sql_types import instant_text, is_sqlite

_CALLS: dict[str, Translation] = {**logic.CALLS, **numbers.CALLS, **texts.CALLS, **dates.CALLS}
CALLS = frozenset(_CALLS)


def formula_condition(checked: Checked, resolver: Resolver, dialect: Dialect) -> Sql | Issue:
    """Return whether an expression is true for a row; an error is no. Never NULL."""
    compiler = Compiler(resolver, _speech(dialect), _CALLS)
    try:
        _require_shallow(checked)
        holds, error = compiler.condition(checked.root)
        return _bounded(holds if error is None else and_(not_(error), holds), checked, dialect)
    except Unsaid as unsaid:
        return unsaid.issue


def formula_error(checked: Checked, resolver: Resolver, dialect: Dialect) -> Sql | Issue | None:
    """Return whether an expression is an error for a row; None where it never is."""
    compiler = Compiler(resolver, _speech(dialect), _CALLS)
    try:
        _require_shallow(checked)
        return compiler.term(checked.root).error
    except Unsaid as unsaid:
        return unsaid.issue


def formula_value(
    checked: Checked, resolver: Resolver, dialect: Dialect, *, scale: int | None = None
) -> Sql | Issue:
    """Return the value of an expression for a row, as a field of its type keeps it; an error is NULL.

    `scale` rounds numbers to the decimal places of the field; on SQLite they become its scaled integer.
    Without it a number is NUMERIC, on SQLite decimal text.
    """
    compiler = Compiler(resolver, _speech(dialect), _CALLS)
    try:
        _require_shallow(checked)
        term = compiler.term(checked.root)
        value = _kept(compiler.speech, term, scale)
        return _bounded(
            value if term.error is None else case((term.error, null()), else_=value), checked, dialect
        )
    except Unsaid as unsaid:
        return unsaid.issue


def parameters(context: Context, dialect: Dialect) -> Mapping[str, Any]:
    """Return the values of the parameters that stand for the moment, the time zone and the user."""
    now = context.now.astimezone(UTC)
    today = context.now.astimezone(context.timezone).date()
    texts_only = is_sqlite(dialect)
    return {
        "formula_now": instant_text(now) if texts_only else now,
        "formula_today": today.isoformat() if texts_only else today,
        "formula_zone": context.timezone.key,
        "formula_user": context.user,
        "formula_roles": as_lines(context.roles),
    }


def _require_shallow(checked: Checked) -> None:
    """Refuse a tree so deep that building its SQL would recurse too far."""
    if max(depth for _, depth in walk(checked.tree)) > DEEPEST_TREE:
        raise Unsaid("expression.sql.too_large", checked.tree.span)


def _bounded(value: Sql, checked: Checked, dialect: Dialect) -> Sql:
    """Refuse what would be too large or nested too deeply for a database."""
    if is_too_large(value, DEEPEST_SQLITE if is_sqlite(dialect) else DEEPEST_POSTGRESQL):
        raise Unsaid("expression.sql.too_large", checked.tree.span)
    return value


def _speech(dialect: Dialect) -> Speech:
    return SQLITE if is_sqlite(dialect) else POSTGRESQL


def _kept(speech: Speech, term: Term, scale: int | None) -> Sql:
    if term.type != types.NUMBER:
        return term.value
    number = speech.decimal(term)
    return number if scale is None else speech.stored(number, scale)
