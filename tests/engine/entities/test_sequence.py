from datetime import date

import pytest

from engine.entities.field_types.sequence import has_number, period, render
from engine.metadata.model import SequenceOptions

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(("format", "number", "text"), [
    ("SO-{yyyyMM}-{0000}", 7, "SO-202611-0007"), ("{yyyyMMdd}{000}", 12, "20261103012"), ("{yy}/{00}", 123, "26/123"),
    ("订单{0000}号", 1, "订单0001号"), ("{x}{0}", 9, "{x}9"),
])  # fmt: skip
def test_a_number_is_written_as_its_format_says(format, number, text):
    assert render(SequenceOptions(format=format), number, DAY) == text


@pytest.mark.parametrize(("reset", "counted"), [
    ("never", ""), ("year", "2026"), ("month", "202611"), ("day", "20261103"),
])  # fmt: skip
def test_numbers_start_again_with_each_period(reset, counted):
    assert period(SequenceOptions(format="{0}", reset=reset), DAY) == counted


def test_a_format_shows_the_number_exactly_once():
    assert has_number(SequenceOptions(format="A{00}"))
    assert not has_number(SequenceOptions(format="A{yyyy}"))
    assert not has_number(SequenceOptions(format="{0}{0}"))
