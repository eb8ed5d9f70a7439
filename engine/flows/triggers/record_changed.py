"""Record changed: one of the fields listed did, or any; perhaps also when the record is new."""

from engine.flows.trigger_kind import Firing, TriggerKind, Watched, fires_when
from engine.metadata.model import RecordChangedTrigger


def _fires(watched: Watched[RecordChangedTrigger]) -> Firing:
    trigger, change = watched.trigger, watched.change
    is_new = change.kind == "created"
    if is_new and not trigger.on_create:
        return Firing(fires=False)
    if not is_new and trigger.fields and change.changed.isdisjoint(trigger.fields):
        return Firing(fires=False)
    return fires_when(watched)


KIND = TriggerKind("record_changed", frozenset({"created", "changed"}), _fires)
