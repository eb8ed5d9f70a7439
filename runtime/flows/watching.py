"""A change of a record as triggers see it: values by path after and before, as little as they read."""

from collections.abc import Iterable, Mapping
from typing import Any

from engine.flows.events import Facts
from engine.flows.plan import FlowPlan
from engine.kernel.values import Value
from runtime.flows.facts import Seen, live_among, seen
from runtime.storage.linked import LinkedValues
from runtime.storage.unit import Unit


def facts_of(unit: Unit, seen_now: Seen, plan: FlowPlan) -> Facts:
    """Return what the trigger of a flow reads of a record."""
    return Facts(
        at=unit.viewer.context.now,
        values=seen_now.values(plan.trigger_names),
        lines=seen_now.lines(plan.trigger_columns),
    )


def before_of(seen_before: Seen | None, names: Iterable[str]) -> Mapping[str, Value]:
    """Return values of a record as it was; everything is blank for one that is new."""
    return seen_before.values(names) if seen_before else dict.fromkeys(names)


def look_within(unit: Unit, entity: str, id: str, values: Mapping[str, Any], names: Iterable[str]) -> Seen:
    """Look at a record as it is in this transaction; figures over other records are asked for now."""
    viewer = unit.viewer
    linked = LinkedValues(viewer, unit.connection)
    found = viewer.definition.entities[entity]
    live = live_among(viewer.definition, entity, names)
    live_names = [field.name for field in found.fields if field.id in live]
    now = {name: linked(entity, id, name) for name in live_names}
    return seen(viewer, found, {**values, **now}, linked)
