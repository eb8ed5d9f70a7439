"""What a record holds: values by field name, and tuples of detail lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from engine.kernel.values import Value


@dataclass(frozen=True, slots=True)
class Line:
    """One detail line; one that was never stored has no id."""

    id: str | None
    values: Mapping[str, Value]


RecordValue: TypeAlias = Value | tuple[Line, ...]
RecordValues: TypeAlias = Mapping[str, RecordValue]
