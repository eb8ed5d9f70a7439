"""End: this path ends; with an outcome other than completed, the whole flow does."""

from engine.flows.moving import close_step, end
from engine.flows.node_kind import At, NodeKind
from engine.metadata.model import EndNode


def _enter(at: At[EndNode]) -> None:
    close_step(at.work, at.token, "done")
    if at.node.outcome == "completed":
        del at.work.tokens[at.number]
    else:
        end(at.work, at.node.outcome)


KIND = NodeKind("end", _enter)
