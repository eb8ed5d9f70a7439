"""Conditions and choices. What is not chosen is not evaluated."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from engine.expressions.coerce import load, to_boolean, to_items
from engine.expressions.context import Run
from engine.expressions.faults import NOT_FOUND, WRONG_ARGUMENT, Fault
from engine.expressions.function import Function
from engine.expressions.operators import compare
from engine.kernel.values import Value

Thunk: TypeAlias = Callable[[], Value]


def choose_branch(run: Run, condition: bool, then: Thunk, otherwise: Thunk | None = None) -> Value:
    """Evaluate one branch; without an otherwise the answer is FALSE."""
    if condition:
        return then()
    return otherwise() if otherwise else False


def first_true(run: Run, *pairs: Thunk) -> Value:
    """Evaluate conditions in order and the value of the first true one; none is #N/A."""
    for condition, value in zip(pairs[::2], pairs[1::2], strict=True):
        if to_boolean(run, condition()):
            return value()
    raise Fault(NOT_FOUND)


def switch(run: Run, value: Value, *rest: Thunk) -> Value:
    """Evaluate the result of the first case equal to the value; kinds must agree, text without case."""
    for case, result in zip(rest[::2], rest[1::2], strict=False):
        if compare(run, value, case()) == 0:
            return result()
    if len(rest) % 2:
        return rest[-1]()
    raise Fault(NOT_FOUND)


def all_true(run: Run, *arguments: Value) -> bool:
    """Tell whether all conditions hold; every one is looked at, so that errors show."""
    return all(list(_conditions(run, arguments)))


def any_true(run: Run, *arguments: Value) -> bool:
    """Tell whether any condition holds; every one is looked at, so that errors show."""
    return any(list(_conditions(run, arguments)))


def odd_number_true(run: Run, *arguments: Value) -> bool:
    """Tell whether an odd number of conditions holds."""
    return sum(_conditions(run, arguments)) % 2 == 1


def _conditions(run: Run, arguments: tuple[Value, ...]) -> Iterator[bool]:
    """Read conditions; in lists texts and blanks do not count, but something must."""
    count = 0
    for argument in arguments:
        is_list = isinstance(argument, tuple)
        items = to_items(argument)
        run.spend(len(items) - 1)
        for item in items:
            load(item)
            if is_list and (item is None or isinstance(item, str)):
                continue
            count += 1
            yield to_boolean(run, item)
    if not count:
        raise Fault(WRONG_ARGUMENT)


def invert(run: Run, condition: bool) -> bool:
    """Return the opposite."""
    return not condition


def if_error(run: Run, value: Thunk, otherwise: Thunk) -> Value:
    """Evaluate the value, and the other one where it is an error."""
    try:
        return load(value())
    except Fault:
        return otherwise()
    except (ArithmeticError, ValueError):
        return otherwise()


def if_not_available(run: Run, value: Thunk, otherwise: Thunk) -> Value:
    """Evaluate the value, and the other one where it is #N/A."""
    try:
        return load(value())
    except Fault as fault:
        if fault.error.code != NOT_FOUND.code:
            raise
        return otherwise()


def or_not_found(otherwise: Thunk | None) -> Value:
    """Evaluate what to give instead of something not found; nothing or a blank is #N/A."""
    value = otherwise() if otherwise else None
    if value is None:
        raise Fault(NOT_FOUND)
    return value


def choose(run: Run, index: int, *values: Thunk) -> Value:
    """Evaluate the value at a position, from 1."""
    if not 1 <= index <= len(values):
        raise Fault(WRONG_ARGUMENT)
    return values[index - 1]()


def true(run: Run) -> bool:
    """Return TRUE."""
    return True


def false(run: Run) -> bool:
    """Return FALSE."""
    return False


FUNCTIONS = (
    Function(
        "IF(condition: boolean, then: lazy, otherwise?: lazy) -> then|otherwise",
        choose_branch,
        "Gives one value where the condition holds and another where it does not.",
        ('IF(2 > 1, "yes", "no") = "yes"', "IF(FALSE, 1/0, 0) = 0", "IF(FALSE, 1) = FALSE"),
        sql=True,
    ),
    Function(
        "IFS([condition: lazy, value: lazy]...) -> value",
        first_true,
        "Gives the value of the first condition that holds, #N/A where none does.",
        ('IFS(1 > 2, "a", TRUE, "b") = "b"',),
        sql=True,
    ),
    Function(
        "SWITCH(value: any, [case: lazy, result: lazy]..., default?: lazy) -> result|default",
        switch,
        "Gives the result of the first case equal to the value, else the default, else #N/A.",
        ('SWITCH("B", "a", 1, "b", 2, 0) = 2', "SWITCH(9, 1, 2, 0) = 0"),
        sql=True,
    ),
    Function(
        "CHOOSE(index: integer, [value: lazy]...) -> value",
        choose,
        "Gives the value at a position, counted from 1.",
        ('CHOOSE(2, "a", "b") = "b"',),
    ),
    Function(
        "AND([condition: list]...) -> boolean",
        all_true,
        "Tells whether all conditions hold.",
        ("AND(TRUE, 1 < 2) = TRUE", "AND(TRUE, 0) = FALSE"),
        sql=True,
    ),
    Function(
        "OR([condition: list]...) -> boolean",
        any_true,
        "Tells whether at least one condition holds.",
        ("OR(FALSE, 1 < 2) = TRUE",),
        sql=True,
    ),
    Function(
        "XOR([condition: list]...) -> boolean",
        odd_number_true,
        "Tells whether an odd number of conditions holds.",
        ("XOR(TRUE, TRUE) = FALSE", "XOR(TRUE, FALSE) = TRUE"),
    ),
    Function(
        "NOT(condition: boolean) -> boolean",
        invert,
        "Turns a condition round.",
        ("NOT(1 = 2) = TRUE",),
        sql=True,
    ),
    Function(
        "IFERROR(value: lazy, otherwise: lazy) -> value|otherwise",
        if_error,
        "Gives the value, or another one where it is an error.",
        ("IFERROR(1/0, 0) = 0", "IFERROR(2, 0) = 2"),
        sql=True,
    ),
    Function(
        "IFNA(value: lazy, otherwise: lazy) -> value|otherwise",
        if_not_available,
        "Gives the value, or another one where it is #N/A.",
        ('IFNA(MATCH(9, {1, 2}, 0), "none") = "none"',),
    ),
    Function("TRUE() -> boolean", true, "Gives TRUE.", ("TRUE() = TRUE",), sql=True),
    Function("FALSE() -> boolean", false, "Gives FALSE.", ("FALSE() = FALSE",), sql=True),
)
