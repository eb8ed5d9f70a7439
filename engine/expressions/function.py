"""How a function is declared: signature, meaning, documentation and examples in one value.

A signature reads `NAME(first: kind, second?: kind, [a: kind, b: kind]..., last?: kind) -> result`. `?`
marks what may be left out, `...` what may be repeated. Kinds: `number`, `integer` (a number without its
fraction), `text`, `boolean`, `date` and `datetime` are single values, converted; `any` is a single value
as it is; `list` is a list, a table or a single value; `captured` hands errors over as values; `lazy` is a
thunk that is called when needed. The result is a kind of type, `a|b` for the common type of the arguments
`a` and `b`, `item a` for what the list `a` holds, or `extreme a`: date-like where the list `a` is, else
number.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from engine.expressions.types import Kind, Type

_SIGNATURE = re.compile(r"(?P<name>[A-Z][A-Z0-9._]*)\((?P<parameters>.*)\) -> (?P<result>.+)")
_REPEATED = re.compile(r"\[(?P<group>[^\]]*)\]\.\.\.")
_PARAMETER = re.compile(r"(?P<name>\w+)(?P<optional>\??): (?P<kind>\w+)")
MANY = 255


@dataclass(frozen=True, slots=True)
class Parameter:
    """One place for an argument."""

    name: str
    kind: str
    optional: bool = False


@dataclass(frozen=True)
class Function:
    """A function of the language. `body` gets the run and the converted arguments.

    `browser` tells whether the browser twin has it, `sql` whether filters and measures can use it,
    `volatile` whether its result changes without any field changing. Examples read `FORMULA = RESULT`.
    """

    signature: str
    body: Callable[..., Any]
    doc: str
    examples: tuple[str, ...]
    browser: bool = True
    sql: bool = False
    volatile: bool = False

    @cached_property
    def _parts(self) -> re.Match[str]:
        found = _SIGNATURE.fullmatch(self.signature)
        if not found:
            raise ValueError(f"not a signature: {self.signature}")
        return found

    @cached_property
    def name(self) -> str:
        """Return the upper-case name."""
        return self._parts["name"]

    @cached_property
    def result(self) -> str:
        """Return the result as the signature says it."""
        return self._parts["result"]

    @cached_property
    def before(self) -> tuple[Parameter, ...]:
        """Return the parameters in front of the repeated ones, or all."""
        return _parameters(_REPEATED.split(self._parts["parameters"])[0])

    @cached_property
    def repeated(self) -> tuple[Parameter, ...]:
        """Return the group of parameters that repeats."""
        found = _REPEATED.search(self._parts["parameters"])
        return _parameters(found["group"]) if found else ()

    @cached_property
    def after(self) -> tuple[Parameter, ...]:
        """Return the optional parameter behind the repeated ones."""
        found = _REPEATED.search(self._parts["parameters"])
        return _parameters(self._parts["parameters"][found.end() :]) if found else ()

    @cached_property
    def least(self) -> int:
        """Return the smallest number of arguments."""
        return sum(not each.optional for each in self.before) + len(self.repeated)

    @cached_property
    def most(self) -> int:
        """Return the largest number of arguments."""
        return MANY if self.repeated else len(self.before)

    def parameters_for(self, count: int) -> tuple[Parameter, ...] | None:
        """Return the parameter of each of `count` arguments, or None where the count is wrong."""
        if not self.least <= count <= self.most:
            return None
        if not self.repeated:
            return self.before[:count]
        groups, rest = divmod(count - len(self.before), len(self.repeated))
        if rest > len(self.after):
            return None
        return self.before + self.repeated * groups + self.after[:rest]


def _parameters(text: str) -> tuple[Parameter, ...]:
    return tuple(
        Parameter(each["name"], each["kind"], bool(each["optional"])) for each in _PARAMETER.finditer(text)
    )


RESULT_TYPES = {kind.value: Type(kind) for kind in Kind}
