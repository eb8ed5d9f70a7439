"""Writing one cell of a decision table."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.rules.parts import column_in, column_label, row_index, row_number, set_cell
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The row, the input or output it stands under, and the text."""

    rule: str
    row: str
    column: str
    text: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, rule = open_document(documents, "rule", params.rule)
    set_cell(rule, row_index(rule, params.row), column_in(rule, params.column), params.text)
    return replaced(documents, path, rule)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "row": row_number(documents, params.rule, params.row),
        "column": column_label(documents, params.rule, params.column),
        "rule": label_of(documents, params.rule),
    }


COMMAND = EditCommand("set_rule_cell", Params, _apply, _describe)
