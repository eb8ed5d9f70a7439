"""Names for what steps find: not taken by something else, and known where they are used."""

from collections.abc import Iterator

from engine.dependencies.flow_scopes import BEFORE, known_names
from engine.dependencies.names import names_in
from engine.dependencies.resolve import FLOW, PARENT, columns
from engine.flows.graph import edges_of, reachable
from engine.kernel.ids import SYSTEM_FIELDS
from engine.kernel.issue import Issue, Severity
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document
from engine.metadata.model import Flow
from engine.metadata.walk import ExpressionUse, walk_document

_RESERVED = {BEFORE, FLOW, PARENT, *SYSTEM_FIELDS}


def check(definition: Definition, flow: Flow) -> Iterator[Issue]:
    """Yield an issue for each fault, with its place in the flow."""
    raw, entity = dump_document(flow), definition.entities[flow.trigger.entity]
    taken = {name for field in entity.fields for name in (field.name, *_names(field.options))}
    first: dict[str, str] = {}
    known_at: dict[str, set[str]] = {}
    for name, known, path in known_names(raw):
        if name in _RESERVED or name in taken:
            yield Issue("flow.name.taken", (*path, "as"), {"name": name})
        elif first.setdefault(name, known) != known:
            yield Issue("flow.name.two_things", (*path, "as"), {"name": name})
        known_at.setdefault(name, set()).add(_node(flow, path))
    yield from _too_early(flow, raw, known_at)


def _too_early(flow: Flow, raw: dict[str, object], known_at: dict[str, set[str]]) -> Iterator[Issue]:
    """Find names that are read where no step before can have found them."""
    reaches = reachable(edges_of(flow), [node.id for node in flow.nodes])
    for use in walk_document("flow", raw):
        if not isinstance(use, ExpressionUse) or use.path[0] != "nodes":
            continue
        here = _node(flow, use.path)
        for name in {
            path[1] if path[0] == FLOW and len(path) > 1 else path[0] for path in names_in(use.text)
        }:
            makers = known_at.get(name, {here})
            if not any(here == maker or here in reaches[maker] for maker in makers):
                yield Issue("flow.name.unknown_yet", use.path, {"name": name}, Severity.WARNING)


def _node(flow: Flow, path: Path) -> str:
    return flow.nodes[int(path[1])].id


def _names(options: object) -> list[str]:
    return [column.name for column in columns(options)]
