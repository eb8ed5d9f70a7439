"""Taking a row out of a decision table."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.rules.parts import row_index, row_number
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The table and its row."""

    rule: str
    row: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, rule = open_document(documents, "rule", params.rule)
    del rule["rows"][row_index(rule, params.row)]
    return replaced(documents, path, rule)


def _describe(documents: Documents, params: Params) -> Words:
    number = row_number(documents, params.rule, params.row)
    return {"row": number, "rule": label_of(documents, params.rule)}


COMMAND = EditCommand("remove_rule_row", Params, _apply, _describe)
