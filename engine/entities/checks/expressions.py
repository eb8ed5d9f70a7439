"""Every expression of every document: it reads, its names exist, its types fit, it runs where it must."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.dependencies.resolve import Standpoint
from engine.dependencies.uses import standpoint
from engine.entities.checks.placing import place_of, placed_fields
from engine.entities.computed import is_stored
from engine.entities.expression import checked_at
from engine.entities.field_types.formula import RESULTS
from engine.entities.formula_text import formula_text
from engine.entities.scope import field_type
from engine.expressions import types
from engine.expressions.check import Checked
from engine.expressions.functions import FUNCTIONS
from engine.expressions.types import Type
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document, kind_of
from engine.metadata.model import Document, Flow, FormulaOptions, Rule
from engine.metadata.walk import ExpressionUse, walk_document
from engine.rules.check import OUTPUT_TYPES

_RESULTS = {
    "boolean": types.BOOLEAN,
    "number": types.NUMBER,
    "text": types.TEXT,
    "datetime": types.DATETIME,
}


@dataclass(frozen=True, slots=True)
class Demand:
    """What an expression must give, and whether it must run in the database."""

    type: Type | None = None
    in_database: bool = False


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each fault, with the span in its parameters."""
    demands = _demands(definition)
    yield from _derived(definition, demands)
    for document in definition.documents():
        raw = dump_document(document)
        for use in walk_document(kind_of(document), raw):
            where = (*place_of(document), *use.path)
            if isinstance(use, ExpressionUse):
                at = standpoint(definition, kind_of(document), raw, use)
                demand = demands.get(where) or _demand(definition, document, use)
                found = _check(definition, at, use.text, demand) if at else []
                yield from (issue.under(*where) for issue in found)


def _derived(definition: Definition, demands: Mapping[Path, Demand]) -> Iterator[Issue]:
    """Check what decision tables make for formula fields; a table that makes nothing has issues itself."""
    for place, path in placed_fields(definition):
        if isinstance(place.field.options, FormulaOptions) and place.field.options.rule:
            text = formula_text(definition, place.field.options)
            where = Standpoint(place.entity, place.lines)
            found = _check(definition, where, text, demands[*path, "options", "expression"]) if text else []
            yield from (issue.under(*path, "options", "rule") for issue in found)


def _check(definition: Definition, at: Standpoint, text: str, demand: Demand) -> list[Issue]:
    checked = checked_at(definition, at, text, demand.type)
    if isinstance(checked, Checked):
        return list(_not_in_database(checked)) if demand.in_database else []
    return checked


def _not_in_database(checked: Checked) -> Iterator[Issue]:
    """Name the functions that keep an expression from running where the records lie."""
    names = sorted(name for name in checked.functions if not FUNCTIONS[name].sql)
    if names:
        yield Issue("expression.function.not_in_database", params={"names": ", ".join(names)})


def _demand(definition: Definition, document: Document, use: ExpressionUse) -> Demand:
    """Return what is asked of conditions: those that choose among records run in the database."""
    chooses = kind_of(document) in ("view", "role") or use.scope in ("linked", "found", "candidate")
    is_scheduled = isinstance(document, Flow) and document.trigger.kind == "schedule"
    in_database = chooses or (is_scheduled and use.path[0] == "trigger")
    return Demand(demanded_type(definition, use), in_database)


def demanded_type(definition: Definition, use: ExpressionUse) -> Type | None:
    """Return the type an expression must give: what its schema says, or that of the field it sets."""
    place = definition.field(str(use.path[-1])) if use.scope == "set" else None
    wanted = field_type(definition, place.field) if place else _RESULTS.get(use.result or "")
    return None if wanted is None or wanted.is_many else wanted


def _demands(definition: Definition) -> dict[Path, Demand]:
    """Return what is asked of each default and formula, by place; live formulas run in the database."""
    demands: dict[Path, Demand] = {}
    for place, path in placed_fields(definition):
        if isinstance(place.field.options, FormulaOptions):
            is_live = not is_stored(definition, place)
            demands[*path, "options", "expression"] = Demand(RESULTS[place.field.options.result], is_live)
        if place.field.default is not None:
            demands[*path, "default"] = Demand(field_type(definition, place.field).scalar)
    for rule in definition.rules.values():
        demands |= _results(rule)
    return demands


def _results(rule: Rule) -> Iterator[tuple[Path, Demand]]:
    """Yield what is asked of the results of a decision table: the kind of their column."""
    for column, output in enumerate(rule.outputs):
        demand = Demand(OUTPUT_TYPES[output.result])
        yield (*place_of(rule), "outputs", column, "default"), demand
        for row in range(len(rule.rows)):
            yield (*place_of(rule), "rows", row, "then", column), demand
