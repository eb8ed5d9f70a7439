"""Decision tables, and formula fields that get their value from one."""

from collections.abc import Iterator

from engine.dependencies.resolve import Standpoint
from engine.entities.checks.placing import place_of, placed_fields
from engine.entities.scope import RecordScope
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import FormulaOptions
from engine.rules.check import check_rule
from engine.rules.expression import rule_expression


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each fault; places are those of the rule, or of the field."""
    for rule in definition.rules.values():
        entity = definition.entities.get(rule.entity)
        if entity:
            scope = RecordScope(definition, Standpoint(entity))
            found = check_rule(definition, rule, scope)
            yield from (issue.under(*place_of(rule)) for issue in found)
    for place, path in placed_fields(definition):
        if isinstance(place.field.options, FormulaOptions):
            issues = _formula(definition, place, place.field.options)
            yield from (issue.under(*path, "options") for issue in issues)


def _formula(definition: Definition, place: FieldPlace, options: FormulaOptions) -> Iterator[Issue]:
    if bool(options.expression) == bool(options.rule):
        yield Issue("field.formula.one_source", ("expression",))
    rule = definition.rules.get(options.rule or "")
    if rule is None:
        return
    if place.lines is not None:
        yield Issue("field.formula.rule_in_lines", ("rule",))
    elif rule.entity != place.entity.id:
        yield Issue("field.formula.rule_entity", ("rule",), {"entity": place.entity.name})
    made = rule_expression(definition, rule.id)
    broken = made if isinstance(made, list) else []
    yield from (Issue(each.code, ("rule",), each.params) for each in broken if each.code in _OF_THE_WHOLE)


_OF_THE_WHOLE = ("rule.hit.not_one_value", "rule.table.too_large")
