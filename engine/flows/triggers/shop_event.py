"""Shop event: a shop told of an order, and the order was stored."""

from engine.flows.trigger_kind import Firing, TriggerKind, Watched, fires_when
from engine.metadata.model import ShopEventTrigger


def _fires(watched: Watched[ShopEventTrigger]) -> Firing:
    trigger, change = watched.trigger, watched.change
    is_mine = trigger.connector is None or trigger.connector == change.connector
    if not is_mine or change.event not in trigger.events:
        return Firing(fires=False)
    return fires_when(watched)


KIND = TriggerKind("shop_event", frozenset({"shop"}), _fires)
