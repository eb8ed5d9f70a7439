"""Computed values to what a field keeps: of its kind, rounded to its scale, halves away from zero."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from engine.entities.field_type import Json
from engine.entities.reading.computed import to_json
from engine.entities.reading.numbers import STORED_DIGITS
from engine.expressions import coerce
from engine.expressions.context import Context, Run
from engine.expressions.faults import NOT_ONE_VALUE, OUT_OF_RANGE, Fault
from engine.expressions.types import Kind
from engine.kernel.values import ErrorValue, Value, round_half_up
from engine.metadata.model import DecimalOptions, FormulaOptions, MoneyOptions, PercentOptions

Conversion: TypeAlias = Callable[[Value, Context], Value]
_COERCIONS: dict[Kind, Callable[[Run, Value], Value]] = {
    Kind.NUMBER: coerce.to_number,
    Kind.TEXT: coerce.to_text,
    Kind.BOOLEAN: coerce.to_boolean,
    Kind.DATE: coerce.to_date,
    Kind.DATETIME: coerce.to_datetime,
}


def conversion(kind: Kind, scale: int | None) -> Conversion:
    """Return the function to values of a kind; blank and empty text stay blank, errors stay errors."""
    to_kind = _COERCIONS.get(kind, coerce.to_scalar)

    def convert(value: Value, context: Context) -> Value:
        if value is None or value == "" or isinstance(value, ErrorValue):
            return value or None
        if isinstance(value, tuple):
            return NOT_ONE_VALUE
        try:
            return _rounded(to_kind(Run(context), value), scale)
        except Fault as fault:
            return fault.error

    return convert


def scale_of(options: Any) -> int | None:
    """Return the decimal places a field keeps, 0 for whole numbers, None where it keeps no number."""
    match options:
        case FormulaOptions(result="integer"):
            return 0
        case FormulaOptions(result="decimal" | "money" | "percent"):
            return options.scale
        case DecimalOptions() | MoneyOptions() | PercentOptions():
            return options.scale
    return None


def json_of(options: Any, value: Value) -> Json:
    """Return the JSON form of what a field keeps: a whole number is a number, however it was worked out."""
    is_whole = isinstance(options, FormulaOptions) and options.result == "integer"
    return int(value) if is_whole and isinstance(value, Decimal) else to_json(value)


def _rounded(value: Value, scale: int | None) -> Value:
    if scale is None or not isinstance(value, Decimal):
        return value
    if value.adjusted() + 1 + scale > STORED_DIGITS:
        return OUT_OF_RANGE
    return round_half_up(value, scale)
