"""What uses a thing from outside, and so would break without it."""

from engine.dependencies.usages import Usage, find_usages
from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_definition

DEFINITION = make_sales_definition(
    make_role(
        "rol_aaaa01", "r", {"entity": CUSTOMER, "read": 'level = "gold"', "fields": {"fld_climit": "hidden"}}
    )
)


def test_an_option_list_is_used_by_the_fields_that_offer_it():
    assert find_usages(DEFINITION, "opt_level1") == (
        Usage(CUSTOMER, ("fields", 1, "options", "list"), "reference"),
    )


def test_an_entity_is_used_by_links_to_it_and_by_whatever_uses_its_fields():
    found = {(usage.document, usage.path[0], usage.kind) for usage in find_usages(DEFINITION, CUSTOMER)}

    assert found == {
        (ORDER, "fields", "reference"), (ORDER, "fields", "name"),
        ("rol_aaaa01", "entities", "reference"), ("rol_aaaa01", "entities", "name"),
    }  # fmt: skip


def test_a_field_is_used_by_formulas_lookups_and_rights():
    assert {usage.document for usage in find_usages(DEFINITION, "fld_clevel")} == {ORDER, "rol_aaaa01"}
    assert {usage.kind for usage in find_usages(DEFINITION, "fld_clevel")} == {"reference", "name"}


def test_detail_lines_are_used_by_what_adds_them_up_and_not_by_themselves():
    found = find_usages(DEFINITION, "fld_oline1")

    assert {usage.path for usage in found} == {("fields", 7, "options", "expression")}


def test_what_nothing_uses_can_be_deleted():
    assert find_usages(DEFINITION, "fld_onote1") == ()
    assert find_usages(DEFINITION, "rol_aaaa01") == ()
