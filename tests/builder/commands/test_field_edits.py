"""Fields move, double, change type and are set many at once; option lists are edited choice by choice."""

from typing import Any

from tests.builder.commands.test_add_field import ENTITY, edit
from tests.factories.documents import make_inspection_app

LIST = "opt_st0042"


def _names(documents: Any) -> list[str]:
    return [each["name"] for each in documents["entities/inspection.json"]["fields"]]


def test_a_field_moves_among_its_siblings() -> None:
    before = make_inspection_app()

    first = edit(before, "move_field", entity=ENTITY, field="fld_st1n5v", index=0)
    last = edit(before, "move_field", entity=ENTITY, field="fld_no0001")

    assert _names(first) == ["status", "no", "equipment", "lines", "failed"]
    assert _names(last) == ["equipment", "lines", "failed", "status", "no"]


def test_a_column_moves_among_the_columns() -> None:
    after = edit(make_inspection_app(), "move_field", entity=ENTITY, field="fld_ok3k1s", index=0)

    columns = after["entities/inspection.json"]["fields"][2]["options"]["fields"]
    assert [each["name"] for each in columns] == ["ok", "item", "reading", "maximum"]


def test_a_duplicate_stands_beside_its_original_with_the_same_rights() -> None:
    after = edit(make_inspection_app(), "duplicate_field", entity=ENTITY, field="fld_st1n5v")

    made = after["entities/inspection.json"]["fields"][-1]
    assert (made["name"], made["label"]["en"], made["options"]) == ("status_2", "status 2", {"list": LIST})
    rights = after["roles/inspector.json"]["entities"][0]["fields"]
    assert rights[made["id"]] == rights["fld_st1n5v"]


def test_duplicated_detail_lines_have_columns_of_their_own() -> None:
    after = edit(make_inspection_app(), "duplicate_field", entity=ENTITY, field="fld_ln9s3c")

    entity = after["entities/inspection.json"]
    one, other = (entity["fields"][at]["options"]["fields"] for at in (2, 3))
    assert [each["name"] for each in one] == [each["name"] for each in other]
    assert {each["id"] for each in one}.isdisjoint(each["id"] for each in other)


def test_several_fields_are_set_at_once() -> None:
    fields = ["fld_no0001", "fld_st1n5v"]
    after = edit(
        make_inspection_app(),
        "set_fields_property",
        entity=ENTITY,
        fields=fields,
        property="indexed",
        value=True,
    )

    assert [each.get("indexed") for each in after["entities/inspection.json"]["fields"]] == [
        True, None, None, None, True,
    ]  # fmt: skip
    assert edit(make_inspection_app(), "set_fields_property", entity=ENTITY, fields=[], property="help") == [
        "command.fields.none"
    ]


def test_a_field_that_changes_type_keeps_the_settings_that_still_mean_something() -> None:
    documents = make_inspection_app()
    documents["entities/inspection.json"]["fields"].append(
        {"id": "fld_sm0001", "name": "sum", "type": "money", "label": {"en": "Sum"},
         "required": True, "options": {"scale": 3, "currency": "EUR"}}
    )  # fmt: skip

    after = edit(documents, "change_field_type", entity=ENTITY, field="fld_sm0001", type="decimal")

    made = after["entities/inspection.json"]["fields"][-1]
    assert (made["type"], made["options"], made["required"]) == ("decimal", {"scale": 3}, True)


def test_a_text_that_becomes_a_choice_gets_a_list() -> None:
    documents = make_inspection_app()
    added = edit(documents, "add_field", entity=ENTITY, type="text", label={"zh": "结果"})
    field = added["entities/inspection.json"]["fields"][-1]["id"]

    after = edit(
        added, "change_field_type", entity=ENTITY, field=field, type="choice", choices=[{"zh": "合格"}]
    )

    made = after["options/结果.json"]
    assert after["entities/inspection.json"]["fields"][-1]["options"] == {"list": made["id"]}
    assert [each["value"] for each in made["choices"]] == ["合格"]


def test_types_that_cannot_be_converted_are_refused() -> None:
    documents = make_inspection_app()

    for type, code in (("lines", "command.type.fixed"), ("colour", "command.type.unknown")):
        assert edit(documents, "change_field_type", entity=ENTITY, field="fld_eq7d2k", type=type) == [code]
    assert edit(documents, "change_field_type", entity=ENTITY, field="fld_no0001", type="text") == [
        "command.type.fixed"
    ]


def _values(documents: Any) -> list[str]:
    return [each["value"] for each in documents["options/status.json"]["choices"]]


def test_choices_are_pasted_without_repeating_what_is_there() -> None:
    pasted = [{"en": "OPEN"}, {"en": "Waiting"}, {"en": "Waiting "}]

    after = edit(make_inspection_app(), "paste_choices", list=LIST, choices=[{"zh": "Open"}, *pasted[1:]])

    assert _values(after) == ["open", "done", "waiting"]
    assert edit(after, "paste_choices", list=LIST, choices=pasted[1:]) == ["command.choices.none"]


def test_choices_move_and_go() -> None:
    moved = edit(make_inspection_app(), "move_choice", list=LIST, choice="done", index=0)
    gone = edit(moved, "remove_choice", list=LIST, choice="done")

    assert (_values(moved), _values(gone)) == (["done", "open"], ["open"])
    assert edit(gone, "remove_choice", list=LIST, choice="done") == ["command.choice.missing"]


def test_a_list_comes_with_choices_and_goes_when_nothing_chooses_from_it() -> None:
    before = make_inspection_app()
    after = edit(before, "add_options", label={"zh": "等级"}, choices=[{"zh": "高"}, {"zh": "低"}])
    made = after["options/等级.json"]

    assert [each["value"] for each in made["choices"]] == ["高", "低"]
    assert edit(after, "remove_options", list=made["id"]) == before
    assert edit(after, "remove_options", list=LIST) == ["command.options.used"]


def test_pasted_fields_come_at_once_and_take_what_room_the_list_has() -> None:
    documents = make_inspection_app()
    documents["views/all.json"] = {
        "schema": "tongdao/view/1", "id": "viw_all001", "name": "all", "label": {"en": "All"},
        "entity": ENTITY, "columns": [{"field": "fld_no0001"}],
    }  # fmt: skip
    labels = [{"type": "text", "label": {"zh": "备注"}} for _ in range(9)]

    after = edit(documents, "add_fields", entity=ENTITY, fields=labels, form="frm_q8w1e2", view="viw_all001")

    assert _names(after)[-2:] == ["备注_8", "备注_9"]
    assert len(after["views/all.json"]["columns"]) == 8
    assert len(after["forms/inspection.json"]["layout"][-1]["items"]) >= 9
    assert edit(documents, "add_fields", entity=ENTITY, fields=[]) == ["command.fields.none"]
