"""Setting a property of an input or output of a decision table."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.commands.rules.parts import column_in, column_label
from builder.words import word
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    rule: str
    column: str
    property: str
    value: Any = None


PROPERTIES = ("label", "expression", "default", "values")
_OF_PART = {"inputs": ("label", "expression"), "outputs": ("label", "default", "values")}


def _apply(documents: Documents, params: Params) -> Documents:
    path, rule = open_document(documents, "rule", params.rule)
    part, index = column_in(rule, params.column)
    require_one_of(params.property, _OF_PART[part])
    assign(rule[part][index], params.property, params.value)
    return replaced(documents, path, rule)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "property": word(f"property.{params.property}"),
        "column": column_label(documents, params.rule, params.column),
        "rule": label_of(documents, params.rule),
    }


COMMAND = EditCommand("set_rule_column", Params, _apply, _describe)
