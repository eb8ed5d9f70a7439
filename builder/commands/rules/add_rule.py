"""Adding a decision table: conditions over fields, results, and a first row that is met by everything."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, field_in, free_file, label_of, names_in, open_document, replaced
from builder.commands.naming import propose_name
from builder.commands.wording import in_app
from engine.ports import Documents, Words

UNASKED = ("lines", "attachment", "sequence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`fields` are looked at, else the first that fits; `outputs` are `{label, result}`, else a text.

    `made` are the columns and the row, found when the command is completed.
    """

    entity: str
    label: dict[str, str] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)
    outputs: list[dict[str, Any]] = field(default_factory=list)
    made: dict[str, Any] = field(default_factory=dict)
    id: str = ""
    name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, entity = open_document(documents, "entity", params.entity)
    label = params.label or in_app(documents, "rule.new.label", {"entity": entity["label"]})
    name = params.name or propose_name(label, names_in(documents, "rules"), "rule")
    made = _parts(documents, params, entity, mint)
    return replace(params, id=params.id or mint("rule"), name=name, label=label, made=made)


def _parts(documents: Documents, params: Params, entity: Json, mint: Mint) -> Json:
    asked = [field_in(entity, id) for id in params.fields] or _first(entity)
    inputs = [
        {"id": mint("rule_input"), "label": each["label"], "expression": each["name"]} for each in asked
    ]
    outputs: list[Json] = []
    for given in params.outputs or [{"label": in_app(documents, "rule.new.output")}]:
        if not isinstance(given.get("label"), Mapping):
            raise Refused.because("command.param.type", ("outputs",))
        name = propose_name(given["label"], [each["name"] for each in outputs], "result")
        outputs.append({"id": mint("rule_output"), "name": name, "result": "text", **given})
    row = {"id": mint("rule_row"), "when": [""] * len(inputs), "then": [""] * len(outputs)}
    return {"inputs": inputs, "outputs": outputs, "rows": [row]}


def _first(entity: Json) -> list[Json]:
    found = [each for each in entity["fields"] if each["type"] not in UNASKED]
    if not found:
        raise Refused.because("command.rule.no_field")
    return found[:1]


def _apply(documents: Documents, params: Params) -> Documents:
    path = free_file(documents, "rules", params.id, params.name)
    head = {"schema": "tongdao/rule/1", "id": params.id, "name": params.name, "label": params.label}
    return replaced(documents, path, {**head, "entity": params.entity, **params.made})


def _describe(documents: Documents, params: Params) -> Words:
    return {"rule": params.label, "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("add_rule", Params, _apply, _describe, _complete)
