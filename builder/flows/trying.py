"""Trying a flow of a draft in thought: with a record, a submitter, and what people in it would decide."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from engine.access.principal import Principal
from engine.expressions.context import Context
from engine.flows.effects import Decide, FindPeople, FindRecords
from engine.flows.events import Facts, Started
from engine.flows.firing import fires
from engine.flows.instance import Instance
from engine.flows.plan import FlowPlan, plan_flow
from engine.flows.trial import Move, Trial, try_flow
from engine.flows.trigger_kind import Change, Firing
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue, Value
from engine.metadata.definition import Definition
from engine.metadata.model import DecideNode, Flow, Node, PerLineNode, ShopEventTrigger
from engine.ports import FlowTrials
from engine.rules.decide import compile_table, decide_table
from engine.rules.table import Table, names_in_table, table_of

NEW = "00000000-0000-7000-8000-000000000000"


@dataclass(frozen=True, slots=True)
class Sample:
    """What a flow is tried with; without a record nothing is known of it, without a submitter it is `by`."""

    by: Principal
    app: str
    release: int
    now: datetime
    record: str | None = None
    submitter: str | None = None
    moves: Sequence[Move] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class TriedFlow:
    """How a flow went, and whether the record would start it at all."""

    trial: Trial
    firing: Firing


def try_draft(
    definition: Definition, flow: Flow, sample: Sample, trials: FlowTrials
) -> TriedFlow | list[Issue]:
    """Run a flow in thought, or say what keeps it from running."""
    plan = plan_flow(definition, flow.id)
    if not isinstance(plan, FlowPlan):
        return plan
    facts = facts_of(definition, plan, sample, trials)
    started = Started(facts=facts, before=dict.fromkeys(plan.before))
    instance = Instance(
        id=NEW,
        flow=flow.id,
        release=sample.release,
        entity=plan.entity,
        record=sample.record or NEW,
        submitter=submitter_of(flow, sample),
        started_at=sample.now,
    )
    answer = _answering(definition, trials)
    return TriedFlow(try_flow(plan, instance, started, sample.moves, answer), _firing(plan, facts, sample))


def facts_of(
    definition: Definition,
    plan: FlowPlan,
    sample: Sample,
    trials: FlowTrials,
    more: frozenset[str] = frozenset(),
) -> Facts:
    """Return what the flow sees of the record it is tried with."""
    if sample.record is None:
        return Facts(at=sample.now)
    asked = {name for each in plan.flow.nodes for name in _asked_by_tables(definition, each)}
    return trials.facts(sample.by, sample.app, plan, sample.record, asked | more) or Facts(at=sample.now)


def _asked_by_tables(definition: Definition, node: Node) -> Iterator[str]:
    """Yield the names that the decision tables of a step look at."""
    for each in (node, *(node.steps if isinstance(node, PerLineNode) else ())):
        table = table_of(definition, each.rule) if isinstance(each, DecideNode) else None
        if isinstance(table, Table):
            yield from (".".join(path) for path in names_in_table(table))


def submitter_of(flow: Flow, sample: Sample) -> str | None:
    """Return who would have started the flow."""
    if flow.trigger.kind in ("schedule", "shop_event"):
        return None
    return sample.submitter or sample.by.user


def _firing(plan: FlowPlan, facts: Facts, sample: Sample) -> Firing:
    """Tell whether a change of the record would start the flow, as if everything in it had changed."""
    trigger = plan.flow.trigger
    kind: Any = _CHANGES.get(trigger.kind)
    if kind is None:
        return Firing(fires=True)
    shop = trigger if isinstance(trigger, ShopEventTrigger) else None
    change = Change(
        kind=kind,
        facts=facts,
        before=dict.fromkeys(plan.trigger_before),
        changed=frozenset(getattr(trigger, "fields", ())),
        user=sample.by.user,
        event=shop.events[0] if shop else None,
        connector=shop.connector if shop else None,
    )
    return fires(plan, change)


_CHANGES = {
    "record_created": "created",
    "record_changed": "changed",
    "shop_event": "shop",
    "schedule": "due",
    "button": "pressed",
}


def _answering(
    definition: Definition, trials: FlowTrials
) -> Callable[[FindPeople | FindRecords | Decide, Facts], Any]:
    def answer(effect: FindPeople | FindRecords | Decide, facts: Facts) -> Any:
        if isinstance(effect, FindPeople):
            return tuple(trials.people(definition, effect))
        return _decided(definition, effect.rule, facts) if isinstance(effect, Decide) else None

    return answer


def _decided(definition: Definition, rule: str, facts: Facts) -> dict[str, Any]:
    """Return what a table says of the record; a result that fails is blank."""
    table = table_of(definition, rule)
    if not isinstance(table, Table):
        return {"rows": ()}
    context = Context(facts.at, ZoneInfo(definition.app.timezone))
    decided = decide_table(compile_table(table), dict(facts.values), context)
    outputs: dict[str, Value] = {
        name: None if isinstance(value, ErrorValue) else value for name, value in decided.outputs.items()
    }
    return {**outputs, "rows": decided.rows}
