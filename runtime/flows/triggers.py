"""What starts flows: told of every change of a record inside its transaction, after the change.

Costs nothing where no flow listens to an entity. Never fails a save: what goes wrong here is undone alone
and told as an incident.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal

from engine.flows.firing import fires
from engine.flows.plan import FlowPlan, plan_flow
from engine.flows.trigger_kind import Change
from engine.flows.triggers._index import TRIGGER_KINDS
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.kernel.values import Value
from engine.metadata.definition import Definition
from engine.metadata.model import Flow, ShopEventTrigger, ThresholdTrigger
from runtime.flows.apps import Apps
from runtime.flows.incidents import NewIncident, open_incident
from runtime.flows.starting import NewRun, Published, Starter
from runtime.flows.thresholds import is_beyond, keep_beyond
from runtime.flows.watching import before_of, facts_of, look_within
from runtime.realtime.announcing import Announcer
from runtime.realtime.frame import Frame
from runtime.storage.database import is_lost_race, savepoint
from runtime.storage.unit import RecordEvent, Unit

_log = logging.getLogger("tongdao.flows")
_BROUGHT = ("import", "seed")
_CHANGES: Mapping[str, Literal["created", "changed"]] = {
    "created": "created",
    "changed": "changed",
    "restored": "changed",
}


@dataclass(frozen=True, slots=True)
class ShopSignal:
    """A shop told of an order, which is a record now."""

    connector: str
    event: str
    entity: str
    record: str
    values: Mapping[str, Any]


class Triggers:
    """Watches records; one per process."""

    def __init__(self, apps: Apps, start: Starter, announce: Announcer) -> None:
        self._apps = apps
        self._start = start
        self._announce = announce

    def __call__(self, unit: Unit, events: Sequence[RecordEvent]) -> None:
        """Start the flows that a change of records starts, and tell open browsers of it."""
        definition = unit.viewer.definition
        app = definition.app.id
        frames = (
            Frame(kind="record", app=app, entity=each.entity, id=each.id, version=each.version)
            for each in events
        )
        self._announce(unit.connection, list(frames))
        listening = flows_by_entity(definition)
        for event in events:
            for flow in listening.get(event.entity, ()):
                if event.kind in _CHANGES and (flow.on_import or unit.origin.source not in _BROUGHT):
                    self._safely(unit, flow, event.id, partial(self._consider, unit, flow, event))

    def shop_event(self, unit: Unit, signal: ShopSignal) -> None:
        """Start the flows that an event of a shop starts, within the transaction that stores its order."""
        for flow in unit.viewer.definition.flows.values():
            if isinstance(flow.trigger, ShopEventTrigger) and flow.trigger.entity == signal.entity:
                self._safely(unit, flow, signal.record, partial(self._consider_shop, unit, flow, signal))

    def _consider(self, unit: Unit, flow: Flow, event: RecordEvent) -> None:
        plan = plan_flow(unit.viewer.definition, flow.id)
        if isinstance(plan, list):
            self._refuse(unit, flow, plan[0])
            return
        names = plan.trigger_names
        now = look_within(unit, event.entity, event.id, event.values, names)
        was = look_within(unit, event.entity, event.id, event.before, ()) if event.before else None
        change = Change(
            kind=_CHANGES[event.kind],
            facts=facts_of(unit, now, plan),
            before=before_of(was, plan.trigger_before),
            changed=_ids(unit, event),
            user=unit.viewer.principal.user,
        )
        if self._fires(unit, plan, change, event.id):
            self._begin(unit, flow, event.id, before_of(was, plan.before))

    def _consider_shop(self, unit: Unit, flow: Flow, signal: ShopSignal) -> None:
        plan = plan_flow(unit.viewer.definition, flow.id)
        if isinstance(plan, list):
            self._refuse(unit, flow, plan[0])
            return
        now = look_within(unit, signal.entity, signal.record, signal.values, plan.trigger_names)
        change = Change(
            kind="shop",
            facts=facts_of(unit, now, plan),
            user=unit.viewer.principal.user,
            event=signal.event,
            connector=signal.connector,
        )
        if self._fires(unit, plan, change, signal.record):
            self._begin(unit, flow, signal.record, {})

    def _fires(self, unit: Unit, plan: FlowPlan, change: Change, record: str) -> bool:
        """Ask the trigger; what it says of a figure and its limit is kept for the record."""
        flow, now = plan.flow, unit.viewer.context.now
        is_threshold = isinstance(flow.trigger, ThresholdTrigger)
        if is_threshold:
            change = replace(change, is_beyond=is_beyond(unit.connection, flow.id, record, now))
        firing = fires(plan, change)
        if is_threshold and firing.is_beyond != change.is_beyond:
            keep_beyond(unit.connection, flow.id, record, now, beyond=firing.is_beyond)
        if firing.issue is not None:
            self._refuse(unit, flow, firing.issue, record)
        return firing.fires

    def _begin(self, unit: Unit, flow: Flow, record: str, before: Mapping[str, Value]) -> None:
        definition, origin = unit.viewer.definition, unit.origin
        app = self._apps.by_id(definition.app.id)
        if app is None:
            return
        new = NewRun(
            flow=flow.id,
            entity=flow.trigger.entity,
            record=record,
            submitter=unit.viewer.principal.user,
            before=before,
            chain=origin.chain,
            depth=origin.depth,
        )
        self._start(unit.connection, Published(definition, app.release), new, unit.viewer.context.now)

    def _safely(self, unit: Unit, flow: Flow, record: str, work: Callable[[], None]) -> None:
        """Do something that must not fail what it follows; a lost race makes all of it run again."""
        try:
            with savepoint(unit.connection):
                work()
        except Exception as problem:
            if is_lost_race(problem):
                raise
            _log.exception("trigger failed", extra={"flow": flow.id})
            issue = Issue("flow.trigger.fault", params={"cause": type(problem).__name__})
            self._refuse(unit, flow, issue, record)

    def _refuse(self, unit: Unit, flow: Flow, issue: Issue, record: str | None = None) -> None:
        new = NewIncident(
            app=unit.viewer.definition.app.id,
            kind="step",
            code=issue.code,
            params=issue.params,
            subject=f"trigger:{flow.id}:{record or ''}",
            flow=flow.id,
            entity=flow.trigger.entity,
            record=record,
        )
        open_incident(unit.connection, new, unit.ids, unit.viewer.context.now)


@remember
def flows_by_entity(definition: Definition) -> Mapping[str, tuple[Flow, ...]]:
    """Return the enabled flows that changes of records start, by entity."""
    found: dict[str, tuple[Flow, ...]] = {}
    for flow in definition.flows.values():
        looks_at = TRIGGER_KINDS[flow.trigger.kind].changes
        if flow.enabled and not looks_at.isdisjoint(_CHANGES.values()):
            found[flow.trigger.entity] = (*found.get(flow.trigger.entity, ()), flow)
    return found


def _ids(unit: Unit, event: RecordEvent) -> frozenset[str]:
    return frozenset(field.id for field in unit.entity(event.entity).fields if field.name in event.changed)
