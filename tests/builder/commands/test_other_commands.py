"""Renaming rewrites dependents, removing spares what is used, and layout goes where it is put."""

from typing import Any

from builder.commands.command import Command
from builder.commands.perform import apply, complete, perform
from tests.builder.commands.test_add_field import ENTITY, FORM, edit
from tests.builder.fakes import FakeIds
from tests.factories.documents import make_field, make_inspection_app


def _columns(documents: Any) -> list[dict[str, Any]]:
    return documents["entities/inspection.json"]["fields"][2]["options"]["fields"]


def test_renaming_a_column_rewrites_formulas_of_lines_record_and_checks() -> None:
    after = edit(make_inspection_app(), "rename_field", entity=ENTITY, field="fld_ok3k1s", name="合格")
    after = edit(after, "rename_field", entity=ENTITY, field="fld_it2g7p", name="检查项目")
    after = edit(after, "rename_field", entity=ENTITY, field="fld_mx6j9r", name="上限")

    entity = after["entities/inspection.json"]
    assert entity["fields"][3]["options"]["expression"] == "COUNTIF(lines.合格, FALSE)"
    assert entity["checks"][0]["expression"] == "COUNTA(lines.检查项目) > 0"
    assert _columns(after)[3]["options"]["expression"] == "reading <= 上限"


def test_renaming_reaches_roles_and_keeps_the_spelling_around_the_name() -> None:
    documents = make_inspection_app()
    documents["roles/inspector.json"]["entities"][0]["read"] = 'IF( status="open",TRUE , [status] = "done" )'

    after = edit(documents, "rename_field", entity=ENTITY, field="fld_st1n5v", name="状态")

    assert after["roles/inspector.json"]["entities"][0]["read"] == 'IF( 状态="open",TRUE , 状态 = "done" )'


def test_renaming_a_self_link_rewrites_every_step_of_a_path() -> None:
    documents = make_inspection_app()
    documents["entities/equipment.json"]["fields"] += [
        make_field("fld_up0001", "up", "link", options={"entity": "ent_m1z5b8"}),
        make_field("fld_tp0001", "top", "formula", options={"expression": "up.up.name", "result": "text"}),
    ]

    after = edit(documents, "rename_field", entity="ent_m1z5b8", field="fld_up0001", name="上级")

    assert after["entities/equipment.json"]["fields"][2]["options"]["expression"] == "上级.上级.name"


def test_names_are_refused_when_taken_reserved_or_impossible() -> None:
    documents = make_inspection_app()

    assert edit(documents, "rename_field", entity=ENTITY, field="fld_st1n5v", name="NO") == [
        "command.name.taken"
    ]
    for name in ("id", "parent", "1st", "a b", ""):
        refused = edit(documents, "rename_field", entity=ENTITY, field="fld_st1n5v", name=name)
        assert refused == ["command.name.impossible"]


def test_a_field_in_use_stays_and_every_user_is_named() -> None:
    command = Command("remove_field", {"entity": ENTITY, "field": "fld_st1n5v"})
    documents = make_inspection_app()
    completed = complete(documents, command, FakeIds().document_id)
    assert isinstance(completed, Command)

    refused = perform(documents, completed)

    assert isinstance(refused, list)
    assert [(issue.code, issue.pointer) for issue in refused] == [
        ("command.field.used", "/roles/inspector/entities/0/read")
    ]


def test_a_field_that_is_only_shown_goes_with_its_places() -> None:
    documents = make_inspection_app()
    documents["roles/inspector.json"]["entities"][0]["fields"] = {"fld_nt0001": "read"}
    documents["roles/inspector.json"]["entities"][0]["read"] = True
    documents["entities/inspection.json"]["fields"].append(make_field("fld_nt0001", "note"))
    documents["entities/inspection.json"]["search"] = ["fld_no0001", "fld_nt0001"]
    documents["entities/inspection.json"]["summary"] = ["fld_nt0001", "fld_no0001"]
    documents["forms/inspection.json"]["layout"][0]["items"].append({"field": "fld_nt0001"})

    after = edit(documents, "remove_field", entity=ENTITY, field="fld_nt0001")

    assert "fld_nt0001" not in str(after)
    assert after["entities/inspection.json"]["search"] == ["fld_no0001"]
    assert after["entities/inspection.json"]["summary"] == ["fld_no0001"]


def test_detail_lines_go_with_their_own_formulas() -> None:
    documents = make_inspection_app()
    entity = documents["entities/inspection.json"]
    entity["fields"] = [each for each in entity["fields"] if each["name"] != "failed"]
    entity["checks"] = []

    after = edit(documents, "remove_field", entity=ENTITY, field="fld_ln9s3c")

    assert "fld_ok3k1s" not in str(after)


def test_items_move_between_sections() -> None:
    documents = edit(make_inspection_app(), "add_section", form=FORM, label={"zh": "其他"}, index=0)
    section = documents["forms/inspection.json"]["layout"][0]["id"]

    after = edit(documents, "move_form_item", form=FORM, field="fld_eq7d2k", section=section, index=0)

    layout = after["forms/inspection.json"]["layout"]
    assert [[item["field"] for item in each["items"]] for each in layout] == [["fld_eq7d2k"], ["fld_no0001"]]


def test_a_property_is_set_and_taken_away() -> None:
    after = edit(
        make_inspection_app(),
        "set_form_item",
        form=FORM,
        field="fld_eq7d2k",
        property="show",
        value="failed > 0",
    )
    again = edit(after, "set_form_item", form=FORM, field="fld_eq7d2k", property="show")

    assert after["forms/inspection.json"]["layout"][0]["items"][1]["show"] == "failed > 0"
    assert again["forms/inspection.json"] == make_inspection_app()["forms/inspection.json"]


def test_properties_outside_the_list_cannot_be_set() -> None:
    documents = make_inspection_app()

    for property in ("id", "type", "name", "__class__"):
        refused = edit(
            documents, "set_field_property", entity=ENTITY, field="fld_st1n5v", property=property, value="x"
        )
        assert refused == ["command.property.unknown"]


def test_an_unknown_kind_is_refused() -> None:
    assert edit(make_inspection_app(), "polish") == ["command.kind.unknown"]


def test_an_edit_of_another_version_in_a_stored_draft_is_told() -> None:
    applied = apply(make_inspection_app(), Command("polish", {}))

    assert isinstance(applied, list)
    assert [(each.code, each.params) for each in applied] == [("command.kind.unknown", {"kind": "polish"})]
