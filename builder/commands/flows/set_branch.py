"""Setting what a branch of a condition is called, and when it is taken."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, open_document, replaced, require_one_of
from builder.commands.flows.graph import branch_in, drawn_step
from builder.commands.flows.naming_steps import about_step, branch_label
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "when", "otherwise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    flow: str
    node: str
    branch: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, flow = open_document(documents, "flow", params.flow)
    _, branch = branch_in(drawn_step(flow, params.node), params.branch)
    assign(branch, params.property, params.value)
    return replaced(documents, path, flow)


def _describe(documents: Documents, params: Params) -> Words:
    about = about_step(documents, params.flow, params.node)
    branch = branch_label(documents, params.flow, params.node, params.branch)
    return {**about, "branch": branch, "property": word(f"step.property.{params.property}")}


COMMAND = EditCommand("set_branch", Params, _apply, _describe)
