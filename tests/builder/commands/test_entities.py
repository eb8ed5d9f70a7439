"""An entity comes ready for use and goes without leaving anything behind; its parts are edited by id."""

from typing import Any

from tests.builder.commands.test_add_field import ENTITY, edit
from tests.factories.documents import make_field, make_inspection_app, make_label

EQUIPMENT = "ent_m1z5b8"


def _app() -> dict[str, Any]:
    documents = make_inspection_app()
    role = documents["roles/inspector.json"]
    documents["roles/designer.json"] = {
        "schema": "tongdao/role/1", "id": "rol_dsgn01", "name": "designer", "label": make_label("Designer"),
        "design": [{"document": "app_7kq2m4", "effect": "publish"}],
    }  # fmt: skip
    role["views"] = []
    return documents


def _contract() -> dict[str, Any]:
    fields = [
        {"type": "money", "label": {"zh": "金额"}},
        {"type": "text", "label": {"zh": "合同名称"}, "required": True},
        {"type": "choice", "label": {"zh": "状态"}, "choices": [{"zh": "草稿"}, {"zh": "生效"}]},
        {"type": "long_text", "label": {"zh": "备注"}},
    ]
    return edit(_app(), "add_entity", label={"zh": "合同"}, fields=fields)


def test_an_entity_comes_with_form_list_navigation_and_rights() -> None:
    after = _contract()

    entity, form, view = (after[f"{folder}/合同.json"] for folder in ("entities", "forms", "views"))
    fields = {each["name"]: each for each in entity["fields"]}
    assert [each["field"] for each in form["layout"][0]["items"]] == [each["id"] for each in entity["fields"]]
    assert form["layout"][0]["items"][3]["span"] == 2
    assert [each["field"] for each in view["columns"]] == [
        fields[name]["id"] for name in ("金额", "合同名称", "状态")
    ]
    assert after["app.json"]["navigation"] == [{"view": view["id"]}]
    assert after["roles/designer.json"]["entities"][0]["delete"] is True
    assert [each["value"] for each in after["options/状态.json"]["choices"]] == ["草稿", "生效"]


def test_the_first_field_that_can_name_a_record_is_the_title() -> None:
    entity = _contract()["entities/合同.json"]

    assert entity["title"] == entity["fields"][1]["id"]


def test_named_roles_get_what_they_are_given_and_the_list_where_they_name_theirs() -> None:
    documents = _app()
    inspector = documents["roles/inspector.json"]["id"]

    after = edit(documents, "add_entity", label={"en": "Contract"}, rights={inspector: "read"})

    role = after["roles/inspector.json"]
    entity, view = after["entities/contract.json"]["id"], after["views/contract.json"]["id"]
    assert role["entities"][-1] == {"entity": entity, "read": True, "other_fields": "read"}
    assert role["views"] == [view]
    assert "entities" not in after["roles/designer.json"]


def test_a_field_that_cannot_be_made_is_named_by_its_place() -> None:
    documents = _app()

    assert edit(documents, "add_entity", label={"en": "X"}, fields=[{"type": "text"}]) == [
        "command.param.missing"
    ]
    assert edit(documents, "add_entity", label={"en": "X"}, rights={"rol_dsgn01": "own"}) == [
        "command.rights.unknown"
    ]


def test_two_entities_of_one_label_get_names_of_their_own() -> None:
    once = edit(_app(), "add_entity", label={"zh": "合同"})
    twice = edit(once, "add_entity", label={"zh": "合同"})

    assert {"entities/合同_2.json", "forms/合同_2.json", "views/合同_2.json"} <= set(twice)


def test_a_removed_entity_takes_everything_of_its_own_along() -> None:
    before = _app()
    made = edit(
        before, "add_entity", label={"zh": "合同"}, fields=[{"type": "text", "label": {"zh": "名称"}}]
    )

    after = edit(made, "remove_entity", entity=made["entities/合同.json"]["id"])

    assert set(after) == set(before)
    assert "navigation" not in after["app.json"]
    assert after["roles/designer.json"]["entities"] == []


def test_an_entity_that_others_link_to_stays() -> None:
    assert edit(_app(), "remove_entity", entity=EQUIPMENT) == ["command.entity.used"]


def test_a_renamed_entity_keeps_its_id_and_whatever_refers_to_it() -> None:
    before = _app()
    after = edit(before, "rename_entity", entity=ENTITY, name="巡检")

    assert after["entities/巡检.json"] == before["entities/inspection.json"] | {"name": "巡检"}
    assert edit(before, "rename_entity", entity=ENTITY, name="Equipment") == ["command.name.taken"]
    assert edit(before, "rename_entity", entity=ENTITY, name="a b") == ["command.name.impossible"]


def test_a_link_is_called_like_its_target_and_shown_at_once() -> None:
    after = edit(_app(), "add_link", entity=EQUIPMENT, target=ENTITY)

    field = after["entities/equipment.json"]["fields"][-1]
    assert (field["type"], field["label"], field["options"]) == (
        "link",
        make_label("inspection"),
        {"entity": ENTITY},
    )
    linked = edit(_app(), "add_link", entity=ENTITY, target=EQUIPMENT, label={"zh": "备用设备"})
    placed = linked["forms/inspection.json"]["layout"][-1]["items"][-1]["field"]
    assert placed == linked["entities/inspection.json"]["fields"][-1]["id"]


def test_checks_and_unique_combinations_come_change_and_go() -> None:
    documents = _app()
    del documents["entities/inspection.json"]["checks"]
    checked = edit(documents, "add_check", entity=ENTITY, expression="failed >= 0", message={"en": "No"})
    check = checked["entities/inspection.json"]["checks"][0]["id"]
    changed = edit(
        checked, "set_check", entity=ENTITY, check=check, property="expression", value="failed < 9"
    )
    unique = edit(changed, "add_unique", entity=ENTITY, fields=["fld_no0001", "fld_eq7d2k"])
    made = unique["entities/inspection.json"]["unique"][0]["id"]

    assert changed["entities/inspection.json"]["checks"][0]["expression"] == "failed < 9"
    assert edit(unique, "add_unique", entity=ENTITY, fields=["fld_eq7d2k", "fld_no0001"]) == [
        "command.unique.taken"
    ]
    bare = edit(unique, "remove_unique", entity=ENTITY, unique=made)
    assert edit(bare, "remove_check", entity=ENTITY, check=check) == documents
    assert edit(documents, "remove_check", entity=ENTITY, check=check) == ["command.part.missing"]


def test_a_title_that_is_removed_passes_to_the_next_field_that_can_name_a_record() -> None:
    documents = _app()
    entity = documents["entities/equipment.json"]
    entity["fields"].append(make_field("fld_nick01", "nickname"))
    first = entity["fields"][0]["id"]
    entity["title"] = first
    documents["roles/inspector.json"]["entities"][0]["read"] = True

    after = edit(documents, "remove_field", entity=EQUIPMENT, field=first)

    assert after["entities/equipment.json"]["title"] == "fld_nick01"
