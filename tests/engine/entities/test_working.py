"""Expressions over a record while it is worked out: through links, into lines, up to the record."""

from decimal import Decimal

import pytest

from engine.dependencies.resolve import Standpoint
from engine.entities.plan import plan_of
from engine.entities.record import open_record
from engine.entities.values import Line
from engine.entities.working import compile_at, nothing_linked
from engine.kernel.errors import Invalid
from tests.factories.definitions import CUSTOMER, load, make_formula, make_sales_documents
from tests.factories.documents import make_entity, make_field
from tests.factories.surroundings import USER, make_context, make_id

COLUMNS = [
    make_field("fld_bclien", "client", "link", options={"entity": CUSTOMER}),
    make_field("fld_bquant", "quantity", "integer"),
    make_field("fld_blevel", "level", "lookup", options={"link": "fld_bclien", "field": "fld_clevel"}),
]
FIELDS = [
    make_field("fld_bowner", "owner", "link", options={"entity": CUSTOMER}),
    make_field("fld_bitems", "items", "lines", options={"fields": COLUMNS}),
    make_formula("fld_bowed1", "owed", "owner.credit_limit * 2", "money"),
    make_formula("fld_bowed2", "owed_twice", "owed * 2", "money"),
]
DOCUMENTS = {"entities/basket.json": make_entity("ent_bask01", "basket", FIELDS)}
DEFINITION = load(make_sales_documents() | DOCUMENTS)
BASKET = DEFINITION.entities["ent_bask01"]
RECORD, LINE = Standpoint(BASKET), Standpoint(BASKET, BASKET.fields[1])
CUSTOMERS = {
    make_id(1): {"level": "gold", "credit_limit": Decimal("10.005")},
    make_id(2): {"level": "normal"},
}  # fmt: skip
LINES = (
    Line(make_id(8), {"client": make_id(1), "quantity": 2}),
    Line(None, {"client": make_id(2), "quantity": 3}),
)


def basket(linked=lambda entity, id, name: CUSTOMERS.get(id, {}).get(name)):
    values = {"owner": make_id(1), "items": LINES}
    return open_record(plan_of(DEFINITION, BASKET.id), values, make_context(), linked)


@pytest.mark.parametrize(("expression", "value"), [
    ("owner.level", "gold"), ("owner.level & owner.name", "gold"), ("SUM(items.quantity)", Decimal(5)),
    ('COUNTIF(items.client.level, "gold")', Decimal(1)), ('COUNTIF(items.level, "normal")', Decimal(1)),
    ("ROWS(items)", Decimal(2)), ("owed", Decimal("20.01")), ("owed_twice", Decimal("40.02")),
    ("ISBLANK(owner.created_by)", True),
])  # fmt: skip
def test_a_record_is_read_through_links_and_lines(expression, value):
    assert compile_at(DEFINITION, RECORD, expression)(basket()) == value


@pytest.mark.parametrize(("expression", "value"), [
    ("quantity * 2", Decimal(4)), ("level", "gold"), ("client.level", "gold"), ("parent.owner.level", "gold"),
    ("parent.owner = client", True), ("quantity / SUM(parent.items.quantity)", Decimal("0.4")),
])  # fmt: skip
def test_a_line_is_read_with_its_record(expression, value):
    line = basket().lines["items"][0]

    assert compile_at(DEFINITION, LINE, expression)(line) == value


def test_without_linked_records_what_lies_behind_links_is_blank():
    assert compile_at(DEFINITION, RECORD, "ISBLANK(owner.level)")(basket(nothing_linked)) is True


def test_a_new_record_was_made_now_by_its_user():
    new = open_record(plan_of(DEFINITION, BASKET.id), None, make_context(), nothing_linked)

    assert compile_at(DEFINITION, RECORD, "created_by = CURRENT_USER()")(new) is True
    assert new.values["created_by"] == USER


def test_an_expression_that_was_never_checked_is_a_broken_contract():
    with pytest.raises(Invalid):
        compile_at(DEFINITION, RECORD, "nothing + 1")
