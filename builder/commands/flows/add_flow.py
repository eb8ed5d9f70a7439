"""Adding a flow: an empty one, or a ready-made approval of new records."""

from dataclasses import dataclass, field, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, free_file, label_of, names_in, open_document, replaced
from builder.commands.flows.acting import acting_role, with_acting
from builder.commands.flows.approving import Approval, plan_approval, with_approval
from builder.commands.flows.graph import END, TRIGGER
from builder.commands.flows.new_triggers import new_trigger
from builder.commands.naming import propose_name
from builder.commands.wording import in_app
from engine.ports import Documents, Words

TEMPLATES = ("", "approval")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """What starts it and on which entity's records; `approvers` are for the ready-made approval.

    `acting` is the role its steps act with, made where there is none that fits, and `parts` what the
    ready-made approval consists of; both are found when the command is completed.
    """

    entity: str
    label: dict[str, str] = field(default_factory=dict)
    trigger: str = "record_created"
    template: str = ""
    approvers: list[dict[str, Any]] = field(default_factory=list)
    acting: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, Any] = field(default_factory=dict)
    id: str = ""
    name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    open_document(documents, "entity", params.entity)
    if params.template not in TEMPLATES:
        raise Refused.because("command.property.unknown", ("template",), property=params.template)
    params = replace(params, label=params.label or _usual_label(documents, params))
    name = params.name or propose_name(params.label, names_in(documents, "flows"), "flow")
    acting, parts = acting_role(documents, params.entity, mint), {}
    if params.template:
        parts = plan_approval(documents, Approval(params.entity, params.label, params.approvers), mint)
    return replace(params, id=params.id or mint("flow"), name=name, acting=acting, parts=parts)


def _usual_label(documents: Documents, params: Params) -> dict[str, str]:
    code = "flow.ready.label" if params.template else "flow.new.label"
    return in_app(documents, code, {"entity": label_of(documents, params.entity)})


def _apply(documents: Documents, params: Params) -> Documents:
    path = free_file(documents, "flows", params.id, params.name)
    open_document(documents, "entity", params.entity)
    documents = with_acting(documents, params.acting)
    flow: Json = {
        "schema": "tongdao/flow/1",
        "id": params.id,
        "name": params.name,
        "label": params.label,
        "trigger": new_trigger(documents, params.trigger, params.entity),
        "roles": [params.acting["id"]],
        "nodes": [],
        "edges": [{"from": TRIGGER, "to": END}],
    }
    if params.parts:
        documents, drawn = with_approval(documents, params.entity, params.parts, params.acting["id"])
        flow |= drawn
    return replaced(documents, path, flow)


def _describe(documents: Documents, params: Params) -> Words:
    return {"flow": params.label, "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("add_flow", Params, _apply, _describe, _complete)
