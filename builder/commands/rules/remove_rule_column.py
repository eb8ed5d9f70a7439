"""Taking an input or an output out of a decision table, with its cells."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.rules.parts import column_label, remove_column
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The table and its column."""

    rule: str
    column: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, rule = open_document(documents, "rule", params.rule)
    remove_column(rule, params.column)
    return replaced(documents, path, rule)


def _describe(documents: Documents, params: Params) -> Words:
    column = column_label(documents, params.rule, params.column)
    return {"column": column, "rule": label_of(documents, params.rule)}


COMMAND = EditCommand("remove_rule_column", Params, _apply, _describe)
