from engine.access.mask import mask
from engine.access.principal import Principal
from engine.access.rights import rights_of
from engine.access.scopes import is_scope
from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_definition

ROLE = make_role(
    "rol_seller", "seller",
    {"entity": ORDER, "read": True, "create": True, "fields": {"fld_onote1": "read", "fld_ostat1": "hidden"}},
    {"entity": CUSTOMER, "read": True, "fields": {"fld_climit": "masked"}, "other_fields": "read"},
)  # fmt: skip
SELLER = Principal("per_1", "human", frozenset({"rol_seller"}))


def test_rights_name_actions_and_the_access_to_each_field():
    definition = make_sales_definition(ROLE)

    order = rights_of(definition, SELLER, ORDER)
    customer = rights_of(definition, SELLER, CUSTOMER)

    assert order.actions == {"read", "create"}
    assert [order.fields[id] for id in ("fld_odate1", "fld_onote1", "fld_ostat1")] == [
        "edit",
        "read",
        "hidden",
    ]
    assert [customer.fields[id] for id in ("fld_cname1", "fld_climit")] == ["read", "masked"]


def test_nobody_has_rights_on_what_does_not_exist():
    rights = rights_of(make_sales_definition(ROLE), SELLER, "ent_none01")

    assert not rights.actions
    assert not rights.fields


def test_a_mask_shows_the_ends_of_a_long_text_and_of_others_only_that_something_is_there():
    assert mask("+8613800138000") == "+8••••00"
    assert mask("short") == "••••"
    assert mask(5) == "••••"
    assert mask(None) is None


def test_scopes_have_an_action_and_may_have_a_place():
    assert all(map(is_scope, ["read", "all", "create:ent_h3v6w9", "all:app_7kq2m4"]))
    assert not any(map(is_scope, ["", "write", "read:", "read:order", ":ent_h3v6w9"]))
