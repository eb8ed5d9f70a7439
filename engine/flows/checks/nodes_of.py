"""All nodes of a flow with their places, and the per-line node that each step of one stands in."""

from collections.abc import Iterator

from engine.kernel.path import Path
from engine.metadata.model import Flow, Node, PerLineNode


def nodes_of(flow: Flow) -> Iterator[tuple[Path, Node, PerLineNode | None]]:
    """Yield every node, steps of per-line nodes after these."""
    for index, node in enumerate(flow.nodes):
        yield ("nodes", index), node, None
        if isinstance(node, PerLineNode):
            for at, step in enumerate(node.steps):
                yield ("nodes", index, "steps", at), step, node
