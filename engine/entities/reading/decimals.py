"""Readers of exact decimals at the scale of their field."""

from decimal import Decimal

from engine.entities.field_type import Json, Reader
from engine.entities.reading.numbers import read_number, scaled
from engine.kernel.issue import Issue
from engine.kernel.values import Value


def decimal_reader(scale: int) -> Reader:
    """Return the reader of numbers with so many decimal places."""

    def read(raw: object) -> Value | Issue:
        number = read_number(raw)
        return scaled(number, scale) if isinstance(number, Decimal) else number

    return read


def decimal_text(value: Decimal) -> Json:
    """Return the JSON form: all digits, never an exponent."""
    return format(value, "f")
