"""Where expressions of a flow look names up: the record it runs on, what earlier steps know, a detail line.

Works on the document as JSON kinds, so that every use in it is found by its schema alone.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.dependencies.resolve import Standpoint
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.model import Field
from engine.metadata.walk import ExpressionUse

BEFORE = "before"
SCOPES = ("flow", "set", "found", "line", "record")
_KNOWING = ("entity", "rule", "connector")


def flow_standpoint(definition: Definition, flow: Mapping[str, Any], use: ExpressionUse) -> Standpoint | None:
    """Return where names of an expression are looked up, or None where that entity does not exist."""
    entity = definition.entities.get(flow["trigger"]["entity"])
    if entity is None or use.scope not in SCOPES:
        return None
    where = Standpoint(entity, names=dict(_names(flow, use.path)), is_open=True)
    for holder in _holders(flow, use.path):
        lines = _lines_of(definition, holder, use.path)
        where = Standpoint(entity, lines, where.names, is_open=True) if lines else where
    if use.scope != "found":
        return where
    looked_at = definition.entities.get(_last(flow, use.path)["entity"])
    return Standpoint(looked_at, flow=where) if looked_at else None


def known_names(flow: Mapping[str, Any]) -> Iterator[tuple[str, str, Path]]:
    """Yield what steps make known under a name: the name, what it stands for, the place of the step."""
    for path, node in _nodes(flow):
        known = next((node[key] for key in _KNOWING if key in node), None)
        if "as" in node and known:
            yield node["as"], known, path


def _names(flow: Mapping[str, Any], path: Path) -> Iterator[tuple[str, str]]:
    if flow["trigger"]["kind"] == "record_changed":
        yield BEFORE, flow["trigger"]["entity"]
    if path[0] != "trigger":
        yield from ((name, known) for name, known, _ in known_names(flow))


def _nodes(flow: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for index, node in enumerate(flow["nodes"]):
        yield ("nodes", index), node
        for inner, step in enumerate(node.get("steps", ())):
            yield ("nodes", index, "steps", inner), step


def _holders(flow: Mapping[str, Any], path: Path) -> list[tuple[Mapping[str, Any], int]]:
    """Return the objects a place lies in, each with how many steps of the path lead to it."""
    found: list[tuple[Mapping[str, Any], int]] = []
    thing: Any = flow
    for length, step in enumerate(path):
        if isinstance(thing, Mapping):
            found.append((thing, length))
        thing = thing[step]
    return found


def _last(flow: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    return _holders(flow, path)[-1][0]


def _lines_of(definition: Definition, holder: tuple[Mapping[str, Any], int], path: Path) -> Field | None:
    """Return the detail lines that an object's expressions stand in: of per-line steps, of copied lines."""
    thing, length = holder
    is_copy = length and path[length - 1] == "lines" and path[length] in ("when", "set")
    source = thing.get("from") if is_copy else thing.get("lines") if thing.get("kind") == "per_line" else None
    place = definition.field(source) if isinstance(source, str) else None
    return place.field if place else None
