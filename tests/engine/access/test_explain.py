"""Why somebody can or cannot, in words that name the role and its rule; and that the words are true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.access.authorize import authorize
from engine.access.decision import ACTIONS, Decision
from engine.access.explain import Asking, Sample, explain
from engine.access.explain_field import explain_field, explain_view
from engine.access.principal import SYSTEM, Grant, Principal
from engine.access.rights import rights_of
from engine.access.spoken import spoken
from engine.dependencies.resolve import Standpoint
from engine.entities.plan import plan_of
from engine.entities.record import open_record
from engine.entities.working import compile_at, nothing_linked
from engine.expressions.print import print_node
from engine.kernel.issue import Severity
from engine.metadata.definition import places
from engine.text.catalog import say_issue
from tests.factories.definitions import CUSTOMER, ORDER, load, make_role, make_sales_documents
from tests.factories.documents import make_label
from tests.factories.surroundings import USER, make_context, make_id

SELLER = make_role(
    "rol_seller", "seller",
    {"entity": ORDER, "read": "created_by = CURRENT_USER()", "fields": {"fld_onote1": "masked"}},
)  # fmt: skip
CLERK = make_role("rol_clerk1", "clerk", {"entity": ORDER, "read": 'status <> "draft"', "create": True})
PICKY = make_role("rol_picky1", "picky", {"entity": ORDER, "read": True}, views=["viw_open01"])
NOBODY = make_role("rol_nobody", "nobody")


def make_view(id: str, name: str, **more: object) -> dict:
    return {
        "schema": "tongdao/view/1", "id": id, "name": name, "label": make_label(name), "entity": ORDER,
        "columns": [{"field": "fld_ostat1"}], **more,
    }  # fmt: skip


DEFINITION = load(
    make_sales_documents()
    | {f"roles/{role['name']}.json": role for role in (SELLER, CLERK, PICKY, NOBODY)}
    | {"views/open.json": make_view("viw_open01", "open"), "views/all.json": make_view("viw_all001", "all")}
)
ROLES = tuple(DEFINITION.roles)
MINE, OTHERS = {"created_by": USER, "status": "draft"}, {"created_by": make_id(9), "status": "draft"}
LI_NA = Asking(person={"en": "Li Na"})


def person(*roles, **more):
    return Principal("per_1", "human", frozenset(roles), USER, **more)


def words(found):
    return [say_issue(issue, "en") for issue in found]


def why(principal, action="read", *, record=None, asking=LI_NA):
    sample = None if record is None else Sample(record, make_context())
    return words(explain(DEFINITION, principal, action, ORDER, asking, sample))


def test_without_a_role_the_reason_is_that_there_is_none():
    assert why(person()) == ["Li Na may not see records of “order”.", "Li Na has no role in this app."]


def test_each_role_says_its_part():
    assert why(person("rol_seller", "rol_clerk1"), "create") == [
        "Li Na may add records of “order”.", "The role “clerk” allows it for every record.",
        "The role “seller” does not allow it.",
    ]  # fmt: skip


def test_a_condition_is_named_and_judged_for_a_record():
    seller = person("rol_seller")

    assert why(seller) == [
        "Li Na may see records of “order”, but only those that meet a condition.",
        "The role “seller” allows it for records that meet: [entered by] = themselves",
    ]
    assert why(seller, record=MINE)[0] == "Li Na may see records of “order”, this one among them."
    assert why(seller, record=OTHERS) == [
        "Li Na may see records of “order”, but not this one.",
        "The role “seller” does not allow it, as this record does not meet: [entered by] = themselves",
        f"“entered by” of this record: {make_id(9)}",
    ]


def test_a_condition_is_said_in_the_words_of_the_app():
    said = spoken(
        DEFINITION, DEFINITION.entities[ORDER], 'AND(customer.level = "gold", created_by = CURRENT_USER())'
    )

    assert said["zh"] == 'AND(customer.level = "Gold", 录入人 = 本人)'
    assert spoken(DEFINITION, DEFINITION.entities[ORDER], "1 +") == {"en": "1 +"}


def test_the_value_that_shut_somebody_out_is_told():
    assert why(person("rol_clerk1"), record=OTHERS)[-1] == "“status” of this record: draft"


def test_what_the_asker_may_not_read_is_neither_told_nor_judged():
    blind = Asking(person={"en": "Li Na"}, may_read=lambda step: step.name != "status")

    found = why(person("rol_clerk1"), record=OTHERS, asking=blind)

    assert found[0].startswith("Whether Li Na may see records of “order”")
    assert found[1].endswith("depends on what you may not read yourself.")
    assert "draft." not in "".join(found)
    assert len(found) == 2
    assert found == why(person("rol_clerk1"), record={**OTHERS, "status": "confirmed"}, asking=blind)


def test_a_task_is_named_where_it_lets_somebody_see_a_record():
    granted = person("rol_seller", grant=Grant(ORDER, frozenset({"fld_onote1"})))

    assert why(granted, record=OTHERS)[:2] == [
        "Li Na may see records of “order”, this one among them.",
        "A task that waits for Li Na lets them see this record.",
    ]


def test_scopes_of_a_token_are_named():
    token = Principal("tok_1", "token", frozenset({"rol_clerk1"}), USER, frozenset({"read"}))

    assert 'This API token may not add records of "order".' in why(token, "create")


def test_the_system_itself_and_what_does_not_exist():
    assert why(SYSTEM, "delete", record=MINE)[1] == "The system itself may do everything."
    assert explain(DEFINITION, SYSTEM, "read", "ent_none01", LI_NA)[0].code == "access.entity.unknown"


@pytest.mark.parametrize(("field", "said"), [
    ("fld_onote1", ["For Li Na, “note” is shown in part.", "The role “seller”: “note” is shown in part."]),
    ("fld_ostat1", ["For Li Na, “status” is shown.", "The role “seller”: “status” is shown."]),
    ("fld_olevel", [
        "For Li Na, “level” is hidden.", "The role “seller”: “level” is hidden.",
        "“level” is computed from “level”, which is hidden.",
    ]),
])  # fmt: skip
def test_a_field_is_explained_role_by_role(field, said):
    assert words(explain_field(DEFINITION, person("rol_seller"), field, LI_NA.person)) == said


def test_a_field_that_does_not_exist_is_not_explained():
    found = explain_field(DEFINITION, person("rol_seller"), "fld_none01", LI_NA.person)

    assert found[0].code == "access.entity.unknown"


@pytest.mark.parametrize(("role", "view", "said"), [
    ("rol_picky1", "viw_open01", ["“open” is offered to Li Na."]),
    ("rol_picky1", "viw_all001", [
        "“all” is not offered to Li Na.", "The role “picky” picks out views, and this one is not among them.",
    ]),
    ("rol_nobody", "viw_all001", ["“all” is not offered to Li Na: no role lets them see such records."]),
])  # fmt: skip
def test_a_view_is_explained(role, view, said):
    assert words(explain_view(DEFINITION, person(role), view, LI_NA.person)) == said


@given(
    held=st.sets(st.sampled_from(ROLES)),
    action=st.sampled_from(ACTIONS),
    entity=st.sampled_from([ORDER, CUSTOMER]),
    record=st.sampled_from([None, MINE, OTHERS, {**MINE, "status": "confirmed"}, {}]),
)
def test_the_answer_is_the_decision_and_the_reasons_bear_it_out(held, action, entity, record):
    principal = person(*held)
    sample = None if record is None else Sample(record, make_context())
    decision = authorize(DEFINITION, principal, action, entity)

    answer, *reasons = explain(DEFINITION, principal, action, entity, LI_NA, sample)

    assert (answer.severity is Severity.WARNING) == is_allowed(decision, entity, sample)
    speaking = {each.code.rpartition(".")[2] for each in reasons}
    decisive = {"grants", "condition_met"} if sample else {"grants", "condition"}
    assert bool(speaking & decisive) == (answer.severity is Severity.WARNING)


@given(held=st.sets(st.sampled_from(ROLES)), entity=st.sampled_from([ORDER, CUSTOMER]), data=st.data())
def test_a_field_is_explained_as_it_is_shown(held, entity, data):
    field = data.draw(st.sampled_from([each.field.id for each in places(DEFINITION.entities[entity])]))
    answer = explain_field(DEFINITION, person(*held), field, LI_NA.person)[0]

    assert answer.params["level"] == rights_of(DEFINITION, person(*held), entity).fields[field]


def is_allowed(decision, entity, sample):
    """Tell what a decision means for a record, worked out without the explanation."""
    if not isinstance(decision, Decision):
        return False
    if sample is None or decision.row is True:
        return True
    record = open_record(plan_of(DEFINITION, entity), sample.values, sample.context, nothing_linked)
    rule = compile_at(DEFINITION, Standpoint(DEFINITION.entities[entity]), print_node(decision.row))
    return rule(record) is True
