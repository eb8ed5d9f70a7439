"""Commands on flows: steps on ways, blocks that move, gaps that close, and the ready-made approval."""

from typing import Any

import pytest

from builder.checks.registry import run_checks
from builder.commands.flows.graph import way_of
from engine.metadata.load import assemble
from engine.ports import Documents
from tests.builder.commands.test_boards import do, refusal, told
from tests.factories.documents import make_flow, make_inspection_app, make_label

FLOW = "flw_check1"


def make_documents(**more: Any) -> dict[str, Any]:
    return make_inspection_app() | make_flow(**more)


def flow_of(documents: Documents) -> Any:
    return documents["flows/check.json"]


def ways(documents: Documents) -> set[tuple[str, str, str]]:
    return {(each["from"], way_of(each), each["to"]) for each in flow_of(documents)["edges"]}


def added(before: Documents, after: Documents) -> list[Any]:
    known = {each["id"] for each in flow_of(before)["nodes"]}
    return [each for each in flow_of(after)["nodes"] if each["id"] not in known]


def errors(documents: Documents) -> list[str]:
    return [each.code for each in run_checks(assemble(documents)) if each.severity.value == "error"]


def test_a_new_step_splits_the_way_it_is_put_on() -> None:
    start = make_documents()

    documents = do(start, "add_node", flow=FLOW, kind="timer", after="nod_boss01", way="approved")

    [timer] = added(start, documents)
    assert timer["after"] == "P1D"
    assert ("nod_boss01", "approved", timer["id"]) in ways(documents)
    assert (timer["id"], "done", "nod_done01") in ways(documents)
    assert errors(documents) == []


def test_a_condition_brings_two_branches_that_lead_on() -> None:
    start = make_documents()

    documents = do(start, "add_node", flow=FLOW, kind="condition", after="nod_done01")

    [condition] = added(start, documents)
    taken = {(way, to) for source, way, to in ways(documents) if source == condition["id"]}
    assert taken == {(branch["id"], "end") for branch in condition["branches"]}
    assert errors(documents) == ["flow.branch.condition_missing"]


def test_parallel_paths_bring_their_join() -> None:
    start = make_documents()

    documents = do(start, "add_node", flow=FLOW, kind="parallel", after="nod_done01")

    parallel, join = added(start, documents)
    assert [(each["from"], each["to"]) for each in flow_of(documents)["edges"]].count(
        (parallel["id"], join["id"])
    ) == 2
    assert errors(documents) == []


def test_a_way_that_led_nowhere_is_opened_by_a_step_on_it() -> None:
    start = make_documents()

    documents = do(start, "add_node", flow=FLOW, kind="timer", after="nod_boss01", way="timeout")

    [timer] = added(start, documents)
    assert {("nod_boss01", "timeout", timer["id"]), (timer["id"], "done", "end")} <= ways(documents)


def test_a_message_is_written_for_a_step_that_tells_people() -> None:
    start = make_documents()

    documents = do(start, "add_node", flow=FLOW, kind="notify", label=make_label("News"), after="nod_done01")

    [notify] = added(start, documents)
    [template] = [each for each in documents.values() if each["id"] == notify["template"]]
    assert "{{ record.no }}" in template["subject"]["en"]
    assert errors(documents) == []


def test_removing_a_step_closes_the_gap_and_takes_what_only_it_led_to() -> None:
    documents = do(make_documents(), "remove_nodes", flow=FLOW, nodes=["nod_boss01"])

    assert ways(documents) == {
        ("trigger", "done", "nod_many01"),
        ("nod_many01", "brn_many01", "nod_done01"),
        ("nod_many01", "brn_few001", "nod_done01"),
        ("nod_done01", "done", "end"),
    }


@pytest.mark.parametrize(
    ("keep", "kept"), [(None, {"nod_boss01", "nod_done01", "nod_tell01"}), ("brn_few001", {"nod_done01"})]
)
def test_removing_a_condition_keeps_the_steps_of_one_branch(keep: str | None, kept: set[str]) -> None:
    documents = do(make_documents(), "remove_nodes", flow=FLOW, nodes=["nod_many01"], keep=keep)

    assert {each["id"] for each in flow_of(documents)["nodes"]} == kept


def test_a_join_left_with_one_way_goes_with_its_parallel_step() -> None:
    start = make_documents()
    documents = do(start, "add_node", flow=FLOW, kind="parallel", after="nod_done01")
    parallel, join = added(start, documents)

    documents = do(documents, "remove_nodes", flow=FLOW, nodes=[parallel["id"]])

    assert join["id"] not in {each["id"] for each in flow_of(documents)["nodes"]}
    assert ways(documents) == ways(start)


def test_a_condition_moves_with_the_steps_between_its_branches() -> None:
    documents = do(make_documents(), "move_node", flow=FLOW, node="nod_many01", after="nod_done01")

    assert ways(documents) == {
        ("trigger", "done", "nod_done01"),
        ("nod_done01", "done", "nod_many01"),
        ("nod_many01", "brn_many01", "nod_boss01"),
        ("nod_many01", "brn_few001", "end"),
        ("nod_boss01", "approved", "end"),
        ("nod_boss01", "rejected", "nod_tell01"),
        ("nod_tell01", "done", "end"),
    }


def test_a_step_cannot_be_moved_into_itself() -> None:
    start = make_documents()

    assert refusal(start, "move_node", flow=FLOW, node="nod_many01", after="nod_boss01", way="approved") == [
        "command.node.there_already"
    ]
    assert refusal(start, "move_node", flow=FLOW, node="nod_done01", after="nod_boss01", way="approved") == [
        "command.node.there_already"
    ]


def test_copies_are_put_on_a_way_with_the_ways_between_them() -> None:
    start = make_documents()
    flow = flow_of(start)
    nodes = [each for each in flow["nodes"] if each["id"] in ("nod_many01", "nod_boss01")]
    edges = [each for each in flow["edges"] if each["from"] in ("nod_many01", "nod_boss01")]

    documents = do(start, "paste_nodes", flow=FLOW, nodes=nodes, edges=edges, after="nod_tell01")

    condition, boss = added(start, documents)
    first, second = (branch["id"] for branch in condition["branches"])
    assert {
        ("nod_tell01", "done", condition["id"]),
        (condition["id"], first, boss["id"]),
        (condition["id"], second, "end"),
        (boss["id"], "approved", "end"),
        (boss["id"], "rejected", "end"),
    } <= ways(documents)
    assert errors(documents) == []


def test_what_is_no_step_cannot_be_pasted() -> None:
    start = make_documents()

    for nodes in ([], [{"kind": "end"}], [{"id": "nod_1", "kind": "condition", "branches": [3]}]):
        assert refusal(start, "paste_nodes", flow=FLOW, nodes=nodes)[0].startswith("command.")


def test_branches_are_added_before_the_one_for_all_other_cases_and_removed_with_their_steps() -> None:
    start = make_documents()

    documents = do(
        start, "add_branch", flow=FLOW, node="nod_many01", label=make_label("Some"), when="failed > 1"
    )
    branches = flow_of(documents)["nodes"][0]["branches"]
    assert [each["label"]["en"] for each in branches] == ["Many", "Some", "Few"]
    assert ("nod_many01", branches[1]["id"], "nod_done01") in ways(documents)

    documents = do(documents, "remove_branch", flow=FLOW, node="nod_many01", branch="brn_many01")
    assert {each["id"] for each in flow_of(documents)["nodes"]} == {"nod_many01", "nod_done01"}


def test_an_outcome_is_led_elsewhere_and_taken_away() -> None:
    start = make_documents()

    documents = do(start, "connect", flow=FLOW, source="nod_boss01", way="rejected", target="nod_many01")
    assert ("nod_boss01", "rejected", "nod_many01") in ways(documents)

    documents = do(documents, "disconnect", flow=FLOW, source="nod_boss01", way="rejected")
    assert not any(source == "nod_boss01" and way == "rejected" for source, way, _ in ways(documents))


def test_another_kind_of_start_begins_with_its_usual_settings() -> None:
    start = make_documents()

    documents = do(start, "set_trigger", flow=FLOW, property="kind", value="schedule")

    assert flow_of(documents)["trigger"] == {
        "kind": "schedule", "entity": "ent_h3v6w9", "cron": "0 9 * * *",
    }  # fmt: skip
    assert told(start, documents) == ["“Check” starts otherwise: from “Record created” to “At a time”"]


def test_an_approval_of_new_records_is_ready_to_run() -> None:
    documents = do(make_inspection_app(), "add_flow", entity="ent_m1z5b8", template="approval")

    [flow] = [each for path, each in documents.items() if path.startswith("flows/")]
    assert flow["label"]["en"] == "Approval of equipment"
    assert errors(documents) == []
    equipment = documents["entities/equipment.json"]["fields"]
    assert [each["label"]["en"] for each in equipment] == ["name", "Approval"]
    [role] = flow["roles"]
    assert any(each["id"] == role and each["entities"][0]["update"] for each in documents.values())


def test_an_approval_uses_the_state_that_is_there() -> None:
    start = make_inspection_app()
    start["options/status.json"]["choices"].append(
        {"value": "ok", "label": {"zh": "已通过", "en": "Approved"}}
    )

    documents = do(start, "add_flow", entity="ent_h3v6w9", template="approval")

    [flow] = [each for path, each in documents.items() if path.startswith("flows/")]
    assert [each["set"] for each in flow["nodes"] if "set" in each] == [{"fld_st1n5v": '"ok"'}]
    assert documents["entities/inspection.json"] == start["entities/inspection.json"]


def test_a_second_flow_acts_with_the_role_of_the_first() -> None:
    documents = do(make_inspection_app(), "add_flow", entity="ent_m1z5b8")
    roles = [path for path in documents if path.startswith("roles/")]

    documents = do(documents, "add_flow", entity="ent_m1z5b8", id="flw_second1")

    assert [path for path in documents if path.startswith("roles/")] == roles
    assert errors(documents) == []


def test_a_message_that_is_sent_cannot_be_removed() -> None:
    assert refusal(make_documents(), "remove_template", template="tpl_done01") == ["command.document.used"]


def test_differences_of_a_flow_are_told_step_by_step() -> None:
    start = make_documents()

    documents = do(start, "set_node", flow=FLOW, node="nod_boss01", property="mode", value="all")
    documents = do(
        documents, "add_node", flow=FLOW, kind="timer", label=make_label("Pause"), after="nod_done01"
    )
    documents = do(documents, "remove_nodes", flow=FLOW, nodes=["nod_tell01"])

    assert told(start, documents) == [
        "The step “Tell” leaves “Check”",
        "The step “Boss” of “Check”: how several decide changes",
        "New step “Pause” in “Check”",
        "Other ways between the steps of “Check”",
    ]
