"""Wildcards and regular expressions, both by RE2: linear time whatever the pattern.

`*` stands for any characters, `?` for one, `~` makes the next one plain. Case does not matter.
"""

from functools import lru_cache
from typing import Protocol

import re2

from engine.expressions.faults import WRONG_ARGUMENT, Fault

PATTERN_LENGTH = 512
_OPTIONS = re2.Options()
_OPTIONS.log_errors = False
_OPTIONS.max_mem = 8 << 20


class Pattern(Protocol):
    """What is used of a compiled pattern."""

    def search(self, text: str, pos: int = 0) -> "Found | None":
        """Find the first place from a position."""

    def fullmatch(self, text: str) -> "Found | None":
        """Match the whole text."""


class Found(Protocol):
    """A match."""

    def start(self) -> int:
        """Return where it begins."""


def has_wildcards(text: str) -> bool:
    """Tell whether a text means a pattern."""
    return any(character in text for character in "*?~")


@lru_cache(maxsize=512)
def wildcard(text: str) -> Pattern:
    """Compile a wildcard text."""
    parts: list[str] = []
    characters = iter(text)
    for character in characters:
        if character == "~":
            following = next(characters, "~")
            parts.append(re2.escape(following if following in "*?~" else "~" + following))
        else:
            parts.append({"*": ".*", "?": "."}.get(character) or re2.escape(character))
    return _compiled("(?is)" + "".join(parts))


@lru_cache(maxsize=512)
def regular_expression(text: str, *, ignore_case: bool) -> Pattern:
    """Compile a regular expression; one that is too long or wrong is #VALUE!."""
    if len(text) > PATTERN_LENGTH:
        raise Fault(WRONG_ARGUMENT)
    return _compiled(("(?i)" if ignore_case else "") + text)


def _compiled(pattern: str) -> Pattern:
    try:
        return re2.compile(pattern, _OPTIONS)  # type: ignore[no-any-return]
    except re2.error as problem:
        raise Fault(WRONG_ARGUMENT) from problem
