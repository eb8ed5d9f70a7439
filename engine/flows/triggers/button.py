"""Button: somebody presses it on a record that shows it."""

from engine.flows.trigger_kind import TriggerKind, fires_when
from engine.metadata.model import ButtonTrigger

KIND: TriggerKind[ButtonTrigger] = TriggerKind("button", frozenset({"pressed"}), fires_when)
