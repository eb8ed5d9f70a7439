"""A flow tried in thought: moves decide, time passes when it is told to, the same moves lead to the same place."""

from collections.abc import Sequence
from typing import Any

from engine.flows.effects import FindPeople
from engine.flows.events import Facts, Started
from engine.flows.instance import Instance, Reason
from engine.flows.plan import FlowPlan, plan_flow
from engine.flows.trial import Move, Trial, try_flow
from engine.metadata.load import assemble
from tests.builder.fakes import START
from tests.factories.documents import make_flow, make_inspection_app, make_label

TIMER = {"kind": "timer", "id": "nod_pause1", "label": make_label("Pause"), "after": "P2D"}


def trial(moves: Sequence[Move] = (), failed: int = 5) -> Trial:
    documents = make_inspection_app() | make_flow()
    flow: Any = documents["flows/check.json"]
    flow["nodes"].append(TIMER)
    for edge in flow["edges"]:
        if edge.get("on") == "approved":
            edge["to"] = "nod_pause1"
    flow["edges"].append({"from": "nod_pause1", "to": "nod_done01"})
    plan = plan_flow(assemble(documents), "flw_check1")
    assert isinstance(plan, FlowPlan)
    instance = Instance(
        id="i", flow="flw_check1", release=1, entity="ent_h3v6w9", record="r", submitter="u", started_at=START
    )
    started = Started(facts=Facts(at=START, values={"failed": failed}))
    return try_flow(plan, instance, started, moves, answer)


def answer(effect: object, facts: Facts) -> Any:
    return (("boss", Reason(code="flow.person.named")),) if isinstance(effect, FindPeople) else None


def test_it_waits_for_the_decision_of_a_person() -> None:
    tried = trial()

    assert [task.person for task in tried.tasks] == ["boss"]
    assert [each.step.node for each in tried.steps] == ["nod_many01", "nod_boss01"]


def test_time_passes_when_it_is_told_to() -> None:
    [task] = trial().tasks
    approved = Move(how="approve", task=task.number)

    waiting = trial([approved])
    done = trial([approved, Move(how="time", node="nod_pause1")])

    assert (waiting.timers, waiting.instance.state) == (("nod_pause1",), "running")
    assert (done.timers, done.instance.state) == ((), "completed")
    [effect] = done.steps[-1].effects
    assert effect.values == {"status": "done"}


def test_moves_that_nothing_waits_for_change_nothing() -> None:
    assert trial([Move(how="time", node="nod_pause1"), Move(how="approve", task=99)]) == trial()


def test_without_people_nobody_is_waited_for() -> None:
    tried = trial(failed=1)

    assert (tried.tasks, tried.failed, tried.instance.state) == ((), (), "completed")
