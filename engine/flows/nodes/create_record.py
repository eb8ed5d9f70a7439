"""Create record: stores a new record, with detail lines made from those of the flow's record."""

from typing import Any

from engine.flows.computing import lines_where, settings
from engine.flows.effects import CreateRecord
from engine.flows.events import LineValues
from engine.flows.moving import fail, leave
from engine.flows.node_kind import At, NodeKind, ask
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import CopiedLines, CreateRecordNode


def _enter(at: At[CreateRecordNode]) -> None:
    values = settings(at, at.node.set, "set")
    lines = _lines(at, at.node.lines) if at.node.lines else {}
    if isinstance(values, list) or isinstance(lines, list):
        found = [each for each in (values, lines) if isinstance(each, list)]
        fail(at.work, at.token, [issue for issues in found for issue in issues])
        return
    effect = CreateRecord(
        key=at.work.key(),
        node=at.node.id,
        entity=at.node.entity,
        values={**values, **lines, **at.token.data.get("given", {})},
        asked=at.work.plan.asked.get(at.node.as_ or "", ()),
    )
    ask(at, effect)


def _lines(at: At[CreateRecordNode], copied: CopiedLines) -> dict[str, object] | list[Issue]:
    sources: tuple[LineValues | None, ...] | Issue = (None,)
    if copied.from_:
        sources = lines_where(at, copied.from_, "lines", "when")
    if isinstance(sources, Issue):
        return [sources]
    made: list[dict[str, Value]] = []
    for source in sources:
        values = settings(at, copied.set, "lines", "set", line=source)
        if isinstance(values, list):
            return values
        made.append(values)
    return {at.work.plan.fields[copied.field].name: tuple(made)}


def _hear(at: At[CreateRecordNode], key: str, result: Any) -> None:
    if at.node.as_:
        at.work.known[at.node.as_] = result or {}
    leave(at.work, at.token, "done")


KIND = NodeKind("create_record", _enter, _hear)
