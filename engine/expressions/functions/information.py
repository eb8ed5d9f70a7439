"""Questions about a value: what kind it is, whether it is blank or an error."""

from datetime import date, time, timedelta
from decimal import ROUND_DOWN, Decimal

from engine.expressions.arithmetic import ZERO
from engine.expressions.coerce import to_number
from engine.expressions.context import Run
from engine.expressions.faults import NOT_A_NUMBER, NOT_FOUND, Fault
from engine.expressions.function import Function
from engine.kernel.values import ErrorValue, Value


def is_blank(run: Run, value: Value) -> bool:
    """Tell whether nothing is there; an empty text is something."""
    return value is None


def is_error(run: Run, value: Value) -> bool:
    """Tell whether a value is any error."""
    return isinstance(value, ErrorValue)


def is_error_but_not_available(run: Run, value: Value) -> bool:
    """Tell whether a value is an error other than #N/A."""
    return isinstance(value, ErrorValue) and value.code != NOT_FOUND.code


def is_not_available(run: Run, value: Value) -> bool:
    """Tell whether a value is #N/A."""
    return isinstance(value, ErrorValue) and value.code == NOT_FOUND.code


def is_number(run: Run, value: Value) -> bool:
    """Tell whether a value is a number, a date or a time."""
    return isinstance(value, Decimal | int | date | time | timedelta) and not isinstance(value, bool)


def is_text(run: Run, value: Value) -> bool:
    """Tell whether a value is text."""
    return isinstance(value, str)


def is_not_text(run: Run, value: Value) -> bool:
    """Tell whether a value is anything but text."""
    return not isinstance(value, str)


def is_boolean(run: Run, value: Value) -> bool:
    """Tell whether a value is TRUE or FALSE."""
    return isinstance(value, bool)


def is_even(run: Run, value: Value) -> bool:
    """Tell whether the whole part of a number is even."""
    return _whole(run, value) % 2 == 0


def is_odd(run: Run, value: Value) -> bool:
    """Tell whether the whole part of a number is odd."""
    return _whole(run, value) % 2 != 0


def _whole(run: Run, value: Value) -> int:
    if isinstance(value, bool):
        raise Fault(NOT_A_NUMBER)
    return int(to_number(run, value).to_integral_value(ROUND_DOWN))


def not_available(run: Run) -> Value:
    """Give the error #N/A."""
    raise Fault(NOT_FOUND)


def number_or_zero(run: Run, value: Value) -> Decimal:
    """Return numbers, dates as serials, TRUE as 1, all else as 0."""
    return ZERO if isinstance(value, str) else to_number(run, value)


def text_or_empty(run: Run, value: Value) -> str:
    """Return texts, all else as empty text."""
    return value if isinstance(value, str) else ""


def kind_number(run: Run, value: Value) -> int:
    """Return 1 for numbers and blanks, 2 text, 4 booleans, 16 errors, 64 lists."""
    match value:
        case bool():
            return 4
        case str():
            return 2
        case ErrorValue():
            return 16
        case tuple():
            return 64
    return 1


FUNCTIONS = (
    Function(
        "ISBLANK(value: captured) -> boolean",
        is_blank,
        "Tells whether nothing is there.",
        ('ISBLANK("") = FALSE',),
        sql=True,
    ),
    Function(
        "ISERROR(value: captured) -> boolean",
        is_error,
        "Tells whether it is an error.",
        ("ISERROR(1/0) = TRUE",),
    ),
    Function(
        "ISERR(value: captured) -> boolean",
        is_error_but_not_available,
        "Tells whether it is an error other than #N/A.",
        ("ISERR(NA()) = FALSE",),
    ),
    Function(
        "ISNA(value: captured) -> boolean",
        is_not_available,
        "Tells whether it is #N/A.",
        ("ISNA(NA()) = TRUE",),
    ),
    Function(
        "ISNUMBER(value: captured) -> boolean",
        is_number,
        "Tells whether it is a number or a date.",
        ('ISNUMBER("5") = FALSE',),
    ),
    Function(
        "ISTEXT(value: captured) -> boolean", is_text, "Tells whether it is text.", ('ISTEXT("5") = TRUE',)
    ),
    Function(
        "ISNONTEXT(value: captured) -> boolean",
        is_not_text,
        "Tells whether it is anything but text.",
        ("ISNONTEXT(5) = TRUE",),
    ),
    Function(
        "ISLOGICAL(value: captured) -> boolean",
        is_boolean,
        "Tells whether it is TRUE or FALSE.",
        ("ISLOGICAL(1 = 2) = TRUE",),
    ),
    Function(
        "ISEVEN(number: any) -> boolean", is_even, "Tells whether a number is even.", ("ISEVEN(2.9) = TRUE",)
    ),
    Function("ISODD(number: any) -> boolean", is_odd, "Tells whether a number is odd.", ("ISODD(3) = TRUE",)),
    Function("NA() -> error", not_available, "Gives the error #N/A.", ("ISNA(NA()) = TRUE",)),
    Function(
        "N(value: any) -> number", number_or_zero, "A number, or 0 for text.", ('N("5") = 0', "N(TRUE) = 1")
    ),
    Function(
        "T(value: any) -> text", text_or_empty, "A text, or empty text for anything else.", ('T(5) = ""',)
    ),
    Function(
        "TYPE(value: captured) -> number",
        kind_number,
        "1 for numbers, 2 text, 4 booleans, 16 errors, 64 lists.",
        ('TYPE("a") = 2',),
    ),
)
