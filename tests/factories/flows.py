"""Flows over the sales order, and a shell that answers their effects from a table, without storage."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from engine.flows import advance
from engine.flows.effects import Effect, FindPeople, RaiseIncident
from engine.flows.events import (
    Action,
    Decided,
    EffectDone,
    EffectFailed,
    Event,
    Facts,
    LineValues,
    Repaired,
    Started,
    TimePassed,
    Withdrawn,
)  # fmt: skip
from engine.flows.instance import Instance, Reason, Task
from engine.flows.may import refusals
from engine.flows.plan import FlowPlan, plan_flow
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from tests.factories.definitions import CUSTOMER, ORDER, load, make_role, make_sales_documents
from tests.factories.documents import Raw, make_entity, make_field, make_label

FLOW = "flw_review1"
REQUEST = "ent_reque1"
START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ROLE = {"source": "role", "role": "rol_direc1"}


def make_node(id: str, kind: str, **more: Any) -> Raw:
    return {"id": id, "kind": kind, "label": make_label(id), **more}


def make_approval(id: str, **more: Any) -> Raw:
    return make_node(id, "approval", **{"approvers": [ROLE], **more})


def make_condition(id: str, **branches: str | None) -> Raw:
    listed = [
        {
            "id": f"brn_{name:0<4}",
            "label": make_label(name),
            **({"when": when} if when else {"otherwise": True}),
        }
        for name, when in branches.items()
    ]
    return make_node(id, "condition", branches=listed)


def make_edges(*edges: str) -> list[Raw]:
    """Read edges such as `a b`, `a rejected b` or `a brn_high b`."""
    return [_edge(*each.split()) for each in edges]


def _edge(source: str, *rest: str) -> Raw:
    if len(rest) == 1:
        return {"from": source, "to": rest[0]}
    outcome, target = rest
    key = "branch" if outcome.startswith("brn_") else "on"
    return {"from": source, key: outcome, "to": target}


def make_flow(nodes: list[Raw], edges: list[str], **more: Any) -> Raw:
    trigger = {"kind": "record_created", "entity": ORDER}
    return {
        "schema": "tongdao/flow/1", "id": FLOW, "name": "review", "label": make_label("Review"),
        "trigger": trigger, "nodes": nodes, "edges": make_edges(*edges), **more,
    }  # fmt: skip


def one(node: dict, *more: dict) -> dict:
    """Return a flow of nodes one after the other."""
    nodes = [node, *more]
    ways = ["trigger", *(each["id"] for each in nodes), "end"]
    return make_flow(nodes, [f"{a} {b}" for a, b in pairwise(ways)])


def make_request() -> Raw:
    """A purchase request, made from lines of an order."""
    columns = [
        make_field("fld_rprod1", "product"),
        make_field("fld_rquan1", "quantity", "integer"),
    ]
    fields = [
        make_field("fld_rorde1", "order", "link", options={"entity": ORDER}),
        make_field("fld_rreas1", "reason"),
        make_field("fld_rstat1", "state"),
        make_field("fld_rtota1", "amount", "money"),
        make_field("fld_rline1", "lines", "lines", options={"fields": columns}),
    ]
    return make_entity(REQUEST, "request", fields)


def make_flow_documents(*flows: Raw) -> dict[str, Raw]:
    documents = make_sales_documents()
    fields = documents["entities/order.json"]["fields"]
    fields.append(make_field("fld_oowne1", "owner", "person"))
    return documents | {
        "entities/request.json": make_request(),
        "roles/director.json": make_role("rol_direc1", "director"),
        **{f"flows/{each['name']}.json": each for each in flows},
    }


STEPS = [
    make_node("nod_find02", "find_records", entity=CUSTOMER, where="name = flow.product AND level = flow.parent.level", **{"as": "peer"}),
]  # fmt: skip
WHOLE = make_flow(
    [
        make_node("nod_find01", "find_records", entity=CUSTOMER, where="level = flow.level", **{"as": "peer"}),
        make_condition("nod_over01", high="total > before.total AND peer.level = customer.level", low=None),
        make_node("nod_each01", "per_line", lines="fld_oline1", when="quantity > 1 AND parent.total > 1", steps=STEPS),
        make_node(
            "nod_make01", "create_record", entity=REQUEST, set={"fld_rtota1": "total"}, **{"as": "request"},
            lines={"field": "fld_rline1", "from": "fld_oline1", "set": {"fld_rprod1": "product", "fld_rquan1": "quantity"}},
        ),
        make_node("nod_upda01", "update_record", target="customer", set={"fld_climit": "request.amount + SUM(lines.amount)"}),
    ],
    ["trigger nod_find01"],
    trigger={"kind": "record_changed", "entity": ORDER, "when": "total > before.total"},
)  # fmt: skip


def plan(*flows: Raw, definition: Definition | None = None) -> FlowPlan:
    found = plan_flow(definition or load(make_flow_documents(*flows)), flows[0]["id"])
    assert isinstance(found, FlowPlan), found
    return found


def values(**more: Any) -> dict[str, Any]:
    return {"no": "SO-1", "total": 0, "id": "order-1", **more}


Answer = Callable[[Effect], Any]


@dataclass
class Shell:
    """Runs one instance: carries effects out by `answers` by kind of effect, and keeps all events."""

    plan: FlowPlan
    facts: Facts
    answers: Mapping[str, Any] = field(default_factory=dict)
    instance: Instance = field(init=False)
    effects: list[Effect] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    first: Instance = field(init=False)

    def __post_init__(self) -> None:
        self.first = self.instance = Instance(
            id="run-1", flow=self.plan.flow.id, release=3, entity=self.plan.entity, record="order-1",
            submitter="anna", started_at=START,
        )  # fmt: skip

    def start(self, **before: Any) -> "Shell":
        self.hear(Started(facts=self.facts, before=before))
        return self

    def hear(self, event: Event) -> None:
        """Let something happen, and answer what is asked until nothing more is."""
        waiting = deque([event])
        while waiting:
            happening = waiting.popleft()
            self.events.append(happening)
            self.instance, asked = advance(self.plan, self.instance, happening)
            self.effects += asked
            waiting.extend(answer for effect in asked if (answer := self._event(effect)))

    def _event(self, effect: Effect) -> Event | None:
        answer = self._answer(effect)
        if isinstance(answer, Issue):
            return EffectFailed(facts=self.facts, key=effect.key, issues=(answer,))
        return None if answer is WAITS else EffectDone(facts=self.facts, key=effect.key, result=answer)

    def _answer(self, effect: Effect) -> Any:
        answer = self.answers.get(type(effect).__name__, WAITS)
        if isinstance(effect, FindPeople):
            return self._people(effect)
        return answer(effect) if callable(answer) else answer

    def _people(self, effect: FindPeople) -> Any:
        found = self.answers.get("people", {})
        names = [
            name for who in effect.who
            for name in found.get(who.source if who.source != "superior" else f"superior of {effect.submitter}", ())
        ]  # fmt: skip
        return tuple((name, Reason(code="flow.person.role")) for name in dict.fromkeys(names))

    def later(self, **passed: float) -> "Shell":
        self.facts = replace(self.facts, at=self.facts.at + timedelta(**passed))
        return self

    def task(self, person: str, state: str = "pending") -> Task:
        found = [each for each in self.instance.tasks if each.person == person and each.state == state]
        assert found, self.instance.tasks
        return found[-1]

    def decide(self, who: str, action: Action, **more: Any) -> "Shell":
        event = Decided(facts=self.facts, task=self.task(who).number, by=who, action=action, **more)
        assert not refusals(self.plan, self.instance, event), refusals(self.plan, self.instance, event)
        self.hear(event)
        return self

    def ring(self) -> "Shell":
        """Let the timer that was started last run out."""
        keys = [each.key for each in self.effects if type(each).__name__ == "StartTimer"]
        self.hear(TimePassed(facts=self.facts, key=keys[-1]))
        return self

    def withdraw(self, by: str = "anna", **more: Any) -> "Shell":
        self.hear(Withdrawn(facts=self.facts, by=by, **more))
        return self

    def repair(self, how: Any, **more: Any) -> "Shell":
        incident = [each for each in self.effects if isinstance(each, RaiseIncident)][-1]
        self.hear(Repaired(facts=self.facts, token=incident.token, by="root", how=how, values=more))
        return self

    def asked(self, kind: type[Any]) -> list[Any]:
        return [each for each in self.effects if isinstance(each, kind)]

    def pending(self) -> list[str]:
        return [each.person for each in self.instance.tasks if each.state == "pending"]

    def codes(self) -> list[str]:
        return [reason.code for step in self.instance.steps for reason in step.reasons]

    def path(self) -> list[str]:
        return [f"{step.node} {step.outcome or ''}".strip() for step in self.instance.steps]


WAITS = object()


def run(
    flow: Raw,
    *,
    lines: Mapping[str, tuple[LineValues, ...]] | None = None,
    facts: Raw | None = None,
    **answers: Any,
) -> Shell:
    """Start a flow on an order, with answers by kind of effect, and `people` by source."""
    known = {"CreateRecord": {"id": "made-1"}, "UpdateRecord": None, "Notify": None, **answers}
    return Shell(
        plan(flow), Facts(at=START, values=values(**(facts or {})), lines=lines or {}), known
    ).start()
