from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from engine.entities.conversion import conversion, scale_of
from engine.expressions.types import Kind
from engine.kernel.values import ErrorValue
from engine.metadata.model import FormulaOptions, MoneyOptions, TextOptions
from tests.factories.surroundings import NOW, make_context


@pytest.mark.parametrize(("kind", "scale", "value", "kept"), [
    (Kind.NUMBER, 2, Decimal("1.005"), Decimal("1.01")), (Kind.NUMBER, 0, True, Decimal(1)), (Kind.NUMBER, 2, "5", Decimal("5.00")),
    (Kind.TEXT, None, Decimal("2.50"), "2.5"), (Kind.DATE, None, NOW, date(2026, 11, 23)),
    (Kind.DATETIME, None, date(2026, 11, 23), datetime(2026, 11, 22, 16, tzinfo=UTC)),
    (Kind.BOOLEAN, None, Decimal(3), True), (Kind.LINK, None, "id", "id"), (Kind.NUMBER, 2, "", None), (Kind.TEXT, None, None, None),
])  # fmt: skip
def test_a_value_becomes_one_of_the_kind_that_is_kept(kind, scale, value, kept):
    assert conversion(kind, scale)(value, make_context()) == kept


@pytest.mark.parametrize(("kind", "value", "code"), [
    (Kind.NUMBER, "five", "#VALUE!"), (Kind.NUMBER, ("a", "b"), "#VALUE!"), (Kind.NUMBER, Decimal(10) ** 17, "#NUM!"),
    (Kind.DATE, "someday", "#VALUE!"), (Kind.TEXT, ErrorValue("#N/A"), "#N/A"),
])  # fmt: skip
def test_what_cannot_be_kept_is_an_error(kind, value, code):
    found = conversion(kind, 2)(value, make_context())

    assert isinstance(found, ErrorValue)
    assert found.code == code


def test_numbers_have_a_scale_and_texts_have_none():
    assert scale_of(FormulaOptions(expression="1", result="integer")) == 0
    assert scale_of(FormulaOptions(expression="1", result="money", scale=4)) == 4
    assert (scale_of(MoneyOptions(scale=3)), scale_of(TextOptions())) == (3, None)
