"""Adding a column of conditions to a decision table."""

from dataclasses import dataclass, replace

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import insert, label_of, open_document, replaced
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """What is looked at; without an index it comes last."""

    rule: str
    label: dict[str, str]
    expression: str
    index: int | None = None
    id: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    return replace(params, id=params.id or mint("rule_input"))


def _apply(documents: Documents, params: Params) -> Documents:
    path, rule = open_document(documents, "rule", params.rule)
    if any(each["id"] == params.id for each in rule["inputs"]):
        raise Refused.because("command.id.taken", ("id",), id=params.id)
    column = {"id": params.id, "label": params.label, "expression": params.expression}
    insert(rule["inputs"], params.index, column)
    for row in rule["rows"]:
        row["when"].insert(rule["inputs"].index(column), "")
    return replaced(documents, path, rule)


def _describe(documents: Documents, params: Params) -> Words:
    return {"column": params.label, "rule": label_of(documents, params.rule)}


COMMAND = EditCommand("add_rule_input", Params, _apply, _describe, _complete)
