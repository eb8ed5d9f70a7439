"""Moving a row of a decision table; where the first row met counts, this changes what it says."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import insert, label_of, open_document, replaced
from builder.commands.rules.parts import row_index, row_number
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`index` counts among the rows once the moved one is taken out."""

    rule: str
    row: str
    index: int | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, rule = open_document(documents, "rule", params.rule)
    insert(rule["rows"], params.index, rule["rows"].pop(row_index(rule, params.row)))
    return replaced(documents, path, rule)


def _describe(documents: Documents, params: Params) -> Words:
    number = row_number(documents, params.rule, params.row)
    return {"row": number, "rule": label_of(documents, params.rule)}


COMMAND = EditCommand("move_rule_row", Params, _apply, _describe)
