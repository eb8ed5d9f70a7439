"""Removing steps of a flow; what came before and after each of them is joined."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import Json, label_of, open_document, replaced
from builder.commands.flows.graph import node_in, take_out
from builder.commands.flows.naming_steps import step_label
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`keep` is the branch or outcome whose steps stay where one is removed; else the usual course."""

    flow: str
    nodes: list[str]
    keep: str | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, flow = open_document(documents, "flow", params.flow)
    if not params.nodes:
        raise Refused.because("command.node.missing", ("nodes",), id="")
    for id in params.nodes:
        node_in(flow, id)
    for id in params.nodes:
        _remove(flow, id, params.keep if len(params.nodes) == 1 else None)
    return replaced(documents, path, flow)


def _remove(flow: Json, id: str, keep: str | None) -> None:
    """Remove a step; one that went with another before is gone already."""
    try:
        listed, index = node_in(flow, id)
    except Refused:
        return
    if listed is flow["nodes"]:
        take_out(flow, listed[index], keep)
    else:
        del listed[index]


def _describe(documents: Documents, params: Params) -> Words:
    first = step_label(documents, params.flow, params.nodes[0]) if params.nodes else {}
    return {"node": first, "count": len(params.nodes), "flow": label_of(documents, params.flow)}


COMMAND = EditCommand("remove_nodes", Params, _apply, _describe)
