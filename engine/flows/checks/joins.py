"""Paths side by side: a join that cannot finish, forks and joins with nothing to do."""

from collections.abc import Iterator

from engine.flows.graph import edges_of, reachable
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.model import Flow, JoinNode, ParallelNode


def check(definition: Definition, flow: Flow) -> Iterator[Issue]:
    """Yield an issue for each fault, with its place in the flow."""
    edges = edges_of(flow)
    reaches = reachable(edges, [node.id for node in flow.nodes])
    joins = [node.id for node in flow.nodes if isinstance(node, JoinNode)]
    for index, node in enumerate(flow.nodes):
        if isinstance(node, ParallelNode) and len(edges.get((node.id, "done"), ())) < 2:
            yield Issue("flow.parallel.single", ("nodes", index), severity=Severity.WARNING)
        if not isinstance(node, JoinNode):
            continue
        if sum(edge.to == node.id for edge in flow.edges) < 2:
            yield Issue("flow.join.single", ("nodes", index), severity=Severity.WARNING)
        # Two joins on one circle: each waits for the token that stands at the other.
        if any(each in reaches[node.id] and node.id in reaches[each] for each in joins if each != node.id):
            yield Issue("flow.join.stuck", ("nodes", index))
