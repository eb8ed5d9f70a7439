"""What starts flows: told of every change of a record inside its transaction, after the change.

Costs nothing where no flow listens to an entity. Never fails a save: what goes wrong here is undone alone
and told as an incident.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from engine.flows.plan import FlowPlan, plan_flow
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.metadata.definition import Definition
from engine.metadata.model import (
    Flow,
    RecordChangedTrigger,
    RecordCreatedTrigger,
    ShopEventTrigger,
    ThresholdTrigger,
)
from runtime.flows.apps import Apps
from runtime.flows.facts import Seen, live_among, seen
from runtime.flows.firing import Happening, does_fire
from runtime.flows.incidents import NewIncident, open_incident
from runtime.flows.starting import NewRun, Published, Starter
from runtime.flows.thresholds import crosses
from runtime.realtime.announcing import Announcer
from runtime.realtime.frame import Frame
from runtime.storage.database import savepoint
from runtime.storage.linked import LinkedValues
from runtime.storage.unit import RecordEvent, Unit

_log = logging.getLogger("tongdao.flows")
_BROUGHT = ("import", "seed")

RecordTrigger = RecordCreatedTrigger | RecordChangedTrigger | ThresholdTrigger


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
        self._announce(
            unit.connection,
            [
                Frame(kind="record", app=app, entity=each.entity, id=each.id, version=each.version)
                for each in events
            ],
        )
        listening = flows_by_entity(definition)
        for event in events:
            for flow in listening.get(event.entity, ()):
                if _listens(flow, event, unit):
                    self._safely(unit, flow, event.id, partial(self._consider, unit, flow, event))

    def shop_event(self, unit: Unit, signal: ShopSignal) -> None:
        """Start the flows that an event of a shop starts, within the transaction that stores its order."""
        for flow in unit.viewer.definition.flows.values():
            if _hears(flow, signal):
                self._safely(unit, flow, signal.record, partial(self._consider_shop, unit, flow, signal))

    def _consider(self, unit: Unit, flow: Flow, event: RecordEvent) -> None:
        plan = _plan(unit.viewer.definition, flow)
        if isinstance(plan, list):
            self._refuse(unit, flow, plan[0])
            return
        happening = Happening(
            plan,
            _look(unit, event.entity, event.id, event.values, plan),
            _look(unit, event.entity, event.id, event.before, plan) if event.before else None,
            unit.viewer.context,
        )
        if isinstance(flow.trigger, ThresholdTrigger):
            fires = crosses(unit.connection, happening, event.id)
        else:
            fires = does_fire(happening)
        if fires:
            self._begin(unit, flow, event.id, happening)

    def _consider_shop(self, unit: Unit, flow: Flow, signal: ShopSignal) -> None:
        plan = _plan(unit.viewer.definition, flow)
        if isinstance(plan, list):
            self._refuse(unit, flow, plan[0])
            return
        record = _look(unit, signal.entity, signal.record, signal.values, plan)
        happening = Happening(plan, record, None, unit.viewer.context)
        if does_fire(happening):
            self._begin(unit, flow, signal.record, happening)

    def _begin(self, unit: Unit, flow: Flow, record: str, happening: Happening) -> None:
        definition, origin = unit.viewer.definition, unit.origin
        app = self._apps.by_id(definition.app.id)
        if app is None:
            return
        new = NewRun(
            flow=flow.id,
            entity=flow.trigger.entity,
            record=record,
            submitter=unit.viewer.principal.user,
            before=happening.before_values(),
            chain=origin.chain,
            depth=origin.depth,
        )
        self._start(unit.connection, Published(definition, app.release), new, unit.viewer.context.now)

    def _safely(self, unit: Unit, flow: Flow, record: str, work: Callable[[], None]) -> None:
        """Do something that must not fail what it follows."""
        try:
            with savepoint(unit.connection):
                work()
        except Exception as problem:
            _log.exception("trigger failed", extra={"flow": flow.id})
            issue = Issue("flow.trigger.failed", params={"cause": type(problem).__name__})
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
        if flow.enabled and isinstance(flow.trigger, RecordTrigger):
            found[flow.trigger.entity] = (*found.get(flow.trigger.entity, ()), flow)
    return found


def _listens(flow: Flow, event: RecordEvent, unit: Unit) -> bool:
    if unit.origin.source in _BROUGHT and not flow.on_import:
        return False
    match flow.trigger:
        case RecordCreatedTrigger():
            return event.kind == "created"
        case RecordChangedTrigger(fields=fields, on_create=on_create):
            if event.kind == "created":
                return on_create
            return event.kind == "changed" and (not fields or _touches(unit, event, fields))
        case ThresholdTrigger():
            return event.kind in ("created", "changed", "restored")
    return False


def _touches(unit: Unit, event: RecordEvent, fields: Sequence[str]) -> bool:
    names = {field.name for field in unit.entity(event.entity).fields if field.id in fields}
    return not names.isdisjoint(event.changed)


def _hears(flow: Flow, signal: ShopSignal) -> bool:
    trigger = flow.trigger
    return (
        flow.enabled
        and isinstance(trigger, ShopEventTrigger)
        and trigger.entity == signal.entity
        and signal.event in trigger.events
        and trigger.connector in (None, signal.connector)
    )


def _plan(definition: Definition, flow: Flow) -> FlowPlan | list[Issue]:
    return plan_flow(definition, flow.id)


def _look(unit: Unit, entity: str, id: str, values: Mapping[str, Any], plan: FlowPlan) -> Seen:
    """Look at a record as it is in this transaction; figures over other records are asked for now."""
    viewer = unit.viewer
    linked = LinkedValues(viewer, unit.connection)
    found = viewer.definition.entities[entity]
    live = live_among(viewer.definition, entity, plan.names | plan.before)
    names = [field.name for field in found.fields if field.id in live]
    return seen(viewer, found, {**values, **{name: linked(entity, id, name) for name in names}}, linked)
