"""Leading an outcome of a step to another step or to the end, as for a way back or for errors."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import Json, open_document, replaced
from builder.commands.flows.graph import END, TRIGGER, drawn_step, edge_in, new_edge
from builder.commands.flows.naming_steps import step_label
from engine.ports import Documents, Words

OUTCOMES = ("done", "approved", "rejected", "error", "timeout")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`way` is an outcome or a branch of the step `source`; one that is there leads elsewhere from now on."""

    flow: str
    source: str
    target: str
    way: str = "done"


def _apply(documents: Documents, params: Params) -> Documents:
    path, flow = open_document(documents, "flow", params.flow)
    node: Json = drawn_step(flow, params.source) if params.source != TRIGGER else {"kind": TRIGGER}
    if params.target != END:
        drawn_step(flow, params.target)
    branches = [branch["id"] for branch in node.get("branches", ())]
    if params.way not in (*OUTCOMES, *branches):
        raise Refused.because("command.branch.missing", ("way",), id=params.way)
    edge = edge_in(flow, params.source, params.way, None)
    if edge is None or node["kind"] == "parallel":
        flow["edges"].append(new_edge(flow, params.source, params.way, params.target))
    else:
        edge["to"] = params.target
    return replaced(documents, path, flow)


def _describe(documents: Documents, params: Params) -> Words:
    source, target = (step_label(documents, params.flow, each) for each in (params.source, params.target))
    return {"source": source, "target": target}


COMMAND = EditCommand("connect", Params, _apply, _describe)
