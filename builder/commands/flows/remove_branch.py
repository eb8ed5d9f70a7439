"""Removing a branch of a condition, with the steps that only it led to."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import open_document, replaced
from builder.commands.flows.graph import TRIGGER, branch_in, drawn_step, reached, way_of
from builder.commands.flows.naming_steps import about_step, branch_label
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The condition and its branch."""

    flow: str
    node: str
    branch: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, flow = open_document(documents, "flow", params.flow)
    node = drawn_step(flow, params.node)
    index, _ = branch_in(node, params.branch)
    if len(node["branches"]) == 1:
        raise Refused.because("command.branch.last")
    before = reached(flow, [TRIGGER])
    del node["branches"][index]
    flow["edges"] = [
        edge for edge in flow["edges"] if (edge["from"], way_of(edge)) != (params.node, params.branch)
    ]
    lost = set(before) - set(reached(flow, [TRIGGER]))
    flow["nodes"] = [each for each in flow["nodes"] if each["id"] not in lost]
    flow["edges"] = [edge for edge in flow["edges"] if not lost & {edge["from"]}]
    return replaced(documents, path, flow)


def _describe(documents: Documents, params: Params) -> Words:
    branch = branch_label(documents, params.flow, params.node, params.branch)
    return {**about_step(documents, params.flow, params.node), "branch": branch}


COMMAND = EditCommand("remove_branch", Params, _apply, _describe)
