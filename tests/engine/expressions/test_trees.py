"""Random trees: printing and reading, JSON, and both variants of the generated code."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from engine.expressions import types
from engine.expressions.check import infer
from engine.expressions.context import Context
from engine.expressions.generate import generate
from engine.expressions.nodes import (
    BINARY_OPERATORS,
    UNARY_OPERATORS,
    Call,
    Literal,
    Name,
    Operation,
    Table,
    from_json,
    to_json,
)
from engine.expressions.parse import parse
from engine.expressions.print import print_node
from engine.expressions.types import Type
from engine.kernel.values import ErrorValue

CONTEXT = Context(datetime(2024, 2, 29, tzinfo=UTC), ZoneInfo("UTC"))
VALUES = {
    "数量": Decimal(3),
    "order total": None,
    "title": "5",
    "customer.level": "a",
    "TRUE": Decimal("0.5"),
}
TYPES = {
    "数量": types.NUMBER,
    "order total": types.NUMBER,
    "title": types.TEXT,
    "customer.level": types.TEXT,
    "TRUE": types.NUMBER,
}
DECIMALS = st.decimals(0, 10**6, allow_nan=False, places=3)
LITERALS = st.one_of(DECIMALS, st.text(max_size=5), st.booleans()).map(Literal)
NAMES = st.sampled_from([tuple(name.split(".")) for name in VALUES]).map(Name)


def grown(nodes):
    return st.one_of(
        st.builds(Operation, st.sampled_from(BINARY_OPERATORS), st.tuples(nodes, nodes)),
        st.builds(Operation, st.sampled_from(UNARY_OPERATORS), st.tuples(nodes)),
        st.builds(Call, st.sampled_from(["SUM", "AND", "CONCAT"]), st.lists(nodes, min_size=1).map(tuple)),
        st.builds(Call, st.just("IF"), st.tuples(nodes, nodes, nodes)),
        st.builds(Call, st.just("IFERROR"), st.tuples(nodes, nodes)),
        st.lists(st.tuples(nodes, nodes), min_size=1, max_size=3).map(lambda rows: Table(tuple(rows))),
    )


TREES = st.recursive(LITERALS | NAMES, grown, max_leaves=12)


class Typed:
    """A scope that knows the types."""

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        return TYPES[".".join(path)]


class Untyped:
    """A scope that knows nothing."""

    def resolve(self, path: tuple[str, ...]) -> Type | None:
        return types.ANY


@given(TREES)
def test_reading_what_was_printed_gives_the_tree(tree):
    assert parse(print_node(tree)) == tree


@given(TREES)
def test_json_keeps_the_tree(tree):
    assert from_json(to_json(tree)) == tree


@given(TREES)
def test_known_types_never_change_an_answer(tree):
    typed, untyped = (infer(tree, scope)[0] for scope in (Typed(), Untyped()))

    one, other = (generate(checked)(VALUES, CONTEXT) for checked in (typed, untyped))

    assert comparable(one) == comparable(other)


def comparable(value):
    """Errors are the same by code, booleans are not numbers."""
    if isinstance(value, tuple):
        return tuple(map(comparable, value))
    return (type(value) is bool, value.code if isinstance(value, ErrorValue) else value)
