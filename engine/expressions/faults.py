"""Errors while computing: raised inside, returned to the caller as an error value.

A cause is a message code; `engine.text` turns it into words.
"""

from engine.kernel.values import ErrorValue


def _cause(code: str, cause: str) -> ErrorValue:
    return ErrorValue(code, f"expression.cause.{cause}")


DIVISION_BY_ZERO = _cause("#DIV/0!", "division_by_zero")
NO_NUMBERS = _cause("#DIV/0!", "no_numbers")
NOT_A_NUMBER = _cause("#VALUE!", "not_a_number")
NOT_A_BOOLEAN = _cause("#VALUE!", "not_a_boolean")
NOT_A_DATE = _cause("#VALUE!", "not_a_date")
NOT_ONE_VALUE = _cause("#VALUE!", "not_one_value")
WRONG_ARGUMENT = _cause("#VALUE!", "wrong_argument")
SIZES_DIFFER = _cause("#VALUE!", "sizes_differ")
TEXT_TOO_LONG = _cause("#VALUE!", "text_too_long")
OUT_OF_RANGE = _cause("#NUM!", "out_of_range")
NO_RESULT = _cause("#NUM!", "no_result")
TOO_MUCH_WORK = _cause("#NUM!", "too_much_work")
NOT_FOUND = _cause("#N/A", "not_found")
NO_SUCH_PLACE = _cause("#REF!", "no_such_place")


class Fault(Exception):
    """Carries an error value up to the next function that accepts errors, or to the result."""

    def __init__(self, error: ErrorValue) -> None:
        super().__init__(error.code)
        self.error = error
