"""Results kept as long as the object they were made from lives, by its identity.

For what is dear to make from a document that never changes: plans, indexes, merged rights.
"""

import weakref
from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

Owner = TypeVar("Owner")
Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def remember(
    make: Callable[Concatenate[Owner, Arguments], Result],
) -> Callable[Concatenate[Owner, Arguments], Result]:
    """Wrap a pure function of a long-lived object and hashable positional arguments."""
    kept: dict[int, dict[Any, Result]] = {}

    def remembered(owner: Owner, /, *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        mine = kept.get(id(owner))
        if mine is None:
            mine = kept.setdefault(id(owner), {})
            weakref.finalize(owner, kept.pop, id(owner), None).atexit = False
        if arguments not in mine:
            mine[arguments] = make(owner, *arguments, **named)
        return mine[arguments]

    update_wrapper(remembered, make)
    return remembered
