"""Setting a property of a step. Another entity to look at or to write into begins without values."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, open_document, replaced, require_one_of
from builder.commands.flows.graph import step_in
from builder.commands.flows.naming_steps import about_step
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = (
    "label", "approvers", "mode", "fields", "opinion", "if_nobody", "if_submitter", "return_to",
    "after_return", "timeout", "people", "entity", "set", "lines", "as", "target", "where", "when",
    "rule", "to", "email", "language", "channels", "template", "connector", "action", "input", "after",
    "until", "flow", "wait", "outcome", "product", "quantity", "warehouse", "order",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    flow: str
    node: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, flow = open_document(documents, "flow", params.flow)
    node = step_in(flow, params.node)
    if params.property == "entity" and node.get("entity") != params.value and "set" in node:
        node["set"] = {}
        node.pop("lines", None)
    assign(node, params.property, params.value)
    return replaced(documents, path, flow)


def _describe(documents: Documents, params: Params) -> Words:
    about = about_step(documents, params.flow, params.node)
    return {**about, "property": word(f"step.property.{params.property}")}


COMMAND = EditCommand("set_node", Params, _apply, _describe)
