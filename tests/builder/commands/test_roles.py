"""Edits of roles: what is given, taken and copied, and what is refused."""

from typing import Any

import pytest

from builder.commands.command import Command
from builder.commands.perform import complete, perform
from builder.publishing.impact import impact_of
from builder.words import said
from engine.metadata.load import load_definition
from tests.builder.fakes import FakeIds
from tests.factories.definitions import CUSTOMER, ORDER, load, make_role, make_sales_documents
from tests.factories.documents import Raw, make_field, make_label

SELLER = "rol_sell01"


def documents() -> dict[str, Raw]:
    seller = make_role(SELLER, "seller", {"entity": ORDER, "read": True}, administer=["people"])
    return make_sales_documents() | {"roles/seller.json": seller}


def do(before: dict[str, Any], kind: str, **params: object) -> Any:
    """Carry out a command; answer the documents after it, or the issues."""
    command = complete(before, Command(kind, params), FakeIds().document_id)
    if isinstance(command, list):
        return command
    done = perform(before, command)
    return done if isinstance(done, list) else done.documents


def codes(found: Any) -> list[str]:
    assert isinstance(found, list)
    return [each.code for each in found]


def told(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    impact = impact_of(load(before), load(after), (), {})
    return [said(each.words)["en"] for each in impact.differences]


def test_a_role_begins_with_nothing_and_a_name_from_its_label() -> None:
    after = do(documents(), "add_role", label=make_label("区域经理"))

    assert after["roles/区域经理.json"].keys() == {"schema", "id", "name", "label"}


def test_a_new_role_is_told_with_what_it_may_do() -> None:
    after = do(documents(), "add_role", label={"en": "Junior seller"}, like=SELLER)

    assert told(documents(), after) == [
        "New role “Junior seller”", "“Junior seller” gets rights on “order”: seeing",
    ]  # fmt: skip


def test_a_copy_has_the_rights_of_its_model_but_administers_nothing() -> None:
    after = do(documents(), "add_role", label={"en": "Junior seller"}, like=SELLER)

    assert after["roles/junior_seller.json"]["entities"] == [{"entity": ORDER, "read": True}]
    assert "administer" not in after["roles/junior_seller.json"]


def test_rights_are_given_for_several_entities_at_once_and_taken_away_again() -> None:
    given = do(
        documents(), "set_entity_rights", role=SELLER, entities=[ORDER, CUSTOMER],
        rights={"read": True, "update": "created_by = CURRENT_USER()"},
    )  # fmt: skip
    assert given["roles/seller.json"]["entities"] == [
        {"entity": ORDER, "read": True, "update": "created_by = CURRENT_USER()"},
        {"entity": CUSTOMER, "read": True, "update": "created_by = CURRENT_USER()"},
    ]
    assert told(documents(), given) == [
        "“seller” may change “order”: from “nothing” to “created_by = CURRENT_USER()”",
        "“seller” gets rights on “customer”: seeing, changing (some)",
    ]

    taken = do(
        given, "set_entity_rights", role=SELLER, entities=[CUSTOMER], rights={"read": False, "update": False}
    )

    assert [each["entity"] for each in taken["roles/seller.json"]["entities"]] == [ORDER]


@pytest.mark.parametrize(
    ("rights", "code"),
    [
        ({}, "command.param.missing"),
        ({"fly": True}, "command.property.unknown"),
        ({"exports": "TRUE"}, "command.param.type"),
        ({"read": 3}, "command.param.type"),
    ],
)
def test_what_is_no_right_is_refused(rights: dict[str, Any], code: str) -> None:
    found = do(documents(), "set_entity_rights", role=SELLER, entities=[ORDER], rights=rights)

    assert codes(found) == [code]


def test_several_fields_get_one_access_and_follow_the_others_again() -> None:
    fields = ["fld_onote1", "fld_ostat1"]
    masked = do(documents(), "set_fields_access", role=SELLER, entity=ORDER, fields=fields, access="masked")
    assert masked["roles/seller.json"]["entities"][0]["fields"] == dict.fromkeys(fields, "masked")

    again = do(masked, "set_fields_access", role=SELLER, entity=ORDER, fields=fields)

    assert again == documents()


def test_design_is_given_for_one_document_or_the_app_and_told() -> None:
    given = do(documents(), "set_design_right", role=SELLER, document=ORDER, effect="propose")
    raised = do(given, "set_design_right", role=SELLER, document=ORDER, effect="publish")
    assert raised["roles/seller.json"]["design"] == [{"document": ORDER, "effect": "publish"}]
    assert told(given, raised) == ["“seller” and the design of “order”: may publish changes"]
    assert do(raised, "set_design_right", role=SELLER, document=ORDER) == documents()
    assert codes(do(documents(), "set_design_right", role=SELLER, document=ORDER, effect="rule")) == [
        "command.param.type"
    ]
    assert codes(
        do(documents(), "set_design_right", role=SELLER, document="ent_none01", effect="propose")
    ) == ["command.document.missing"]


def test_what_a_role_runs_is_told_part_by_part() -> None:
    after = do(documents(), "set_role_property", role=SELLER, property="administer", value=["audit"])

    assert told(documents(), after) == [
        "“seller” now runs: the audit trail",
        "“seller” no longer runs: people and their roles",
    ]
    assert (
        "administer"
        not in do(after, "set_role_property", role=SELLER, property="administer", value=[])[
            "roles/seller.json"
        ]
    )


def test_a_role_that_nothing_needs_is_removed() -> None:
    assert "roles/seller.json" not in do(documents(), "remove_role", role=SELLER)


def test_a_role_that_a_formula_asks_for_stays_and_the_refusal_names_it() -> None:
    asking = documents()
    field = make_field(
        "fld_oasks1", "may", "formula", options={"expression": 'HAS_ROLE("seller")', "result": "boolean"}
    )
    order = asking["entities/order.json"]
    asking["entities/order.json"] = {**order, "fields": [*order["fields"], field]}
    assert not isinstance(load_definition(asking), list)

    refused = do(asking, "remove_role", role=SELLER)

    assert [(each.code, each.params["document.en"]) for each in refused] == [("command.role.used", "order")]
