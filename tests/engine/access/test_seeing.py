"""Looking with somebody else's eyes: what both may see, and never what a task grants."""

from hypothesis import given
from hypothesis import strategies as st

from engine.access.authorize import authorize
from engine.access.decision import ACTIONS, Decision
from engine.access.fixing import fixed
from engine.access.principal import Grant, Principal
from engine.expressions.parse import parse
from engine.expressions.print import print_node
from engine.kernel.issue import Issue
from tests.factories.definitions import CUSTOMER, ORDER, load, make_formula, make_role, make_sales_documents
from tests.factories.documents import make_field

OWN = "created_by = CURRENT_USER()"
SELLER = make_role(
    "rol_seller", "seller",
    {"entity": ORDER, "read": OWN, "update": OWN, "delete": True, "fields": {"fld_onote1": "masked"}},
    {"entity": CUSTOMER, "read": True},
)  # fmt: skip
BOSS = make_role("rol_boss01", "boss", {"entity": ORDER, "read": True, "fields": {"fld_ostat1": "hidden"}})
CLERK = make_role("rol_clerk1", "clerk", {"entity": ORDER, "read": f'OR({OWN}, HAS_ROLE("boss"))'})
DOCUMENTS = make_sales_documents() | {f"roles/{role['name']}.json": role for role in (SELLER, BOSS, CLERK)}
DEFINITION = load(DOCUMENTS)
ROLES = tuple(DEFINITION.roles)


def person(id: str, *roles: str, **more: object) -> Principal:
    return Principal(id, "human", frozenset(roles), id, **more)  # type: ignore[arg-type]


def seen(
    principal: Principal, viewer: Principal, action: str = "read", entity: str = ORDER
) -> Decision | Issue:
    looked_at = Principal(
        principal.id, "human", principal.roles, principal.user, grant=principal.grant, seen_by=viewer
    )
    return authorize(DEFINITION, looked_at, action, entity)  # type: ignore[arg-type]


def rule(decision: Decision | Issue) -> str:
    assert isinstance(decision, Decision)
    return "TRUE" if decision.row is True else print_node(decision.row)


def test_who_reads_everything_sees_just_what_the_person_sees() -> None:
    everything = Principal("admin", "system")
    for action in ACTIONS:
        for role in ROLES:
            own = authorize(DEFINITION, person("lina", role), action, ORDER)
            found = seen(person("lina", role), everything, action)
            assert isinstance(found, Decision) == isinstance(own, Decision)
            if isinstance(own, Decision) and isinstance(found, Decision):
                assert (found.row, found.readable, found.writable, found.masked) == (
                    own.row, own.readable, own.writable, own.masked,
                )  # fmt: skip


def test_a_field_hidden_from_who_looks_stays_hidden() -> None:
    found = seen(person("lina", "rol_seller"), person("admin", "rol_boss01"))

    assert isinstance(found, Decision)
    assert "fld_ostat1" not in found.readable | found.masked | found.writable
    assert "fld_onote1" in found.masked
    assert rule(found) == OWN


def test_the_rule_of_who_looks_means_who_looks() -> None:
    found = seen(person("lina", "rol_boss01"), person("admin", "rol_clerk1"))

    assert rule(found) == 'OR(created_by = "admin", FALSE)'


def test_an_entity_who_looks_may_not_read_is_not_seen() -> None:
    found = seen(person("lina", "rol_seller"), person("admin", "rol_boss01"), entity=CUSTOMER)

    assert isinstance(found, Issue)


def test_what_a_task_grants_is_the_persons_alone() -> None:
    grant = Grant(ORDER, frozenset({"fld_ostat1"}))

    assert isinstance(seen(person("lina", grant=grant), Principal("admin", "system")), Issue)


def test_a_rule_over_a_computed_field_cannot_be_said_for_somebody_else() -> None:
    asks = make_formula("fld_oasks1", "asks", OWN, "boolean")
    order = DOCUMENTS["entities/order.json"]
    more = make_field("fld_oplain", "plain")
    definition = load(
        DOCUMENTS | {"entities/order.json": {**order, "fields": [*order["fields"], asks, more]}}
    )
    viewer = person("admin", "rol_boss01")

    for text, is_said in (("asks", False), ('HAS_ROLE("a" & "b")', False), ('plain = "x"', True)):
        tree = parse(text)
        assert not isinstance(tree, Issue)
        assert (fixed(definition, ORDER, tree, viewer) is not None) == is_said


@given(
    st.sets(st.sampled_from(ROLES)), st.sets(st.sampled_from(ROLES)), st.sampled_from(ACTIONS),
    st.sampled_from([ORDER, CUSTOMER]),
)  # fmt: skip
def test_nobody_sees_more_than_either(held: set[str], looking: set[str], action: str, entity: str) -> None:
    found = seen(person("lina", *held), person("admin", *looking), action, entity)
    own = authorize(DEFINITION, person("lina", *held), action, entity)  # type: ignore[arg-type]
    viewer = authorize(DEFINITION, person("admin", *looking), "read", entity)

    assert isinstance(found, Decision) == (isinstance(own, Decision) and isinstance(viewer, Decision))
    if isinstance(found, Decision) and isinstance(own, Decision) and isinstance(viewer, Decision):
        assert found.readable == own.readable & viewer.readable
        assert found.masked <= (own.readable | own.masked) & (viewer.readable | viewer.masked)
        assert not found.masked & found.readable
        assert found.writable <= own.writable & viewer.readable
