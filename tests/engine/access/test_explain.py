"""Why somebody can or cannot, in words that name the role and its rule."""

import pytest

from engine.access.explain import explain, explain_field
from engine.access.principal import SYSTEM, Principal
from engine.text.catalog import say_issue
from tests.factories.definitions import ORDER, make_role, make_sales_definition
from tests.factories.surroundings import USER, make_context, make_id

SELLER = make_role(
    "rol_seller", "seller",
    {"entity": ORDER, "read": "created_by = CURRENT_USER()", "fields": {"fld_onote1": "masked"}},
)  # fmt: skip
CLERK = make_role("rol_clerk1", "clerk", {"entity": ORDER, "read": 'status <> "draft"', "create": True})
DEFINITION = make_sales_definition(SELLER, CLERK)
MINE, OTHERS = {"created_by": USER, "status": "draft"}, {"created_by": make_id(9), "status": "draft"}


def person(*roles, **more):
    return Principal("per_1", "human", frozenset(roles), USER, **more)


def words(found):
    return [say_issue(issue, "en") for issue in found]


def test_without_a_role_the_reason_is_that_there_is_none():
    assert words(explain(DEFINITION, person(), "read", ORDER)) == [
        'None of your roles lets you see records of "order".', "You have no role in this app.",
    ]  # fmt: skip


def test_each_role_says_its_part():
    assert words(explain(DEFINITION, person("rol_seller", "rol_clerk1"), "create", ORDER)) == [
        'You may add records of "order".', 'The role "clerk" allows it for every record.',
        'The role "seller" does not allow it.',
    ]  # fmt: skip


def test_a_condition_is_named_and_judged_for_a_record():
    general = explain(DEFINITION, person("rol_seller"), "read", ORDER)
    mine = explain(DEFINITION, person("rol_seller"), "read", ORDER, record=MINE, context=make_context())
    other = explain(DEFINITION, person("rol_seller"), "read", ORDER, record=OTHERS, context=make_context())

    assert (
        words(general)[1] == 'The role "seller" allows it for records that meet: created_by = CURRENT_USER()'
    )
    assert words(mine)[0] == 'You may see records of "order".'
    assert words(other) == [
        'You may see records of "order", but not this one.',
        'The role "seller" does not allow it, as this record does not meet: created_by = CURRENT_USER()',
    ]


def test_scopes_of_a_token_are_named():
    token = Principal("tok_1", "token", frozenset({"rol_clerk1"}), USER, frozenset({"read"}))

    assert 'This API token may not add records of "order".' in words(
        explain(DEFINITION, token, "create", ORDER)
    )


def test_the_system_itself_and_what_does_not_exist():
    assert (
        words(explain(DEFINITION, SYSTEM, "delete", ORDER, record=MINE))[1]
        == "The system itself may do everything."
    )
    assert explain(DEFINITION, SYSTEM, "read", "ent_none01")[0].code == "access.entity.unknown"


@pytest.mark.parametrize(("field", "said"), [
    ("fld_onote1", 'The role "seller": "note" is shown in part.'),
    ("fld_olevel", 'The role "seller": "level" is hidden.'),
    ("fld_ostat1", 'The role "seller": "status" is shown and may be entered.'),
])  # fmt: skip
def test_a_field_is_explained_role_by_role(field, said):
    assert words(explain_field(DEFINITION, person("rol_seller"), field)) == [said]


def test_a_field_that_does_not_exist_is_not_explained():
    assert explain_field(DEFINITION, person("rol_seller"), "fld_none01")[0].code == "access.entity.unknown"
