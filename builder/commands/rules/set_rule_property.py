"""Setting a property of a decision table itself, above all which of several rows counts."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    rule: str
    property: str
    value: Any = None


PROPERTIES = ("label", "description", "hit", "aggregate", "examples")


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, rule = open_document(documents, "rule", params.rule)
    assign(rule, params.property, params.value)
    return replaced(documents, path, rule)


def _describe(documents: Documents, params: Params) -> Words:
    return {"property": word(f"property.{params.property}"), "rule": label_of(documents, params.rule)}


COMMAND = EditCommand("set_rule_property", Params, _apply, _describe)
