"""Any drawing, any answers, any order of events: runs replay, survive storage, and never hang silently."""

import json
from dataclasses import dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.flows import advance
from engine.flows.effects import AssignTask, CloseTask, Effect, Remind, StartTimer, StopTimer
from engine.flows.events import Decided, Event, Facts, Repaired, TimePassed, Withdrawn
from engine.flows.instance import Instance, Reason, Token
from engine.flows.may import refusals
from engine.flows.plan import FlowPlan
from engine.flows.stored import from_json, to_json
from engine.kernel.issue import Issue
from tests.factories.flows import (
    START,
    WAITS,
    Shell,
    make_approval,
    make_condition,
    make_flow,
    make_node,
    plan,
)

PEOPLE = ("anna", "bo", "cy", "di")
TIMEOUTS = st.none() | st.builds(
    lambda then: {"after": "PT1H", "then": then}, st.sampled_from(["remind", "approve", "reject", "escalate"])
)


@st.composite
def approvals(draw: st.DrawFn, id: str) -> dict:
    timeout = draw(TIMEOUTS)
    return make_approval(
        id,
        mode=draw(st.sampled_from(["any", "all", "sequential"])),
        if_nobody=draw(st.sampled_from(["incident", "approve", "head"])),
        if_submitter=draw(st.sampled_from(["ask", "approve", "superior"])),
        return_to=draw(st.sampled_from(["submitter", "previous", "any"])),
        after_return=draw(st.sampled_from(["again", "resume"])),
        **({"timeout": timeout} if timeout else {}),
    )


@st.composite
def nodes(draw: st.DrawFn, id: str) -> dict:
    kind = draw(
        st.sampled_from(
            ["approval", "approval", "condition", "parallel", "join", "update", "timer", "fill", "end"]
        )
    )
    match kind:
        case "approval":
            return draw(approvals(id))
        case "condition":
            branches = {
                f"{id[4:]}a": "total > 10",
                f"{id[4:]}b": draw(st.sampled_from([None, "1 / total > 0"])),
            }
            return make_condition(id, **branches)
        case "update":
            return make_node(id, "update_record", set={"fld_onote1": '"x"'})
        case "timer":
            return make_node(id, "timer", after="PT1H")
        case "fill":
            return make_node(id, "fill_in", people=[{"source": "submitter"}])
        case "end":
            return make_node(id, "end", outcome=draw(st.sampled_from(["completed", "rejected"])))
    return make_node(id, kind)


def outcomes(node: dict) -> list[str]:
    match node["kind"]:
        case "condition":
            return [each["id"] for each in node["branches"]]
        case "approval":
            return ["approved", "rejected", "timeout"]
        case "parallel":
            return ["done", "done"]
        case "update_record":
            return ["done", "error"]
        case "end":
            return []
    return ["done"]


@st.composite
def flows(draw: st.DrawFn) -> dict:
    ids = [f"nod_node0{number}" for number in range(draw(st.integers(1, 6)))]
    drawn = [draw(nodes(id)) for id in ids]
    targets = st.sampled_from([*ids, "end"])
    edges = [f"trigger {ids[0]}"]
    for node in drawn:
        for outcome in outcomes(node):
            if draw(st.integers(0, 5)):
                edges.append(f"{node['id']} {outcome} {draw(targets)}")
    return make_flow(drawn, edges)


@dataclass
class Story:
    plan: FlowPlan
    first: Instance
    last: Instance
    events: list[Event]
    effects: list[Effect]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    flow = draw(flows())
    facts = Facts(at=START, values={"total": draw(st.sampled_from([0, 10, 11]))})
    shell = Shell(plan(flow), facts)
    shell._answer = lambda effect: drawn_answer(draw, effect)  # type: ignore[method-assign]
    shell.start()
    for _ in range(draw(st.integers(0, 8))):
        event = draw(st.sampled_from(possible(shell))) if possible(shell) else None
        if event is None:
            break
        shell.hear(event)
    return Story(shell.plan, shell.first, shell.instance, shell.events, shell.effects)


def drawn_answer(draw: st.DrawFn, effect: Any) -> Any:
    match type(effect).__name__:
        case "FindPeople":
            people = draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3))
            return tuple((person, Reason(code="flow.person.given")) for person in people)
        case "UpdateRecord":
            return Issue("record.stale") if draw(st.integers(0, 4)) == 0 else None
    return WAITS


def possible(shell: Shell) -> list[Event]:
    """Return what may happen next."""
    instance, facts = shell.instance, shell.facts
    found: list[Event] = [Withdrawn(facts=facts, by="anna")]
    for token in instance.tokens:
        if "timer" in token.data:
            found.append(TimePassed(facts=facts, key=token.data["timer"]))
        if "incident" in token.data:
            found += [
                Repaired(facts=facts, token=token.number, by="root", how=how) for how in ("retry", "skip")
            ]
    for task in instance.tasks:
        for action in ("approve", "reject", "return", "submit", "transfer"):
            found.append(
                Decided(
                    facts=facts, task=task.number, by=task.person, action=action, opinion="x", person="zoe"
                )
            )
            found.append(
                Decided(
                    facts=facts, task=task.number, by=task.person, action=action, opinion="x", to="nod_node00"
                )
            )
    return [each for each in found if not refusals(shell.plan, instance, each)]


@settings(max_examples=60, deadline=None)
@given(stories())
def test_replaying_the_same_events_gives_the_same_run(story: Story):
    instance = story.first
    for event in story.events:
        instance, _ = advance(story.plan, instance, event)

    assert instance == story.last


@settings(max_examples=40, deadline=None)
@given(stories())
def test_a_run_survives_storage_at_every_moment(story: Story):
    instance = story.first
    for event in story.events:
        instance, effects = advance(story.plan, from_json(json.loads(json.dumps(to_json(instance)))), event)
        assert from_json(json.loads(json.dumps(to_json(instance)))) == instance
        assert len({each.key for each in effects}) == len(effects)


@settings(max_examples=60, deadline=None)
@given(stories())
def test_a_run_has_ended_or_every_path_waits_for_something(story: Story):
    instance = story.last

    assert len(instance.tokens) <= 110
    assert len(instance.steps) <= 1_100
    if instance.state != "running":
        assert not instance.tokens
        assert not [task for task in instance.tasks if task.state in ("pending", "waiting")]
        return
    assert instance.tokens
    waiting = [waits(instance, token) for token in instance.tokens]
    assert any(each != "join" for each in waiting)
    assert all(waiting)


@settings(max_examples=60, deadline=None)
@given(stories())
def test_whoever_was_given_work_is_told_when_it_is_theirs_no_more(story: Story):
    given: dict[int, str] = {}
    for effect in story.effects:
        if isinstance(effect, AssignTask):
            given[effect.task.number] = effect.task.person
        elif isinstance(effect, CloseTask):
            assert given.pop(effect.task.number) == effect.task.person
        elif isinstance(effect, Remind):
            assert set(effect.tasks) <= given.keys()

    open_tasks = {task.number: task.person for task in story.last.tasks if task.state == "pending"}
    assert given == open_tasks


@settings(max_examples=60, deadline=None)
@given(stories())
def test_timers_that_are_started_ring_or_are_stopped_once(story: Story):
    started = [effect.key for effect in story.effects if isinstance(effect, StartTimer)]
    stopped = [effect.timer for effect in story.effects if isinstance(effect, StopTimer)]
    rung = [event.key for event in story.events if isinstance(event, TimePassed)]
    running = [token.data["timer"] for token in story.last.tokens if "timer" in token.data]

    assert sorted(started) == sorted([*stopped, *rung, *running])


def waits(instance: Instance, token: Token) -> str:
    """Return what a token waits for, or nothing."""
    open_tasks = [task for task in instance.tasks if task.token == token.number and task.state == "pending"]
    if open_tasks:
        return "people"
    return next((each for each in ("incident", "timer", "keys") if each in token.data), "") or (
        "effect" if token.effect else "join" if "here" in token.data else ""
    )


@settings(max_examples=40, deadline=None)
@given(stories())
def test_every_step_that_was_left_says_how_and_tasks_belong_to_steps(story: Story):
    tokens = {step.token for step in story.last.steps}

    assert all(task.token in tokens for task in story.last.tasks)
    assert all(step.left_at for step in story.last.steps if step.outcome)
