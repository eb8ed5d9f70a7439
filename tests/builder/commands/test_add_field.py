"""Adding a field: where it lands, how it is called, what comes with it, and what is refused."""

from typing import Any

import pytest

from builder.commands.command import Command
from builder.commands.perform import Applied, complete, perform
from tests.builder.fakes import FakeIds
from tests.factories.documents import make_inspection_app

ENTITY = "ent_h3v6w9"
FORM = "frm_q8w1e2"
IDS = FakeIds()


def edit(documents: Any, kind: str, **params: Any) -> Any:
    """Complete and perform a command; return the documents after it, or the codes of its refusal."""
    command = complete(documents, Command(kind, params), IDS.document_id)
    performed = command if isinstance(command, list) else perform(documents, command)
    if isinstance(performed, Applied):
        return performed.documents
    return [issue.code for issue in performed]


def _added(label: dict[str, str], **more: Any) -> dict[str, Any]:
    after = edit(make_inspection_app(), "add_field", entity=ENTITY, type="text", label=label, **more)
    return after["entities/inspection.json"]["fields"][-1]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ({"zh": "折扣原因", "en": "Discount reason"}, "折扣原因"),
        ({"en": "Discount reason", "zh": "折扣原因"}, "discount_reason"),
        ({"zh": "2号仓 备注"}, "_2号仓_备注"),
        ({"zh": "状态", "en": "status"}, "状态"),
        ({"en": "Status"}, "status_2"),
        ({"en": "ID"}, "id_2"),
        ({"zh": "⭐⭐⭐"}, "text"),
        ({"zh": "＄金额（含税）"}, "金额_含税"),
    ],
    ids=lambda value: value if isinstance(value, str) else "/".join(value.values()),
)
def test_the_name_comes_from_the_label_in_any_script(label: dict[str, str], name: str) -> None:
    assert _added(label)["name"] == name


def test_a_chinese_name_longer_than_63_bytes_keeps_its_characters() -> None:
    label = {"zh": "客户要求的特别折扣原因说明以及区域经理的书面批准文件编号备注"}

    name = _added(label)["name"]

    assert name == label["zh"]
    assert len(name.encode()) > 63


def test_two_long_labels_that_begin_alike_get_different_names() -> None:
    documents = make_inspection_app()
    for _ in range(2):
        documents = edit(documents, "add_field", entity=ENTITY, type="text", label={"zh": "说明" * 60})

    names = [each["name"] for each in documents["entities/inspection.json"]["fields"][-2:]]

    assert names[0] != names[1]
    assert max(map(len, names)) <= 64


@pytest.mark.parametrize("text", ["'; DROP TABLE e_x; --", "<img src=x onerror=alert(1)>", '"] OR 1=1'])
def test_a_label_is_data_whatever_it_looks_like(text: str) -> None:
    field = _added({"zh": text})

    assert field["label"] == {"zh": text}
    assert not set(field["name"]) & set("'\";<>() -")


def test_a_field_lands_on_the_form_where_it_was_dropped() -> None:
    after = edit(
        make_inspection_app(), "add_field", entity=ENTITY, type="money", label={"zh": "费用"},
        form=FORM, section="sec_q8w1e2", index=1, span=2,
    )  # fmt: skip

    items = after["forms/inspection.json"]["layout"][0]["items"]
    assert items[1] == {"field": after["entities/inspection.json"]["fields"][-1]["id"], "span": 2}


def test_a_choice_field_brings_its_own_list() -> None:
    after = edit(
        make_inspection_app(), "add_field", entity=ENTITY, type="choice", label={"zh": "等级"},
        choices=[{"zh": "高", "en": "High"}, {"zh": "低", "en": "Low"}],
    )  # fmt: skip

    options = after["options/等级.json"]
    assert [each["value"] for each in options["choices"]] == ["高", "低"]
    assert after["entities/inspection.json"]["fields"][-1]["options"] == {"list": options["id"]}


def test_a_column_of_detail_lines_can_be_added() -> None:
    after = edit(
        make_inspection_app(),
        "add_field",
        entity=ENTITY,
        type="text",
        label={"zh": "备注"},
        lines="fld_ln9s3c",
    )

    assert after["entities/inspection.json"]["fields"][2]["options"]["fields"][-1]["name"] == "备注"


def test_access_of_roles_is_set_with_the_field() -> None:
    after = edit(
        make_inspection_app(), "add_field", entity=ENTITY, type="text", label={"zh": "备注"},
        access={"rol_i3n5s7": "hidden"},
    )  # fmt: skip

    assert "hidden" in after["roles/inspector.json"]["entities"][0]["fields"].values()


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"entity": "ent_absent"}, "command.document.missing"),
        ({"type": "blob"}, "document.value.enum"),
        ({"name": "status"}, "command.name.taken"),
        ({"name": "drop table"}, "document.value.pattern"),
        ({"id": "fld_no0001"}, "document.id.duplicate"),
        ({"type": "link", "options": {"entity": "ent_absent0"}}, "reference.target.missing"),
        ({"type": "link"}, "document.property.missing"),
        ({"lines": "fld_no0001"}, "command.field.not_lines"),
        ({"form": FORM, "section": "sec_absent"}, "command.section.missing"),
        ({"label": "费用"}, "command.param.type"),
        ({"colour": "red"}, "command.param.unknown"),
    ],
    ids=lambda value: value if isinstance(value, str) else ", ".join(value),
)
def test_what_does_not_fit_is_refused_with_its_reason(params: dict[str, Any], code: str) -> None:
    given = {"entity": ENTITY, "type": "text", "label": {"zh": "费用"}} | params

    assert code in edit(make_inspection_app(), "add_field", **given)
