"""Taking a way away, as one for errors; a step that only it led to stays, and is found to be out of reach."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import open_document, replaced
from builder.commands.flows.graph import edge_in
from builder.commands.flows.naming_steps import step_label
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`way` is an outcome or a branch of the step `source`; `target` tells those of a parallel step apart."""

    flow: str
    source: str
    way: str = "done"
    target: str | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, flow = open_document(documents, "flow", params.flow)
    edge = edge_in(flow, params.source, params.way, params.target)
    if edge is None:
        raise Refused.because("command.edge.missing")
    at = next(index for index, each in enumerate(flow["edges"]) if each is edge)
    del flow["edges"][at]
    return replaced(documents, path, flow)


def _describe(documents: Documents, params: Params) -> Words:
    return {"source": step_label(documents, params.flow, params.source)}


COMMAND = EditCommand("disconnect", Params, _apply, _describe)
