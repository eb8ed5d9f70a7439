"""The drawing of a flow as look-ups: where an outcome leads, and what can be reached from where."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from engine.metadata.model import Flow

START = "trigger"
END = "end"

Edges: TypeAlias = Mapping[tuple[str, str], tuple[str, ...]]
"""Targets by source, and by outcome or branch."""


def edges_of(flow: Flow) -> Edges:
    """Return the targets of every source and outcome, in the order of the document."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for edge in flow.edges:
        found[edge.from_, edge.branch or edge.on].append(edge.to)
    return {key: tuple(targets) for key, targets in found.items()}


def reachable(edges: Edges, sources: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return what can be reached from each source, over one edge or more."""
    following: defaultdict[str, set[str]] = defaultdict(set)
    for (source, _), targets in edges.items():
        following[source].update(targets)
    return {source: _from(following, source) for source in sources}


def _from(following: Mapping[str, set[str]], source: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = set(following.get(source, ()))
    while waiting:
        here = waiting.pop()
        found.add(here)
        waiting |= following.get(here, set()) - found
    return frozenset(found)
