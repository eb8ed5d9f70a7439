"""Merging two choices: the list keeps one, and whatever named the other names it, and only that."""

from typing import Any

import pytest

from builder.commands.command import Command
from builder.commands.perform import perform
from engine.dependencies.choice_uses import choice_uses
from engine.entities.check import check_definition
from engine.metadata.load import assemble
from tests.builder.commands.test_add_field import ENTITY, edit
from tests.factories.documents import (
    make_board,
    make_field,
    make_flow,
    make_inspection_app,
    make_label,
    make_view,
)

LIST, STATUS = "opt_st0042", "fld_st1n5v"


def _documents() -> dict[str, Any]:
    """The inspection app with a third choice, and one kind of place after the other that may name it."""
    documents = make_inspection_app()
    documents["options/status.json"]["choices"].append({"value": "shut", "label": make_label("Shut")})
    documents["entities/inspection.json"]["fields"].append(
        make_field("fld_tags001", "tags", "multi_choice", options={"list": LIST})
    )
    return documents


def _merge(documents: dict[str, Any], choice: str = "open", into: str = "done") -> dict[str, Any]:
    return edit(documents, "merge_choice", list=LIST, choice=choice, into=into)


def test_the_other_choice_remembers_what_it_stands_for() -> None:
    once = _merge(_documents(), "open", "shut")
    twice = _merge(once, "shut", "done")

    [done] = twice["options/status.json"]["choices"]
    assert (done["value"], done["merged"]) == ("done", ["shut", "open"])
    assert twice["entities/inspection.json"]["fields"][4]["default"] == '"done"'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('status = "open"', 'status = "done"'),
        ('"OPEN"<>status', '"done"<>status'),
        ('  status = “open” AND no = "open"', '  status = "done" AND no = "open"'),
        ('COUNTIF(tags, "open") > 0', 'COUNTIF(tags, "done") > 0'),
        ('CONTAINS(tags, "open")', 'CONTAINS(tags, "done")'),
        ('SWITCH(status, "open", "open", "shut", "x") = "x"', 'SWITCH(status, "done", "open", "shut", "x") = "x"'),
        ('ISNUMBER(MATCH(status, {"shut", "open"}, 0))', 'ISNUMBER(MATCH(status, {"shut", "done"}, 0))'),
        ('status & "open" = "x"', 'status & "open" = "x"'),
        ('status = "opened"', 'status = "opened"'),
    ],
)  # fmt: skip
def test_expressions_that_compare_with_it_are_rewritten(before: str, after: str) -> None:
    documents = _documents()
    documents["views/open.json"] = make_view(filter=before)

    assert _merge(documents)["views/open.json"]["filter"] == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"open"', '"done"'),
        ('IF(failed > 3, "open", IFS(failed > 1, "shut", TRUE, "open"))', 'IF(failed > 3, "done", IFS(failed > 1, "shut", TRUE, "done"))'),
        ('SWITCH(no, "open", "shut", "open")', 'SWITCH(no, "open", "shut", "done")'),
    ],
)  # fmt: skip
def test_what_a_field_gets_is_rewritten(before: str, after: str) -> None:
    documents = _documents() | make_flow()
    documents["entities/inspection.json"]["fields"][4]["default"] = before
    documents["flows/check.json"]["nodes"][2]["set"][STATUS] = before

    changed = _merge(documents)

    assert changed["entities/inspection.json"]["fields"][4]["default"] == after
    assert changed["flows/check.json"]["nodes"][2]["set"][STATUS] == after


def test_conditions_of_views_questions_and_dashboards_name_the_other_choice_once() -> None:
    condition = {"field": STATUS, "operator": "in", "value": ["open", "done", "shut"]}
    documents = _documents() | make_board(filters=[
        {"id": "dfl_stat01", "label": make_label("Status"), "fields": [STATUS], "operator": "in", "value": ["open"]},
    ])  # fmt: skip
    documents["views/open.json"] = make_view(
        conditions=[condition, {"field": "fld_no0001", "operator": "equals", "value": "open"}]
    )
    documents["reports/count.json"]["query"] |= {
        "dimensions": [{"id": "by", "field": STATUS}],
        "filters": [
            {"dimension": "by", "operator": "equals", "value": "open"},
            {"home": ENTITY, "field": "fld_no0001", "operator": "equals", "value": "open"},
        ],
    }
    documents["reports/count.json"]["query"]["measures"][0]["where"] = 'status = "open"'

    changed = _merge(documents)

    assert [each["value"] for each in changed["views/open.json"]["conditions"]] == [["done", "shut"], "open"]
    query = changed["reports/count.json"]["query"]
    assert [each["value"] for each in query["filters"]] == ["done", "open"]
    assert query["measures"][0]["where"] == 'status = "done"'
    assert changed["dashboards/cockpit.json"]["filters"][0]["value"] == ["done"]


@pytest.mark.parametrize(
    ("cell", "after"),
    [
        ('"open", "shut"', '"done", "shut"'),
        ('not("open")', 'not("done")'),
        ('? = "open" AND no = "open"', '? = "done" AND no = "open"'),
        ("-", "-"),
    ],
)
def test_cells_of_decision_tables_are_rewritten(cell: str, after: str) -> None:
    documents = _documents()
    documents["rules/urgency.json"] = {
        "schema": "tongdao/rule/1", "id": "rul_urge01", "name": "urgency", "label": make_label("Urgency"),
        "entity": ENTITY,
        "inputs": [
            {"id": "rin_urge01", "label": make_label("Status"), "expression": "status"},
            {"id": "rin_urge02", "label": make_label("Number"), "expression": "no"},
        ],
        "outputs": [{"id": "rou_urge01", "name": "urgency", "label": make_label("Urgency"), "result": "text"}],
        "rows": [{"id": "row_urge01", "when": [cell, '"open"'], "then": ['"open"']}],
    }  # fmt: skip

    [row] = _merge(documents)["rules/urgency.json"]["rows"]

    assert (row["when"], row["then"]) == ([after, '"open"'], ['"open"'])


def test_nothing_names_a_choice_that_was_merged_and_the_app_stays_sound() -> None:
    documents = _documents() | make_flow()

    changed = _merge(documents)

    assert choice_uses(assemble(documents), LIST, "open")
    assert not choice_uses(assemble(changed), LIST, "open")
    assert check_definition(assemble(changed)) == check_definition(assemble(documents))


def test_a_new_choice_cannot_have_the_value_of_one_that_was_merged() -> None:
    merged = _merge(_documents())

    made = edit(merged, "add_choice", list=LIST, label=make_label("open"))
    refused = perform(
        merged, Command("add_choice", {"list": LIST, "label": make_label("x"), "value": "open"})
    )

    assert made["options/status.json"]["choices"][-1]["value"] == "open_2"
    assert isinstance(refused, list)
    assert refused[0].code == "command.choice.taken"


def test_a_choice_is_not_merged_into_itself_or_into_nothing() -> None:
    for into, code in (("open", "command.choice.same"), ("gone", "command.choice.missing")):
        refused = perform(
            _documents(), Command("merge_choice", {"list": LIST, "choice": "open", "into": into})
        )
        assert isinstance(refused, list)
        assert refused[0].code == code
