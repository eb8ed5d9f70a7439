"""Moving a branch of a condition: they are tried in their order."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import insert, open_document, replaced
from builder.commands.flows.graph import branch_in, drawn_step
from builder.commands.flows.naming_steps import about_step, branch_label
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Where it stands afterwards."""

    flow: str
    node: str
    branch: str
    index: int | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, flow = open_document(documents, "flow", params.flow)
    node = drawn_step(flow, params.node)
    index, branch = branch_in(node, params.branch)
    del node["branches"][index]
    insert(node["branches"], params.index, branch)
    return replaced(documents, path, flow)


def _describe(documents: Documents, params: Params) -> Words:
    branch = branch_label(documents, params.flow, params.node, params.branch)
    return {**about_step(documents, params.flow, params.node), "branch": branch}


COMMAND = EditCommand("move_branch", Params, _apply, _describe)
