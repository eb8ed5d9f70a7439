"""Expressions of a connector, checked against the words of a shop and made ready to evaluate."""

from collections.abc import Mapping
from datetime import datetime

from engine.connectors.vocabulary import ShopScope
from engine.entities.scope import field_type
from engine.expressions.check import Checked, check_text
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.generate import Formula
from engine.expressions.types import DATE, DATETIME, Type, fits
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.kernel.values import ErrorValue, Value
from engine.metadata.definition import Definition
from engine.metadata.model import Field


def check_set(definition: Definition, texts: Mapping[str, str], scope: ShopScope) -> list[Issue]:
    """Return what is wrong with values by field id, with the field as the first step of each place."""
    return [issue.under(id) for id, text in texts.items() for issue in _faults(definition, id, text, scope)]


def evaluate_set(
    definition: Definition,
    texts: Mapping[str, str],
    scope: ShopScope,
    values: Mapping[str, Value],
    context: Context,
) -> dict[str, Value] | list[Issue]:
    """Return the values of fields by name; what cannot be computed is named by its field."""
    results = {
        place.field.name: _read_as(place.field, _formula(definition, text, scope)(values, context), context)
        for id, text in texts.items()
        if (place := definition.field(id))
    }
    faults = [
        Issue("connector.value.error", (name,), {"field": name, "error": value.code})
        for name, value in results.items()
        if isinstance(value, ErrorValue)
    ]
    return faults or results


def _faults(definition: Definition, id: str, text: str, scope: ShopScope) -> list[Issue]:
    place = definition.field(id)
    expected = field_type(definition, place.field).scalar if place else None
    checked = check_text(text, scope, known=scope.known())
    if isinstance(checked, Checked) and expected and not _suits(checked.type.scalar, expected):
        checked = check_text(text, scope, expected=expected)
    return [] if isinstance(checked, Checked) else checked


def _read_as(field: Field, value: Value, context: Context) -> Value:
    """Return a value as its field reads it: a day of an instant is that of the app's time zone."""
    if field.type == "date" and isinstance(value, datetime):
        return value.astimezone(context.timezone).date()
    return value


def _suits(actual: Type, expected: Type) -> bool:
    """Tell whether a field can read a value; a day is read from an instant, in the app's time zone."""
    return fits(actual, expected) or (actual, expected) == (DATETIME, DATE)


@remember
def _formula(_definition: Definition, text: str, scope: ShopScope) -> Formula:
    checked = check_text(text, scope)
    if isinstance(checked, Checked):
        return compile_checked(checked)
    broken = ErrorValue("#NAME?", checked[0].code)
    return lambda _values, _context: broken
