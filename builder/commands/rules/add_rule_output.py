"""Adding a column of results to a decision table; it comes last."""

from dataclasses import dataclass, replace

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.naming import propose_name
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The tool proposes the name by which steps of flows know the result."""

    rule: str
    label: dict[str, str]
    result: str
    name: str = ""
    id: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, rule = open_document(documents, "rule", params.rule)
    taken = [each["name"] for each in rule["outputs"]]
    name = params.name or propose_name(params.label, taken, "result")
    return replace(params, id=params.id or mint("rule_output"), name=name)


def _apply(documents: Documents, params: Params) -> Documents:
    path, rule = open_document(documents, "rule", params.rule)
    if any(each["id"] == params.id for each in rule["outputs"]):
        raise Refused.because("command.id.taken", ("id",), id=params.id)
    column = {"id": params.id, "name": params.name, "label": params.label, "result": params.result}
    rule["outputs"].append(column)
    for row in rule["rows"]:
        row["then"].append("")
    return replaced(documents, path, rule)


def _describe(documents: Documents, params: Params) -> Words:
    return {"column": params.label, "rule": label_of(documents, params.rule)}


COMMAND = EditCommand("add_rule_output", Params, _apply, _describe, _complete)
