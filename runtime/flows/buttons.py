"""Flows that somebody starts by a button on a record: which are offered, and starting one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import Principal
from engine.flows.events import Facts
from engine.flows.firing import fires
from engine.flows.plan import plan_flow
from engine.flows.trigger_kind import Change
from engine.kernel.errors import Conflict, NotFound
from engine.metadata.definition import Definition
from engine.metadata.model import ButtonTrigger, Flow
from runtime.flows.facts import look
from runtime.flows.flows import Flows
from runtime.flows.starting import NewRun, Published
from runtime.storage.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Pressing:
    """Somebody before a record, in one transaction."""

    flows: Flows
    connection: Connection
    published: Published
    viewer: Viewer

    @property
    def definition(self) -> Definition:
        """Return the documents of the app."""
        return self.published.definition


def buttons(pressing: Pressing, entity: str, record: str) -> Iterator[Flow]:
    """Yield the flows a person may start on a record they may read."""
    for flow in pressing.definition.flows.values():
        if _is_button(pressing, flow, entity) and _is_shown(pressing, flow, record):
            yield flow


def press(pressing: Pressing, flow_name: str, record: str) -> str:
    """Start a flow on a record and return its run; raise where it is not offered."""
    flow = next((each for each in pressing.definition.flows.values() if each.name == flow_name), None)
    if flow is None or not isinstance(flow.trigger, ButtonTrigger):
        raise NotFound.of("flow.unknown")
    entity = flow.trigger.entity
    if not _is_button(pressing, flow, entity) or not _is_shown(pressing, flow, record):
        raise Conflict.of("flow.button.refused")
    new = NewRun(flow=flow.id, entity=entity, record=record, submitter=pressing.viewer.principal.user)
    now = pressing.viewer.context.now
    id = pressing.flows.start_run(pressing.connection, pressing.published, new, now)
    if id is None:
        raise Conflict.of("flow.button.refused")
    return id


def shown_button(flow: Flow) -> Mapping[str, Any]:
    """Return a button as it is sent."""
    trigger = flow.trigger
    assert isinstance(trigger, ButtonTrigger)
    confirm = dict(trigger.confirm) if trigger.confirm else None
    return {"flow": flow.name, "label": dict(flow.label), "confirm": confirm, "danger": trigger.danger}


def _is_button(pressing: Pressing, flow: Flow, entity: str) -> bool:
    trigger = flow.trigger
    if not flow.enabled or not isinstance(trigger, ButtonTrigger) or trigger.entity != entity:
        return False
    principal: Principal = pressing.viewer.principal
    if trigger.roles:
        return not principal.roles.isdisjoint(trigger.roles)
    return isinstance(authorize(pressing.definition, principal, "update", entity), Decision)


def _is_shown(pressing: Pressing, flow: Flow, record: str) -> bool:
    plan = plan_flow(pressing.definition, flow.id)
    if isinstance(plan, list):
        return False
    names = plan.trigger_names
    seen = look(pressing.viewer, pressing.connection, flow.trigger.entity, record, names)
    if seen is None:
        return False
    context = pressing.viewer.context
    facts = Facts(at=context.now, values=seen.values(names), lines=seen.lines(plan.trigger_columns))
    return fires(plan, Change(kind="pressed", facts=facts, user=context.user)).fires
