import pytest

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import SYSTEM, Principal
from engine.expressions.print import print_node
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition, places
from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_definition

SELLER = make_role(
    "rol_seller", "seller",
    {"entity": ORDER, "read": "created_by = CURRENT_USER()", "create": True,
     "update": 'status = "draft"', "fields": {"fld_ostat1": "read", "fld_orebat": "hidden"}},
    {"entity": CUSTOMER, "read": True, "other_fields": "read", "fields": {"fld_crate1": "hidden"}},
)  # fmt: skip
DIRECTOR = make_role(
    "rol_direct", "director",
    {"entity": ORDER, "read": 'status <> "draft"', "exports": True, "imports": True, "create": True},
    {"entity": CUSTOMER, "read": True, "fields": {"fld_climit": "masked"}},
)  # fmt: skip
CLERK = make_role("rol_clerk1", "clerk", {"entity": ORDER, "read": True, "other_fields": "read"})


@pytest.fixture(scope="module")
def definition() -> Definition:
    return make_sales_definition(SELLER, DIRECTOR, CLERK)


def person(*roles: str, **more) -> Principal:
    return Principal("per_1", "human", frozenset(roles), user="u1", **more)


def decide(
    definition: Definition, principal: Principal, action: str = "read", entity: str = ORDER
) -> Decision:
    decision = authorize(definition, principal, action, entity)
    assert isinstance(decision, Decision), decision
    return decision


@pytest.mark.parametrize("action", ["read", "create", "update", "delete", "export", "import"])
def test_without_a_role_nothing_is_allowed(definition, action):
    refusal = authorize(definition, person(), action, ORDER)

    assert refusal == Issue("access.entity.denied", params={"action": action, "entity": "order"})


@pytest.mark.parametrize(("action", "allowed"), [
    ("read", True), ("create", True), ("update", True), ("delete", False), ("export", False), ("import", False),
])  # fmt: skip
def test_a_role_allows_what_it_says_and_nothing_else(definition, action, allowed):
    assert isinstance(authorize(definition, person("rol_seller"), action, ORDER), Decision) is allowed


def test_an_unknown_entity_and_an_unknown_role_give_nothing(definition):
    assert authorize(definition, person("rol_seller"), "read", "ent_none01").code == "access.entity.unknown"
    assert authorize(definition, person("rol_gone00"), "read", ORDER).code == "access.entity.denied"


def test_row_rules_of_several_roles_add_up(definition):
    decision = decide(definition, person("rol_seller", "rol_direct"))

    assert set(print_node(decision.row)[3:-1].split(", ")) == {
        "created_by = CURRENT_USER()", 'status <> "draft"',
    }  # fmt: skip


def test_a_role_without_condition_makes_the_others_conditions_irrelevant(definition):
    assert decide(definition, person("rol_seller", "rol_clerk1")).row is True


def test_fields_are_as_the_most_generous_role_says(definition):
    alone = decide(definition, person("rol_seller"), "create")
    together = decide(definition, person("rol_seller", "rol_direct"), "create")

    assert "fld_ostat1" not in alone.writable
    assert "fld_ostat1" in together.writable


def test_a_hidden_field_is_in_no_set(definition):
    decision = decide(definition, person("rol_seller"))

    assert "fld_orebat" not in decision.readable | decision.masked | decision.writable


def test_reading_lets_nothing_be_written(definition):
    assert decide(definition, person("rol_seller")).writable == frozenset()


def test_a_masked_field_is_not_readable(definition):
    decision = decide(definition, person("rol_direct"), entity=CUSTOMER)

    assert decision.masked == {"fld_climit"}
    assert "fld_climit" not in decision.readable


def test_a_formula_over_a_hidden_field_is_hidden_unless_listed(definition):
    seller = decide(definition, person("rol_seller"))
    clerk = decide(definition, person("rol_clerk1"))
    both = decide(definition, person("rol_clerk1", "rol_direct"))

    assert "fld_orebat" not in seller.readable
    assert (
        "fld_orebat" not in clerk.readable
    )  # the discount is a field of the customer, whom a clerk cannot see
    assert "fld_orebat" in both.readable


def test_a_lookup_is_not_shown_further_than_its_source(definition):
    assert "fld_olevel" in decide(definition, person("rol_seller")).readable
    assert "fld_olevel" not in decide(definition, person("rol_clerk1")).readable


def test_columns_of_detail_lines_are_never_shown_further_than_the_lines():
    role = make_role("rol_blind1", "blind", {
        "entity": ORDER, "read": True, "update": True,
        "fields": {"fld_oline1": "read", "fld_lpric1": "edit", "fld_lquan1": "hidden"},
    })  # fmt: skip
    definition = make_sales_definition(role)

    decision = decide(definition, person("rol_blind1"), "update")

    assert {"fld_lprod1", "fld_lpric1"} <= decision.readable
    assert decision.writable.isdisjoint({"fld_lprod1", "fld_lpric1"})
    assert {"fld_lquan1", "fld_lamou1", "fld_ototal"}.isdisjoint(decision.readable)


def test_the_installation_itself_may_do_everything(definition):
    decision = decide(definition, SYSTEM, "update")

    every = {place.field.id for place in places(definition.entities[ORDER])}
    assert decision.row is True
    assert decision.readable == decision.writable == every


@pytest.mark.parametrize(("scopes", "allowed"), [
    ({"read"}, True), ({"all"}, True), ({f"read:{ORDER}"}, True), ({"all:app_7kq2m4"}, True),
    (set(), False), ({"create"}, False), ({f"read:{CUSTOMER}"}, False), ({"all:app_other1"}, False),
])  # fmt: skip
def test_scopes_narrow_a_token(definition, scopes, allowed):
    token = Principal("tok_1", "token", frozenset({"rol_clerk1"}), scopes=frozenset(scopes))

    answer = authorize(definition, token, "read", ORDER)

    assert isinstance(answer, Decision) is allowed
    assert allowed or answer.code == "access.scope.missing"


def test_a_scope_never_widens(definition):
    token = Principal("tok_1", "token", frozenset({"rol_clerk1"}), scopes=frozenset({"all"}))

    assert authorize(definition, token, "delete", ORDER).code == "access.entity.denied"


def test_exporting_needs_the_right_to_export_and_shows_only_what_may_be_read(definition):
    decision = decide(definition, person("rol_seller", "rol_direct"), "export")

    assert print_node(decision.row) == 'status <> "draft"'


def test_fingerprints_tell_people_rights_and_epochs_apart(definition):
    one = decide(definition, person("rol_seller")).fingerprint

    assert one == decide(definition, person("rol_seller")).fingerprint
    assert one != decide(definition, person("rol_seller", epoch=1)).fingerprint
    assert one != decide(definition, person("rol_clerk1")).fingerprint
    assert one != decide(definition, Principal("per_2", "human", frozenset({"rol_seller"}), "u2")).fingerprint
