"""Update record: changes the flow's record, the detail line a step stands in, or a record known by name."""

from typing import Any

from engine.flows.computing import settings, target
from engine.flows.effects import UpdateRecord
from engine.flows.moving import fail, leave
from engine.flows.node_kind import At, NodeKind, ask
from engine.kernel.issue import Issue
from engine.metadata.model import UpdateRecordNode


def _enter(at: At[UpdateRecordNode]) -> None:
    found, values = target(at), settings(at, at.node.set, "set")
    if isinstance(found, Issue) or isinstance(values, list):
        issues = [found] if isinstance(found, Issue) else []
        fail(at.work, at.token, [*issues, *(values if isinstance(values, list) else ())])
        return
    entity, record = found
    lines, line = _line(at)
    effect = UpdateRecord(
        key=at.work.key(),
        node=at.node.id,
        entity=entity,
        record=record,
        values={**values, **at.token.data.get("given", {})},
        lines_field=lines,
        line=line,
        asked=at.work.plan.asked.get(at.node.target or "", ()),
    )
    ask(at, effect, written=effect.values)


def _line(at: At[UpdateRecordNode]) -> tuple[str | None, str | None]:
    """Return the detail line that is changed, where the fields are those of the line a step stands in."""
    sight = at.work.sight(at.token)
    lines = next((at.work.plan.fields[id].lines for id in at.node.set), None)
    is_line = at.node.target is None and lines is not None and sight.line is not None
    return (lines, sight.line.id) if is_line and sight.line else (None, None)


def _hear(at: At[UpdateRecordNode], key: str, result: Any) -> None:
    name = at.node.target
    if name in at.work.known:
        changed = result or at.token.data["written"]
        at.work.known[name] = {**at.work.known[name], **changed}
    leave(at.work, at.work.put(at.token, written=None), "done")


KIND = NodeKind("update_record", _enter, _hear)
