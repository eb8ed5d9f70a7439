"""Writing a block of cells of a decision table, as from a sheet; rows that are missing are added."""

from dataclasses import dataclass, field, replace

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.rules.parts import PARTS, column_in, new_row, row_index, set_cell
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Where its first cell goes, and its rows; columns beyond the last output are left out."""

    rule: str
    row: str
    column: str
    block: list[list[str]]
    ids: list[str] = field(default_factory=list)


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, rule = open_document(documents, "rule", params.rule)
    missing = row_index(rule, params.row) + len(params.block) - len(rule["rows"])
    return replace(params, ids=params.ids or [mint("rule_row") for _ in range(missing)])


def _apply(documents: Documents, params: Params) -> Documents:
    path, rule = open_document(documents, "rule", params.rule)
    first = row_index(rule, params.row)
    columns = [(part, index) for part in PARTS for index in range(len(rule[part]))]
    begin = columns.index(column_in(rule, params.column))
    for id in params.ids:
        rule["rows"].append(new_row(rule, id))
    for number, texts in enumerate(params.block[: len(rule["rows"]) - first], first):
        for column, text in zip(columns[begin:], texts, strict=False):
            set_cell(rule, number, column, text)
    return replaced(documents, path, rule)


def _describe(documents: Documents, params: Params) -> Words:
    return {"rows": len(params.block), "rule": label_of(documents, params.rule)}


COMMAND = EditCommand("paste_rule_cells", Params, _apply, _describe, _complete)
