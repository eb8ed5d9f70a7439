"""Adding a row to a decision table."""

from dataclasses import dataclass, field, replace

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import insert, label_of, open_document, replaced
from builder.commands.rules.parts import new_row
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Without an index it comes last; cells that are not given are empty."""

    rule: str
    when: list[str] = field(default_factory=list)
    then: list[str] = field(default_factory=list)
    index: int | None = None
    id: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    return replace(params, id=params.id or mint("rule_row"))


def _apply(documents: Documents, params: Params) -> Documents:
    path, rule = open_document(documents, "rule", params.rule)
    row = new_row(rule, params.id)
    for part, texts in (("when", params.when), ("then", params.then)):
        count = len(row[part])
        row[part] = [*texts[:count], *row[part][len(texts) :]]
    insert(rule["rows"], params.index, row)
    return replaced(documents, path, rule)


def _describe(documents: Documents, params: Params) -> Words:
    return {"rule": label_of(documents, params.rule)}


COMMAND = EditCommand("add_rule_row", Params, _apply, _describe, _complete)
