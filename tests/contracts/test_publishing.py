"""The first change on each database: a field designed on a filled table, published, filled in, rolled back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builder.commands.command import Command
from builder.drafts.draft import Draft
from builder.drafts.drafting import Drafting
from builder.http.answers import conversion_answers, foreseen_answer
from builder.publishing.publishing import Publishing
from engine.access.principal import Principal
from engine.kernel.errors import Conflict, Forbidden, Invalid
from engine.metadata.load import assemble
from engine.query.record_query import RecordQuery
from runtime.storage.database import Database
from runtime.storage.definition_store import StoredDefinitions
from runtime.storage.draft_store import StoredDrafts
from runtime.storage.planner import Planner
from runtime.storage.release_folder import ReleaseFolder
from runtime.storage.repository import Repository, Store
from tests.builder.drafts.test_drafting import ADMINISTRATOR, APP, INSPECTOR, make_designed_app
from tests.builder.fakes import FakeRuns
from tests.factories.documents import make_label
from tests.factories.stores import make_repository, make_store, publish

WHO = "0192f7c4-8a3e-7cc1-9d2e-000000000001"
MANAGER = Principal(WHO, "human", frozenset({"rol_manage"}), WHO)
HEAD = replace(ADMINISTRATOR, user=WHO)
INSPECTION, EQUIPMENT, FORM = "ent_h3v6w9", "ent_m1z5b8", "frm_q8w1e2"
LONG = "客户要求的特别折扣原因说明以及区域经理的书面批准文件编号备注"


@pytest.fixture
def store(database: Database) -> Store:
    made = make_store(database)
    records = make_repository(made, publish(made, make_designed_app()))
    for number in range(30):
        equipment = records.create(EQUIPMENT, {"name": f"设备 {number}"}).id
        records.create(INSPECTION, {"equipment": equipment, "lines": [{"item": "温度", "reading": "1"}]})
    return made


@pytest.fixture
def publishing(store: Store, tmp_path: Path) -> Publishing:
    definitions = StoredDefinitions(store.database)
    drafting = Drafting(definitions, StoredDrafts(store.database, store.clock), store.clock, store.ids)
    planner = Planner(store.database, store.clock, store.log, ReleaseFolder(tmp_path / "apps"))
    return Publishing(drafting, definitions, planner, FakeRuns())


def _edit(publishing: Publishing, kind: str, **params: object) -> Draft:
    drafting = publishing.drafting
    return drafting.edit(APP, Command(kind, params), MANAGER)


def _add(publishing: Publishing, label: str, **more: object) -> Draft:
    params = {"entity": INSPECTION, "type": "text", "label": make_label(label), "form": FORM}
    return _edit(publishing, "add_field", **params | more)


def _records(store: Store, publishing: Publishing) -> Repository:
    newest = publishing.definitions.newest(APP)
    assert newest is not None
    return make_repository(store, assemble(newest.documents))


def _first(records: Repository) -> str:
    return records.find_json(INSPECTION, RecordQuery(limit=1)).items[0]["id"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "label", ["折扣原因", LONG, "'); DROP TABLE e_h3v6w9; --", "<script>alert(1)</script>"]
)
def test_a_field_added_to_a_filled_table_is_filled_in_after_publishing(
    store: Store, publishing: Publishing, label: str
) -> None:
    draft = _add(publishing, label)
    field = draft.documents["entities/inspection.json"]["fields"][-1]

    steps = publishing.impact(APP).steps
    publishing.publish(APP, draft.revision, "新字段", MANAGER)

    records = _records(store, publishing)
    id = _first(records)
    before = records.get_json(INSPECTION, id)
    records.update(INSPECTION, id, {field["name"]: "老客户"}, before["version"])
    assert [(step.code, step.rows) for step in steps] == [("storage.step.add_field", 0)]
    assert before[field["name"]] is None
    assert records.get_json(INSPECTION, id)[field["name"]] == "老客户"


def test_the_folder_shows_the_change_as_a_readable_difference(publishing: Publishing, tmp_path: Path) -> None:
    draft = _add(publishing, "折扣原因")
    publishing.publish(APP, draft.revision, "", MANAGER)

    written = (tmp_path / "apps" / APP / "entities" / "inspection.json").read_text(encoding="utf-8")

    field = draft.documents["entities/inspection.json"]["fields"][-1]
    assert json.loads(written)["fields"][-1] == field
    assert '"zh": "折扣原因"' in written


def test_going_back_keeps_what_was_entered_for_going_forward_again(
    store: Store, publishing: Publishing
) -> None:
    draft = _add(publishing, "折扣原因")
    publishing.publish(APP, draft.revision, "", MANAGER)
    records = _records(store, publishing)
    id = _first(records)
    records.update(INSPECTION, id, {"折扣原因": "清仓"}, 1)

    publishing.roll_back(APP, 1, "", MANAGER)
    without = _records(store, publishing).get_json(INSPECTION, id)
    publishing.roll_back(APP, 2, "", MANAGER)

    assert "折扣原因" not in without
    assert _records(store, publishing).get_json(INSPECTION, id)["折扣原因"] == "清仓"


def test_a_renamed_field_keeps_its_values(store: Store, publishing: Publishing) -> None:
    before = _records(store, publishing)
    id = _first(before)
    number = before.get_json(INSPECTION, id)["no"]
    draft = _edit(publishing, "rename_field", entity=INSPECTION, field="fld_no0001", name="单号")

    publishing.publish(APP, draft.revision, "", MANAGER)

    assert _records(store, publishing).get_json(INSPECTION, id)["单号"] == number


def test_an_expression_with_a_fault_is_not_published(publishing: Publishing) -> None:
    draft = _edit(
        publishing, "set_form_item", form=FORM, field="fld_eq7d2k", property="show", value="totl > 5"
    )

    with pytest.raises(Invalid) as refused:
        publishing.publish(APP, draft.revision, "", MANAGER)

    assert refused.value.issues[0].pointer == "/forms/inspection/layout/0/items/1/show"
    assert publishing.definitions.newest(APP).number == 1  # type: ignore[union-attr]


def test_of_two_people_who_publish_the_same_draft_one_is_told(publishing: Publishing) -> None:
    draft = _add(publishing, "折扣原因")
    publishing.publish(APP, draft.revision, "", MANAGER)

    with pytest.raises(Conflict):
        publishing.publish(APP, draft.revision, "", MANAGER)


def test_values_that_a_changed_type_does_not_take_are_told_to_who_may_read_them(
    publishing: Publishing,
) -> None:
    draft = _edit(publishing, "change_field_type", entity=INSPECTION, field="fld_it2g7p", type="integer")

    [told] = conversion_answers(publishing.conversions(APP, INSPECTOR))["items"]
    [blind] = publishing.conversions(APP, MANAGER)

    assert (told["fitting"], told["unfit"], len(told["examples"])) == (0, 30, 20)
    example = told["examples"][0]
    assert (example["title"], example["value"]) == ("XJ-202611-0001", "温度")
    assert example["words"]["zh"]
    assert (blind.unfit, blind.examples) == (30, ())
    with pytest.raises(Invalid):
        publishing.publish(APP, draft.revision, "", MANAGER)


def test_what_merging_choices_would_mean_is_told_before_and_done_when_published(
    store: Store, publishing: Publishing
) -> None:
    records = _records(store, publishing)
    id = _first(records)
    records.update(INSPECTION, id, {"status": "done"}, 1)
    params = {"list": "opt_st0042", "choice": "open", "into": "done"}

    told = foreseen_answer(publishing.foresee(APP, Command("merge_choice", params), HEAD))
    untouched = publishing.drafting.open(APP)
    draft = publishing.drafting.edit(APP, Command("merge_choice", params), HEAD)
    impact = publishing.impact(APP)
    publishing.publish(APP, draft.revision, "", HEAD)

    assert not untouched.edits
    assert [(each["words"]["en"], each["rows"]) for each in told["steps"]] == [
        ("status of inspection: “Open” becomes “Done”", 29)
    ]
    files = ["entities/inspection.json", "options/status.json", "roles/inspector.json"]
    assert [each["file"] for each in told["documents"]] == files
    assert [step.code for step in impact.steps] == ["storage.step.merge"]
    page = _records(store, publishing).find_json(INSPECTION, RecordQuery(limit=50))
    assert {each["status"] for each in page.items} == {"done"}


def test_who_may_not_design_what_names_a_choice_does_not_merge_it(publishing: Publishing) -> None:
    params = {"list": "opt_st0042", "choice": "open", "into": "done"}

    for attempt in (publishing.foresee, publishing.drafting.edit):
        with pytest.raises(Forbidden):
            attempt(APP, Command("merge_choice", params), MANAGER)
