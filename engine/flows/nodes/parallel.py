"""Parallel: goes on by all of its edges at once."""

from engine.flows.moving import leave
from engine.flows.node_kind import At, NodeKind
from engine.metadata.model import ParallelNode


def _enter(at: At[ParallelNode]) -> None:
    leave(at.work, at.token, "done")


KIND = NodeKind("parallel", _enter)
