"""One cell of the matrix: a call, and what it must answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    """One call and what it must answer; `without` must not be in the answer, `within` must."""

    words: str
    method: str
    path: str
    status: frozenset[int]
    json: Any = None
    params: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    thrown_away: tuple[str, str] | None = None
