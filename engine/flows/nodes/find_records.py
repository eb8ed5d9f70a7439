"""Find records: the first one that meets a condition is known by name; nothing found is no fault."""

from typing import Any

from engine.flows.effects import FindRecords
from engine.flows.moving import leave
from engine.flows.node_kind import At, NodeKind, ask
from engine.metadata.model import FindRecordsNode


def _enter(at: At[FindRecordsNode]) -> None:
    sight = at.work.sight(at.token)
    reads = at.work.plan.found[(*at.planned.path, "where")]
    effect = FindRecords(
        key=at.work.key(),
        node=at.node.id,
        entity=at.node.entity,
        where=at.node.where,
        given={name: read(sight) for name, read in reads},
        asked=at.work.plan.asked.get(at.node.as_, ()),
    )
    ask(at, effect)


def _hear(at: At[FindRecordsNode], key: str, result: Any) -> None:
    at.work.known[at.node.as_] = result or {"count": 0}
    at.work.say(at.token, "flow.records.found", count=at.work.known[at.node.as_].get("count", 1))
    leave(at.work, at.token, "done")


KIND = NodeKind("find_records", _enter, _hear)
