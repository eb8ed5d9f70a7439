"""From draft to release: differences in words, rights of new fields, what is refused, going back."""

import pytest

from builder.checks.registry import run_checks
from builder.commands.command import Command
from builder.drafts.draft import Draft
from builder.publishing.impact import impact_of
from builder.publishing.publishing import Publishing
from builder.words import said
from engine.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from engine.metadata.load import assemble
from engine.ports import NewRelease
from tests.builder.drafts.test_drafting import (
    ADMINISTRATOR,
    APP,
    MANAGER,
    PROPOSER,
    add_field,
    make_designed_app,
    make_drafting,
)
from tests.builder.fakes import FakeRuns
from tests.factories.documents import make_inspection_app, make_label
from tests.factories.flows import make_flow, make_flow_documents


def make_publishing() -> Publishing:
    drafting = make_drafting()
    return Publishing(drafting, drafting.definitions, drafting.definitions, FakeRuns())  # type: ignore[arg-type]


def _sentences(publishing: Publishing) -> list[tuple[str, str]]:
    told = [said(each.words) for each in publishing.impact(APP).differences]
    return [(each["zh"], each["en"]) for each in told]


def _edit(publishing: Publishing, kind: str, **params: object) -> Draft:
    drafting = publishing.drafting
    return drafting.edit(APP, Command(kind, params), ADMINISTRATOR)


def test_a_new_field_is_told_in_both_languages_with_its_place() -> None:
    publishing = make_publishing()
    add_field(publishing.drafting)

    assert _sentences(publishing) == [
        ("“inspection”新增字段“备注”（单行文本）", "New field “备注” (text) in “inspection”"),
        (
            "“备注”出现在表单“inspection”的“未命名分组”中",
            "“备注” appears on the form “inspection”, section “untitled section”",
        ),
    ]


@pytest.mark.parametrize(
    ("kind", "params", "words"),
    [
        (
            "set_field_property",
            {"entity": "ent_h3v6w9", "field": "fld_st1n5v", "property": "label", "value": make_label("进度")},
            "“status”: label from “status” to “进度”",
        ),
        (
            "set_field_property",
            {
                "entity": "ent_h3v6w9",
                "field": "fld_no0001",
                "property": "options",
                "option": "reset",
                "value": "day",
            },
            "“no”: when numbering starts again from “month” to “day”",
        ),
        (
            "set_form_item",
            {"form": "frm_q8w1e2", "field": "fld_eq7d2k", "property": "show", "value": "failed > 0"},
            "“equipment”: when shown from “nothing” to “failed > 0”",
        ),
        (
            "move_form_item",
            {"form": "frm_q8w1e2", "field": "fld_eq7d2k", "section": "sec_q8w1e2", "index": 0},
            "“equipment” moves on the form “inspection”, section “untitled section”",
        ),
        (
            "add_section",
            {"form": "frm_q8w1e2", "label": make_label("其他")},
            "New section “其他” on the form “inspection”",
        ),
        (
            "change_field_type",
            {"entity": "ent_m1z5b8", "field": "fld_nm0002", "type": "integer"},
            "“name”: type from “text” to “whole number”",
        ),
        (
            "merge_choice",
            {"list": "opt_st0042", "choice": "done", "into": "open"},
            "Choice “Done” merged into “Open” in “Status”",
        ),
        ("add_choice", {"list": "opt_st0042", "label": make_label("Held")}, "New choice “Held” in “Status”"),
        (
            "set_field_access",
            {"role": "rol_i3n5s7", "entity": "ent_h3v6w9", "field": "fld_no0001", "access": "read"},
            "“Inspector” and “no”: read",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "_" in value else "",
)
def test_every_edit_is_told_in_business_words(kind: str, params: dict, words: str) -> None:
    publishing = make_publishing()
    _edit(publishing, kind, **params)

    assert [english for _, english in _sentences(publishing)] == [words]


def test_a_new_choice_field_tells_of_its_list() -> None:
    publishing = make_publishing()
    _edit(publishing, "add_field", entity="ent_h3v6w9", type="choice", label=make_label("等级"))

    assert [english for _, english in _sentences(publishing)] == [
        "New field “等级” (choice) in “inspection”",
        "New option list “等级”",
    ]


def test_who_gets_a_new_field_is_shown_role_by_role() -> None:
    publishing = make_publishing()
    add_field(publishing.drafting)

    (field,) = publishing.impact(APP).fields

    assert [(each.role, each.access, each.listed) for each in field.roles] == [("rol_i3n5s7", "edit", False)]


def test_uses_of_a_changed_field_are_listed_once_each() -> None:
    publishing = make_publishing()
    _edit(publishing, "rename_field", entity="ent_h3v6w9", field="fld_st1n5v", name="进度")

    usages = [said(each)["en"] for each in publishing.impact(APP).usages]

    assert usages == ["“status” is used in the role “Inspector”"]


def test_publishing_makes_a_release_and_empties_the_draft() -> None:
    publishing = make_publishing()
    draft = add_field(publishing.drafting)

    release = publishing.publish(APP, draft.revision, "备注栏", MANAGER)

    fresh = publishing.drafting.open(APP)
    assert (release.number, release.note, release.by) == (2, "备注栏", "u1")
    assert fresh.release.number == 2
    assert not fresh.done
    assert fresh.documents["entities/inspection.json"]["fields"][-1]["name"] == "备注"


def test_who_may_only_propose_does_not_publish() -> None:
    publishing = make_publishing()
    draft = add_field(publishing.drafting, by=PROPOSER)

    with pytest.raises(Forbidden) as refused:
        publishing.publish(APP, draft.revision, "", PROPOSER)

    assert {each.params["document"] for each in refused.value.issues} == {"inspection"}


def test_a_delegated_designer_does_not_publish_edits_of_others() -> None:
    publishing = make_publishing()
    _edit(publishing, "add_field", entity="ent_m1z5b8", type="text", label=make_label("备注"))
    draft = add_field(publishing.drafting)

    with pytest.raises(Forbidden) as refused:
        publishing.publish(APP, draft.revision, "", MANAGER)

    assert [each.params["document"] for each in refused.value.issues] == ["equipment"]


def test_a_stale_or_empty_draft_is_not_published() -> None:
    publishing = make_publishing()
    with pytest.raises(Invalid):
        publishing.publish(APP, 0, "", MANAGER)
    add_field(publishing.drafting)

    with pytest.raises(Conflict):
        publishing.publish(APP, 0, "", MANAGER)


def test_rolling_back_publishes_a_former_release_again() -> None:
    publishing = make_publishing()
    draft = add_field(publishing.drafting)
    publishing.publish(APP, draft.revision, "", MANAGER)

    release = publishing.roll_back(APP, 1, "zurück", MANAGER)

    assert release.number == 3
    assert release.documents == make_designed_app()
    assert [each.number for each in publishing.releases(APP)] == [3, 2, 1]
    with pytest.raises(Invalid):
        publishing.roll_back(APP, 1, "", MANAGER)
    with pytest.raises(NotFound):
        publishing.roll_back(APP, 9, "", MANAGER)


def test_a_release_published_meanwhile_that_the_edits_do_not_fit_stops_publishing() -> None:
    publishing = make_publishing()
    draft = add_field(publishing.drafting)
    documents = make_designed_app()
    del documents["forms/inspection.json"]
    for role in ("manager", "proposer"):
        documents[f"roles/{role}.json"]["design"].pop()
    publishing.planner.publish(NewRelease(APP, 1, documents, "", ""))

    with pytest.raises(Conflict) as refused:
        publishing.publish(APP, draft.revision, "", MANAGER)

    assert [issue.code for issue in refused.value.issues] == ["draft.base.outdated"]


def test_checks_name_the_place_of_what_they_find() -> None:
    publishing = make_publishing()
    _edit(publishing, "add_section", form="frm_q8w1e2", label={"zh": "空"})
    draft = _edit(
        publishing, "set_form_item", form="frm_q8w1e2", field="fld_eq7d2k", property="span", value=4
    )

    found = {(issue.code, issue.pointer) for issue in run_checks(assemble(draft.documents))}

    assert ("design.section.empty", "/forms/inspection/layout/1") in found
    assert ("design.label.untranslated", "/forms/inspection/layout/1/label") in found
    assert ("design.item.too_wide", "/forms/inspection/layout/0/items/1/span") in found
    assert ("design.field.unplaced", "/entities/inspection/fields/4") in found


def test_runs_of_a_changed_flow_are_told_before_publishing() -> None:
    flow = make_flow([], ["trigger end"])
    documents = make_flow_documents(flow)
    changed = make_flow_documents(flow | {"label": make_label("Another")})

    told = impact_of(assemble(documents), assemble(changed), (), {flow["id"]: 3, "flw_others": 9})

    assert [(each.code, each.params["count"]) for each in told.usages] == [("usage.runs", 3)]


def test_rights_are_asked_for_fields_that_entities_in_use_gain_not_for_each_of_a_new_entity() -> None:
    before = make_inspection_app()
    lone = {
        "id": "ent_new001",
        "name": "visit",
        "fields": [dict(before["entities/equipment.json"]["fields"][0], id="fld_new001")],
    }
    entity = {**before["entities/equipment.json"], "title": "fld_new001", "search": [], **lone}
    more = {**before["entities/equipment.json"]["fields"][0], "id": "fld_new002", "name": "more"}
    grown = {
        **before["entities/equipment.json"],
        "fields": [*before["entities/equipment.json"]["fields"], more],
    }
    after = {**before, "entities/visit.json": entity, "entities/equipment.json": grown}

    told = impact_of(assemble(before), assemble(after), (), {})

    assert [each.field for each in told.fields] == ["fld_new002"]
