"""Timer: waits for some time, or until a moment; one that has passed is not waited for."""

from datetime import date, datetime, time, timedelta

from engine.flows.computing import compute, formula
from engine.flows.durations import read_duration
from engine.flows.effects import StartTimer
from engine.flows.moving import fail, leave
from engine.flows.node_kind import At, NodeKind
from engine.kernel.issue import Issue
from engine.metadata.model import TimerNode


def _enter(at: At[TimerNode]) -> None:
    until = _until(at)
    if isinstance(until, Issue):
        fail(at.work, at.token, [until])
        return
    after = read_duration(at.node.after) if at.node.after else timedelta()
    moment = (until or at.work.facts.at) + after
    if moment <= at.work.facts.at:
        at.work.say(at.token, "flow.timer.passed")
        leave(at.work, at.token, "done")
        return
    zone = {"until.zone": at.work.plan.timezone.key}
    at.work.say(at.token, "flow.timer.waits", until=moment.isoformat(), **zone)
    effect = StartTimer(key=at.work.key(), node=at.node.id, at=moment)
    at.work.effects.append(effect)
    at.work.put(at.token, timer=effect.key)


def _until(at: At[TimerNode]) -> datetime | Issue | None:
    """Return the moment the expression gives; a date is its beginning where the app is used."""
    expression = formula(at, "until")
    value = compute(at, expression) if expression else None
    match value:
        case None | Issue() | datetime():
            return value
        case date():
            return datetime.combine(value, time(), at.work.plan.timezone)
    return Issue("flow.timer.moment", params={"value": str(value)})


def _wake(at: At[TimerNode]) -> None:
    at.work.put(at.token, timer=None)
    leave(at.work, at.token, "done")


KIND = NodeKind("timer", _enter, wake=_wake)
