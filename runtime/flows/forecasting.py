"""Who will be asked when a record is saved as it is entered: the flows it would start, run in thought.

Reads what the saving would read, asks who is meant, and writes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from engine.entities.working import Linked
from engine.flows.effects import Decide, FindPeople, FindRecords
from engine.flows.events import Facts, Started
from engine.flows.firing import fires
from engine.flows.forecast import ForecastStep, forecast
from engine.flows.instance import Instance
from engine.flows.plan import FlowPlan, plan_flow
from engine.flows.trigger_kind import Change
from engine.metadata.definition import Definition
from engine.metadata.model import Flow, ThresholdTrigger
from runtime.flows.facts import Seen, live_among, seen
from runtime.flows.people import Asked, find_people
from runtime.flows.triggers import flows_by_entity
from runtime.flows.watching import before_of
from runtime.storage.previewing import work_out
from runtime.storage.reading import get
from runtime.storage.viewer import Viewer

_NEW = "00000000-0000-7000-8000-000000000000"


@dataclass(frozen=True, slots=True)
class Entered:
    """A record as somebody has entered it: a new one, or changes of one there is."""

    entity: str
    id: str | None
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FlowForecast:
    """A flow that would start, with the steps that ask people; `people` are user ids."""

    flow: Flow
    steps: tuple[ForecastStep, ...]


def forecast_flows(
    viewer: Viewer, connection: Connection, entered: Entered, release: int
) -> Iterator[FlowForecast]:
    """Yield the flows that saving would start and that ask anybody."""
    definition = viewer.definition
    flows = flows_by_entity(definition).get(entered.entity, ())
    plans = [plan for flow in flows if isinstance(plan := plan_flow(definition, flow.id), FlowPlan)]
    plans = [each for each in plans if not isinstance(each.flow.trigger, ThresholdTrigger)]
    if not plans:
        return
    before, after, linked = _states(viewer, connection, entered)
    for plan in plans:
        names = plan.names | plan.trigger_names
        now = _look(viewer, entered, after, linked, names)
        was = _look(viewer, entered, before, linked, ()) if before else None
        if fires(
            plan, _change(viewer, plan, now, was, _changed(definition, entered.entity, before, after))
        ).fires:
            steps = _walk(viewer, connection, plan, entered, release, now, was)
            if steps:
                yield FlowForecast(plan.flow, steps)


def _states(
    viewer: Viewer, connection: Connection, entered: Entered
) -> tuple[Mapping[str, Any], Mapping[str, Any], Linked]:
    """Return the record as it is and as it would be, both in values by name, and how links are followed."""
    viewer.require("create" if entered.id is None else "update", entered.entity)
    before = get(viewer, connection, entered.entity, entered.id, "values") if entered.id else None
    made, linked = work_out(viewer, connection, entered.entity, entered.values, before)
    return before or {}, {**(before or {}), **made.values}, linked


def _look(viewer: Viewer, entered: Entered, values: Mapping[str, Any], linked: Linked, names: Any) -> Seen:
    entity = viewer.definition.entities[entered.entity]
    live = live_among(viewer.definition, entered.entity, names)
    asked = [each.name for each in entity.fields if each.id in live and each.name not in values]
    now = {name: linked(entered.entity, entered.id, name) for name in asked} if entered.id else {}
    return seen(viewer, entity, {**values, **now}, linked)


def _changed(
    definition: Definition, entity: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> frozenset[str]:
    fields = definition.entities[entity].fields
    return frozenset(each.id for each in fields if before.get(each.name) != after.get(each.name))


def _change(viewer: Viewer, plan: FlowPlan, now: Seen, was: Seen | None, changed: frozenset[str]) -> Change:
    facts = Facts(
        at=viewer.context.now,
        values=now.values(plan.trigger_names),
        lines=now.lines(plan.trigger_columns),
    )
    return Change(
        kind="changed" if was else "created",
        facts=facts,
        before=before_of(was, plan.trigger_before),
        changed=changed,
        user=viewer.principal.user,
    )


def _walk(
    viewer: Viewer,
    connection: Connection,
    plan: FlowPlan,
    entered: Entered,
    release: int,
    now: Seen,
    was: Seen | None,
) -> tuple[ForecastStep, ...]:
    context = viewer.context
    facts = Facts(at=context.now, values=now.values(plan.names), lines=now.lines(plan.columns))
    instance = Instance(
        id=_NEW,
        flow=plan.flow.id,
        release=release,
        entity=entered.entity,
        record=entered.id or _NEW,
        submitter=viewer.principal.user,
        started_at=context.now,
    )

    def answer(effect: FindPeople | FindRecords | Decide) -> Any:
        if not isinstance(effect, FindPeople):
            return None
        asked = Asked(effect.who, effect.submitter, effect.fields)
        return find_people(connection, viewer.definition, asked)

    return forecast(plan, instance, Started(facts=facts, before=before_of(was, plan.before)), answer)
