"""Edits of several items of a form at once: moved, set, taken off, pasted."""

from typing import Any

import pytest

from tests.builder.commands.test_add_field import ENTITY, FORM, edit
from tests.factories.documents import make_field, make_inspection_app

NO, LINES, STATUS, FAILED = "fld_no0001", "fld_ln9s3c", "fld_st1n5v", "fld_fc8m4u"
FILE = "forms/inspection.json"


def documents() -> dict[str, Any]:
    made = make_inspection_app()
    form = made[FILE]
    form["layout"] = [
        {"id": "sec_first1", "items": [{"field": NO}, {"field": LINES, "span": 2}, {"field": STATUS}]},
        {"id": "sec_other1", "items": [{"field": FAILED}]},
    ]
    return made


def placed(after: Any) -> list[list[str]]:
    return [[item["field"] for item in section["items"]] for section in after[FILE]["layout"]]


def test_several_move_together_and_keep_their_order() -> None:
    after = edit(
        documents(), "move_form_items", form=FORM, fields=[STATUS, NO], section="sec_other1", index=1
    )

    assert placed(after) == [[LINES], [FAILED, NO, STATUS]]


def test_a_property_is_set_on_all_of_them() -> None:
    after = edit(
        documents(), "set_form_items", form=FORM, fields=[NO, FAILED], property="show", value="failed > 0"
    )

    items = [item for section in after[FILE]["layout"] for item in section["items"] if "show" in item]
    assert [item["field"] for item in items] == [NO, FAILED]


def test_several_are_taken_off() -> None:
    assert placed(edit(documents(), "remove_form_items", form=FORM, fields=[LINES, FAILED])) == [
        [NO, STATUS],
        [],
    ]


@pytest.mark.parametrize(
    ("fields", "code"),
    [([], "command.items.choice"), ([NO, NO], "command.items.choice"), (["fld_absent"], "command.item.missing")],
)  # fmt: skip
def test_a_choice_that_makes_no_sense_is_refused(fields: list[str], code: str) -> None:
    assert edit(documents(), "remove_form_items", form=FORM, fields=fields) == [code]


def test_a_pasted_field_of_the_form_becomes_another_field_beside_it() -> None:
    original = documents()["entities/inspection.json"]["fields"][4]
    after = edit(documents(), "paste_fields", form=FORM, copied=[original], section="sec_other1", index=0)
    again = edit(after, "paste_fields", form=FORM, copied=[original], section="sec_other1", index=0)

    [*_, first, second] = again["entities/inspection.json"]["fields"]
    assert [each["label"]["en"] for each in (first, second)] == ["status 2", "status 3"]
    assert [each["name"] for each in (first, second)] == ["status_2", "status_3"]
    assert first["options"] == original["options"]
    assert placed(again)[1] == [second["id"], first["id"], FAILED]


def test_columns_of_pasted_lines_have_ids_of_their_own() -> None:
    original = documents()["entities/inspection.json"]["fields"][2]
    after = edit(documents(), "paste_fields", form=FORM, copied=[original])

    made = after["entities/inspection.json"]["fields"][-1]
    before = {each["id"] for each in original["options"]["fields"]}
    assert before.isdisjoint(each["id"] for each in made["options"]["fields"])
    assert after[FILE]["layout"][-1]["items"][-1] == {"field": made["id"], "span": 2}


def test_a_cut_field_of_the_entity_is_placed_again() -> None:
    cut = edit(documents(), "remove_form_items", form=FORM, fields=[STATUS])
    original = cut["entities/inspection.json"]["fields"][4]
    after = edit(cut, "paste_fields", form=FORM, copied=[original], section="sec_other1")

    assert placed(after) == [[NO, LINES], [FAILED, STATUS]]
    assert after["entities/inspection.json"] == cut["entities/inspection.json"]


def test_a_field_of_another_entity_becomes_one_here() -> None:
    foreign = make_field("fld_foreign", "batch no", "integer")
    after = edit(documents(), "paste_fields", form=FORM, copied=[foreign])

    made = after["entities/inspection.json"]["fields"][-1]
    assert (made["name"], made["type"]) == ("batch_no", "integer")


def test_what_is_no_field_is_not_pasted() -> None:
    assert edit(documents(), "paste_fields", form=FORM, copied=[{"name": "x"}]) == ["command.field.missing"]
    assert edit(documents(), "paste_fields", form=FORM, copied=[{"id": "fld_x00001"}]) == [
        "command.field.missing"
    ]


def test_a_form_is_arranged_in_steps_with_columns_and_text_of_its_sections() -> None:
    after = edit(documents(), "set_form_property", form=FORM, property="arrangement", value="steps")
    after = edit(after, "set_section", form=FORM, section="sec_first1", property="columns", value=3)
    after = edit(
        after, "set_section", form=FORM, section="sec_first1", property="help", value={"en": "First"}
    )

    assert after[FILE]["arrangement"] == "steps"
    assert after[FILE]["layout"][0] | {"items": []} == {
        "id": "sec_first1", "columns": 3, "help": {"en": "First"}, "items": [],
    }  # fmt: skip


def test_renaming_reaches_conditions_over_candidates_on_both_sides() -> None:
    made = documents()
    made["entities/equipment.json"]["fields"].append(make_field("fld_kind01", "kind"))
    made[FILE]["layout"][0]["items"].append({"field": "fld_eq7d2k", "candidates": "kind = record.status"})

    after = edit(made, "rename_field", entity=ENTITY, field=STATUS, name="state")
    after = edit(after, "rename_field", entity="ent_m1z5b8", field="fld_kind01", name="sort")

    assert after[FILE]["layout"][0]["items"][-1]["candidates"] == "sort = record.state"
