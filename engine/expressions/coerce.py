"""Conversions between kinds of value while computing; what cannot be converted raises a fault.

Blank is 0, "" and FALSE. TRUE is 1. Dates are serial numbers only where a number is asked for.
"""

from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_DOWN, ROUND_FLOOR, Decimal

from engine.expressions import serials, texts
from engine.expressions.arithmetic import ONE, ZERO
from engine.expressions.context import Run
from engine.expressions.faults import (
    NOT_A_BOOLEAN,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_ONE_VALUE,
    OUT_OF_RANGE,
    Fault,
)
from engine.kernel.values import ErrorValue, Value

SERIAL_ZERO = date(1899, 12, 31)
LARGEST_INTEGER = 10**15


def load(value: Value) -> Value:
    """Return a value, or raise the error it carries."""
    if isinstance(value, ErrorValue):
        raise Fault(value)
    return value


def to_scalar(run: Run, value: Value) -> Value:
    """Return one value of any kind; a list is refused."""
    if isinstance(value, tuple):
        raise Fault(NOT_ONE_VALUE)
    return load(value)


def to_number(run: Run, value: Value) -> Decimal:
    """Read any single value as a number."""
    match value:
        case Decimal():
            return value
        case None:
            return ZERO
        case bool():
            return ONE if value else ZERO
        case int():
            return Decimal(value)
        case str():
            return number_of_text(value)
        case datetime():
            return serials.from_datetime(value, run.context.timezone)
        case date():
            return Decimal(serials.from_date(value))
        case time():
            return serials.from_time(value)
        case timedelta():
            return serials.from_duration(value)
        case ErrorValue():
            raise Fault(value)
    raise Fault(NOT_ONE_VALUE)


def number_of_text(text: str) -> Decimal:
    """Read a text as a number or raise."""
    number = texts.read_number(text)
    if number is None:
        raise Fault(NOT_A_NUMBER)
    return number


def to_integer(run: Run, value: Value) -> int:
    """Read a value as a whole number; a fraction is cut off towards zero."""
    number = to_number(run, value)
    if abs(number) > LARGEST_INTEGER:
        raise Fault(OUT_OF_RANGE)
    return int(number.to_integral_value(ROUND_DOWN))


def to_text(run: Run, value: Value) -> str:
    """Write any single value as text: dates as 2024-02-29, instants on the wall clock of the app."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal() | int():
            return texts.number_text(value)
        case datetime():
            return texts.datetime_text(value, run.context.timezone)
        case date():
            return texts.date_text(value)
        case time():
            return texts.time_text(value)
        case timedelta():
            return texts.duration_text(value)
        case ErrorValue():
            raise Fault(value)
    raise Fault(NOT_ONE_VALUE)


def to_boolean(run: Run, value: Value) -> bool:
    """Read a value as a condition: numbers but 0 are TRUE, of texts only TRUE and FALSE are known."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = value.strip().upper()
        if word not in ("TRUE", "FALSE"):
            raise Fault(NOT_A_BOOLEAN)
        return word == "TRUE"
    return to_number(run, value) != 0


def to_date(run: Run, value: Value) -> date:
    """Read a single value as a calendar date: an instant in the app's time zone, a number as a serial."""
    match value:
        case datetime():
            return value.astimezone(run.context.timezone).date()
        case date():
            return value
        case str():
            found = texts.read_date_and_time(value)
            if found:
                return found[0]
            number = texts.read_number(value)
            if number is None:
                raise Fault(NOT_A_DATE)
            return date_of_serial(number)
    return date_of_serial(to_number(run, value))


def filled_date(value: Value) -> Value:
    """Return a date of serial number 0 for a blank."""
    return SERIAL_ZERO if value is None else value


def date_of_serial(number: Decimal) -> date:
    """Return the date of a serial number, without its time of day."""
    if not 0 <= number < 2_958_466:
        raise Fault(OUT_OF_RANGE)
    return serials.to_date(int(number.to_integral_value(ROUND_FLOOR)))


def to_datetime(run: Run, value: Value) -> datetime:
    """Read a single value as an instant; a date is its midnight in the app's time zone."""
    match value:
        case datetime():
            return value
        case date():
            return datetime.combine(value, time(), run.context.timezone).astimezone(UTC)
    number = to_number(run, value)
    if not 0 <= number < 2_958_466:
        raise Fault(OUT_OF_RANGE)
    return serials.to_datetime(number, run.context.timezone)


def to_items(value: Value) -> tuple[Value, ...]:
    """Return the items of a list, of a table row by row, or the one value itself."""
    if not isinstance(value, tuple):
        return (value,)
    if any(isinstance(each, tuple) for each in value):
        return tuple(item for row in value for item in (row if isinstance(row, tuple) else (row,)))
    return value


def to_rows(value: Value) -> tuple[tuple[Value, ...], ...]:
    """Return a table as rows; a list is one column."""
    if not isinstance(value, tuple):
        return ((value,),)
    return tuple(row if isinstance(row, tuple) else (row,) for row in value)
