import pytest

from engine.dependencies.resolve import Standpoint
from engine.entities.scope import RecordScope
from engine.expressions import types
from tests.factories.definitions import CUSTOMER, ORDER, make_sales_definition

DEFINITION = make_sales_definition()
ENTITY = DEFINITION.entities[ORDER]
RECORD = RecordScope(DEFINITION, Standpoint(ENTITY))
LINE = RecordScope(DEFINITION, Standpoint(ENTITY, DEFINITION.field("fld_oline1").field))


@pytest.mark.parametrize(("path", "type"), [
    ("total", types.NUMBER), ("date", types.DATE), ("status", types.TEXT), ("customer", types.link(CUSTOMER)),
    ("customer.level", types.TEXT), ("customer.order_count", types.NUMBER), ("level", types.TEXT),
    ("lines.amount", types.list_of(types.NUMBER)), ("lines.product", types.list_of(types.TEXT)),
    ("created_at", types.DATETIME), ("customer.created_by", types.link("person")), ("version", types.NUMBER),
])  # fmt: skip
def test_names_of_a_record_have_the_types_of_their_fields(path, type):
    assert RECORD.resolve(tuple(path.split("."))) == type


@pytest.mark.parametrize(
    "path", ["nothing", "total.x", "customer.nothing", "lines.nothing", "parent.total", "date.x"]
)
def test_unknown_names_of_a_record_have_none(path):
    assert RECORD.resolve(tuple(path.split("."))) is None


@pytest.mark.parametrize(("path", "type"), [
    ("quantity", types.NUMBER), ("product", types.TEXT), ("parent.total", types.NUMBER),
    ("parent.customer.level", types.TEXT), ("parent.lines.quantity", types.list_of(types.NUMBER)),
])  # fmt: skip
def test_names_in_a_line_mean_the_line_and_parent_the_record(path, type):
    assert LINE.resolve(tuple(path.split("."))) == type


@pytest.mark.parametrize("path", ["total", "customer", "parent", "created_at", "lines.quantity"])
def test_a_line_does_not_see_the_record_without_parent(path):
    assert LINE.resolve(tuple(path.split("."))) is None


def test_names_worth_suggesting_all_exist():
    for scope in (RECORD, LINE):
        known = list(scope.known())
        assert all(scope.resolve(path) for path in known), known
    assert {("total",), ("customer", "level"), ("lines", "amount")} <= set(RECORD.known())
    assert {("quantity",), ("parent", "total")} <= set(LINE.known())
