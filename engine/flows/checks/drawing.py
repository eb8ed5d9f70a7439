"""The drawing: edges join what is there, every outcome has a way on, every node is reached."""

from collections.abc import Iterator

from engine.flows.graph import END, START, edges_of, reachable
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.model import ConditionNode, EndNode, Flow, Node, ParallelNode

_OUTCOMES: dict[str, tuple[str, ...]] = {
    "approval": ("approved", "rejected", "timeout", "error", "done"),
    "fill_in": ("done", "rejected", "timeout", "error"),
    "sub_flow": ("done", "rejected", "error"),
    "condition": ("error",),
    "parallel": ("done",),
    "join": ("done",),
    "end": (),
}
_OTHERS = ("done", "error")


def check(definition: Definition, flow: Flow) -> Iterator[Issue]:
    """Yield an issue for each fault, with its place in the flow."""
    nodes = {node.id: node for node in flow.nodes}
    yield from _edges(flow, nodes)
    if not any(edge.from_ == START for edge in flow.edges):
        yield Issue("flow.start.missing", ("trigger",))
    edges = edges_of(flow)
    reached = reachable(edges, (START,))[START]
    for index, node in enumerate(flow.nodes):
        if node.id not in reached:
            yield Issue("flow.node.unreachable", ("nodes", index), severity=Severity.WARNING)
        for outcome in _needed(node):
            if not any((node.id, each) in edges for each in (outcome, "done")):
                yield Issue("flow.node.no_way", ("nodes", index), {"outcome": outcome})
        if isinstance(node, ConditionNode):
            for at, branch in enumerate(node.branches):
                if (node.id, branch.id) not in edges:
                    yield Issue("flow.branch.no_way", ("nodes", index, "branches", at))


def _edges(flow: Flow, nodes: dict[str, Node]) -> Iterator[Issue]:
    seen: set[tuple[str, str]] = set()
    for index, edge in enumerate(flow.edges):
        source, way = nodes.get(edge.from_), edge.branch or edge.on
        if source is None and edge.from_ != START:
            yield Issue("flow.edge.nowhere", ("edges", index, "from"), {"node": edge.from_})
        elif edge.to not in nodes and edge.to != END:
            yield Issue("flow.edge.nowhere", ("edges", index, "to"), {"node": edge.to})
        elif source and way not in _ways(source):
            yield Issue("flow.edge.outcome", ("edges", index), {"outcome": way})
        elif (edge.from_, way) in seen and not isinstance(source, ParallelNode):
            yield Issue("flow.edge.repeated", ("edges", index), {"outcome": way})
        seen.add((edge.from_, way))


def _ways(node: Node) -> tuple[str, ...]:
    ways = _OUTCOMES.get(node.kind, _OTHERS)
    return (*ways, *(branch.id for branch in node.branches)) if isinstance(node, ConditionNode) else ways


def _needed(node: Node) -> tuple[str, ...]:
    """Return the outcomes that must lead somewhere; branches are looked at one by one."""
    if isinstance(node, ConditionNode | EndNode):
        return ()
    return ("approved",) if node.kind == "approval" else ("done",)
