"""Publishing roles: nobody lifts themselves, and nobody gives what they do not hold."""

from typing import Any

import pytest

from builder.drafts.authority import authority_of
from builder.publishing.role_rights import role_refusals
from engine.access.principal import SYSTEM, Principal
from engine.metadata.load import assemble
from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_documents
from tests.factories.documents import Raw, make_field

APP = "app_7kq2m4"
WHOLE, SINGLE, BOSS, TARGET = "rol_whole1", "rol_singl1", "rol_boss01", "rol_targt1"
OWN = 'status = "draft"'
PUBLISHER = Principal("u1", "human", frozenset({WHOLE}), "u1")
ROLE_DESIGNER = Principal("u2", "human", frozenset({SINGLE}), "u2")
ADMINISTRATOR = Principal("u3", "human", frozenset({BOSS}), "u3")


def documents(target: Raw | None = None) -> dict[str, Raw]:
    """Return an app with a publisher of all of it, the designer of one role, and that role."""
    customer = {"entity": CUSTOMER, "read": True, "fields": {"fld_climit": "hidden"}}
    order = {"entity": ORDER, "read": OWN, "update": True}
    found = make_sales_documents() | {
        "roles/whole.json": make_role(WHOLE, "whole", design=[{"document": APP, "effect": "publish"}]),
        "roles/single.json": make_role(
            SINGLE, "single", customer, order, design=[{"document": TARGET, "effect": "publish"}]
        ),
        "roles/boss.json": make_role(BOSS, "boss", administer=["people", "roles"]),
    }
    return found | ({"roles/target.json": target} if target else {})


def refused(after: Raw | None, by: Principal, before: Raw | None = None) -> list[str]:
    """Return the codes of what changing the target role is refused for."""
    was, now = documents(before or make_role(TARGET, "target")), documents(after)
    return [each.code for each in role_refusals(was, now, authority_of(assemble(was), by), by)]


def giving(*entities: Raw, **more: Any) -> list[str]:
    return refused(make_role(TARGET, "target", *entities, **more), ROLE_DESIGNER)


def test_who_publishes_the_whole_app_gives_any_right_on_its_data() -> None:
    role = make_role(TARGET, "target", {"entity": CUSTOMER, "read": True, "delete": True}, explore=True)

    assert refused(role, PUBLISHER) == []


@pytest.mark.parametrize("by", [PUBLISHER, ROLE_DESIGNER])
def test_only_who_administers_roles_makes_administrators(by: Principal) -> None:
    role = make_role(TARGET, "target", administer=["people"])

    assert refused(role, by) == ["design.role.administer"]
    assert refused(make_role(TARGET, "target"), by, before=role) == ["design.role.administer"]
    assert refused(None, by, before=role) == ["design.role.administer"]
    assert refused(role, ADMINISTRATOR) == []
    assert refused(role, SYSTEM) == []


def test_a_new_role_that_administers_is_refused_as_well() -> None:
    was = documents()
    now = documents(make_role(TARGET, "target", administer=["roles"]))

    found = role_refusals(was, now, authority_of(assemble(was), PUBLISHER), PUBLISHER)

    assert [(each.code, each.path) for each in found] == [
        ("design.role.administer", ("roles", "target", "administer"))
    ]


def test_what_one_holds_oneself_may_be_given() -> None:
    assert giving({"entity": CUSTOMER, "read": True, "fields": {"fld_climit": "hidden"}}) == []
    assert giving({"entity": ORDER, "read": 'status="draft"', "other_fields": "read"}) == []


def test_more_records_than_ones_own_are_not_given() -> None:
    assert giving({"entity": ORDER, "read": True, "other_fields": "read"}) == ["design.role.rows"]
    assert giving({"entity": ORDER, "read": OWN, "delete": OWN}) == ["design.role.rows"]
    assert giving(
        {"entity": CUSTOMER, "read": True, "exports": True, "fields": {"fld_climit": "hidden"}}
    ) == ["design.role.rows"]


def test_a_field_that_is_hidden_from_oneself_is_not_shown_to_others() -> None:
    assert "design.role.field" in giving({"entity": CUSTOMER, "read": True})


def test_what_the_role_had_may_stay_and_may_go() -> None:
    everything = make_role(TARGET, "target", {"entity": CUSTOMER, "read": True, "delete": True})
    less = make_role(TARGET, "target", {"entity": CUSTOMER, "read": True})

    assert refused(less, ROLE_DESIGNER, before=everything) == []


def test_own_questions_and_the_design_of_others_are_not_given() -> None:
    assert giving(explore=True) == ["design.role.explore"]
    assert giving(design=[{"document": CUSTOMER, "effect": "propose"}]) == ["design.role.design"]
    assert giving(design=[{"document": TARGET, "effect": "publish"}]) == []


def test_new_fields_hold_nothing_yet_and_may_be_given() -> None:
    target = make_role(TARGET, "target", {"entity": CUSTOMER, "read": True, "other_fields": "hidden"})
    was, now = documents(target), documents(target)
    fields = [*now["entities/customer.json"]["fields"], make_field("fld_cnew01", "nickname")]
    now["entities/customer.json"] = {**now["entities/customer.json"], "fields": fields}
    rights = {**target["entities"][0], "fields": {"fld_cnew01": "read"}}
    now["roles/target.json"] = {**target, "entities": [rights]}

    assert role_refusals(was, now, authority_of(assemble(was), ROLE_DESIGNER), ROLE_DESIGNER) == []


def test_nobody_lifts_their_own_role_by_designing_it() -> None:
    """Rights are judged by the roles as they are published, not as they are about to be."""
    was = documents(make_role(TARGET, "target"))
    single = dict(was["roles/single.json"])
    grants = [*single["design"], {"document": SINGLE, "effect": "publish"}]
    was["roles/single.json"] = {**single, "design": grants}
    lifted = {**single, "design": grants, "entities": [{"entity": ORDER, "read": True, "update": True}]}
    now = {**was, "roles/single.json": lifted}

    found = role_refusals(was, now, authority_of(assemble(was), ROLE_DESIGNER), ROLE_DESIGNER)

    assert "design.role.rows" in [each.code for each in found]
