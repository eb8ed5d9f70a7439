"""A token stands still, and an administrator is told why."""

from collections.abc import Mapping

from engine.flows.effects import RaiseIncident
from engine.flows.instance import Reason
from runtime.flows.executors.executor import NO_ANSWER, Executor, NoAnswer
from runtime.flows.incidents import NewIncident, open_incident
from runtime.flows.stage import Stage
from runtime.realtime.frame import Frame

_LOOP = "flow.loop."


def subject_of(instance: str, token: int) -> str:
    """Return the name of what is wrong with a token."""
    return f"token:{instance}:{token}"


def _carry_out(stage: Stage, effect: RaiseIncident) -> NoAnswer:
    instance = stage.instance
    reason = effect.reasons[0] if effect.reasons else Reason(code="flow.step.failed")
    new = NewIncident(
        app=stage.app,
        kind="loop" if reason.code.startswith(_LOOP) else "step",
        code=reason.code,
        params={
            name: dict(each) if isinstance(each, Mapping) else each for name, each in reason.params.items()
        },
        subject=subject_of(instance.id, effect.token),
        flow=instance.flow,
        node=effect.node,
        instance=instance.id,
        entity=instance.entity,
        record=instance.record,
        token=effect.token,
    )
    id = open_incident(stage.connection, new, stage.runtime.store.ids, stage.now)
    stage.announce(Frame(kind="incident", app=stage.app, id=id))
    return NO_ANSWER


EXECUTOR = Executor(RaiseIncident, _carry_out)
