"""Does the trigger of a flow fire for a change: the question asked at every write of a record."""

from engine.flows.plan import FlowPlan
from engine.flows.trigger_kind import Change, Firing, Watched
from engine.flows.triggers._index import TRIGGER_KINDS


def fires(plan: FlowPlan, change: Change) -> Firing:
    """Return whether a flow starts because of a change of a record of its entity.

    Reads only `plan.trigger_names`, `plan.trigger_columns` and `plan.trigger_before`.
    """
    kind = TRIGGER_KINDS[plan.flow.trigger.kind]
    if not plan.flow.enabled or change.kind not in kind.changes:
        return Firing(fires=False, is_beyond=change.is_beyond)
    return kind.fires(Watched(plan, plan.flow.trigger, change))
