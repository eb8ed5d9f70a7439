"""Expressions of a connector, checked against the words of a shop and made ready to evaluate."""

from collections.abc import Mapping

from engine.connectors.vocabulary import ShopScope
from engine.entities.scope import field_type
from engine.expressions.check import Checked, check_text
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.generate import Formula
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.kernel.values import ErrorValue, Value
from engine.metadata.definition import Definition


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
        place.field.name: _formula(definition, text, scope)(values, context)
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
    checked = check_text(text, scope, expected=expected, known=scope.known())
    return [] if isinstance(checked, Checked) else checked


@remember
def _formula(_definition: Definition, text: str, scope: ShopScope) -> Formula:
    checked = check_text(text, scope)
    if isinstance(checked, Checked):
        return compile_checked(checked)
    broken = ErrorValue("#NAME?", checked[0].code)
    return lambda _values, _context: broken
