"""Record created: a record was stored for the first time."""

from engine.flows.trigger_kind import TriggerKind, fires_when
from engine.metadata.model import RecordCreatedTrigger

KIND: TriggerKind[RecordCreatedTrigger] = TriggerKind("record_created", frozenset({"created"}), fires_when)
