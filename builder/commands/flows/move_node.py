"""Moving a step to another way, with everything that hangs on it; the gap closes."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import Json, open_document, replaced
from builder.commands.flows.graph import SPLITTING, TRIGGER, USUAL, block_of, drawn_step, opened_edge, way_of
from builder.commands.flows.naming_steps import about_step, step_label
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`after` is a step or `trigger`, `way` its outcome or branch, `to` tells its parallel ways apart."""

    flow: str
    node: str
    after: str = TRIGGER
    way: str = "done"
    to: str | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, flow = open_document(documents, "flow", params.flow)
    node = drawn_step(flow, params.node)
    members, meet = block_of(flow, node)
    edge = opened_edge(flow, params.after, params.way, params.to)
    if params.after in members or edge["to"] == params.node:
        raise Refused.because("command.node.there_already")
    leaving = _leaving(flow, node, members, meet)
    for each in flow["edges"]:
        if each["to"] == params.node and each["from"] not in members:
            each["to"] = meet
    goes_on, edge["to"] = edge["to"], params.node
    for each in leaving:
        each["to"] = goes_on
    return replaced(documents, path, flow)


def _leaving(flow: Json, node: Json, members: list[str], meet: str) -> list[Json]:
    """Return the ways by which the course leaves what is moved."""
    found = [edge for edge in flow["edges"] if edge["from"] in members and edge["to"] == meet]
    is_block = node["kind"] in SPLITTING
    return [edge for edge in found if is_block or way_of(edge) in USUAL]


def _describe(documents: Documents, params: Params) -> Words:
    after = step_label(documents, params.flow, params.after)
    return {**about_step(documents, params.flow, params.node), "after": after}


COMMAND = EditCommand("move_node", Params, _apply, _describe)
