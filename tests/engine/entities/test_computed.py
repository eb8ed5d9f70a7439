import pytest

from engine.entities.computed import circles, describe, is_stored, linked_paths, order, stored_formulas
from engine.metadata.definition import places
from tests.factories.definitions import (
    CUSTOMER,
    ORDER,
    load,
    make_formula,
    make_sales_definition,
    make_sales_documents,
)
from tests.factories.documents import make_entity, make_field


def with_fields(*fields):
    """The sales app with further fields on the order."""
    documents = make_sales_documents()
    documents["entities/order.json"]["fields"] += fields
    return load(documents)


def names(definition, ids):
    return {definition.field(id).field.name for id in ids}


def test_a_formula_over_the_record_and_its_lines_is_stored():
    definition = make_sales_definition()

    assert names(definition, stored_formulas(definition)) == {"amount", "total"}


@pytest.mark.parametrize("expression", [
    "TODAY() - date", "customer.name", "level", "rebate * 2", "order_total_live + 1", "created_at", "CURRENT_USER()",
    "unknown + 1", "1 +", "NOSUCH(1)",
])  # fmt: skip
def test_a_formula_over_anything_that_changes_by_itself_is_live(expression):
    definition = with_fields(
        make_formula("fld_alive1", "order_total_live", "customer.order_count", "integer"),
        make_formula("fld_tested", "tested", expression, "text"),
    )

    assert not is_stored(definition, definition.field("fld_tested"))


def test_lookups_and_rollups_are_live_and_entered_fields_are_stored():
    definition = make_sales_definition()
    kept = {
        place.field.name for place in places(definition.entities[CUSTOMER]) if is_stored(definition, place)
    }

    assert kept == {"name", "level", "credit_limit", "discount"}
    assert not is_stored(definition, definition.field("fld_olevel"))


def test_stored_formulas_come_after_what_they_read():
    definition = with_fields(
        make_formula("fld_first1", "first", "second + total", "money"),
        make_formula("fld_secon1", "second", "total * 2", "money"),
    )

    ordered = [place.field.name for place in order(definition, definition.entities[ORDER])]

    assert ordered.index("amount") < ordered.index("total") < ordered.index("second") < ordered.index("first")


def test_circles_are_found_over_links_too_each_once():
    definition = with_fields(
        make_formula("fld_acircl", "a", "b + 1", "integer"),
        make_formula("fld_bcircl", "b", "a + 1", "integer"),
        make_formula("fld_selfie", "selfish", "selfish", "integer"),
        make_formula("fld_behind", "behind", "a + 1", "integer"),
    )

    found = {frozenset(describe(definition, circle)) for circle in circles(definition)}

    assert found == {frozenset({"order.a", "order.b"}), frozenset({"order.selfish"})}


def test_a_circle_over_two_entities_is_found():
    documents = make_sales_documents()
    documents["entities/customer.json"]["fields"].append(
        make_field("fld_crebat", "rebates", "rollup",
                   options={"entity": ORDER, "link": "fld_ocust1", "field": "fld_oround", "aggregate": "sum"})
    )  # fmt: skip
    documents["entities/order.json"]["fields"].append(
        make_formula("fld_oround", "round", "customer.rebates", "money")
    )

    assert len(circles(load(documents))) == 1


def test_a_definition_without_circles_has_none():
    assert circles(make_sales_definition()) == ()


def test_the_browser_is_told_which_linked_values_formulas_need():
    fields = [make_field("fld_xlines", "items", "lines", options={"fields": [
        make_field("fld_xcust1", "client", "link", options={"entity": CUSTOMER}),
        make_formula("fld_xlevl1", "client_level", "client.level & parent.customer.name", "text"),
    ]})]  # fmt: skip
    documents = make_sales_documents()
    documents["entities/basket.json"] = make_entity(
        "ent_bask01",
        "basket",
        [*fields, make_field("fld_bcust1", "customer", "link", options={"entity": CUSTOMER})],
    )
    definition = load(documents)

    assert linked_paths(definition, definition.entities[ORDER]) == {("customer", "discount")}
    assert linked_paths(definition, definition.entities["ent_bask01"]) == {
        ("items", "client", "level"), ("customer", "name"),
    }  # fmt: skip
