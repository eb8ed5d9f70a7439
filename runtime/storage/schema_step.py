"""One step of bringing tables to a definition: what it says about itself and how it is done."""

from collections.abc import Callable
from dataclasses import dataclass

from alembic.operations import Operations

from engine.ports import StorageStep, Words

Apply = Callable[[Operations], None]

# Rows a second, from filled tables of 100,000 on a machine with two cores.
PER_SECOND = {
    "storage.step.index": 400_000,
    "storage.step.unique": 300_000,
    "storage.step.default": 300_000,
    "storage.step.choice": 1_000_000,
    "storage.step.convert": 40_000,
    "storage.step.merge": 40_000,
    "storage.step.sort_key": 10_000,
    "storage.step.compute": 40_000,
}
_SECONDS_A_STEP = 0.01


@dataclass(frozen=True, slots=True)
class SchemaStep:
    """A step; `rows` are those it reads or writes."""

    code: str
    params: Words
    rows: int
    apply: Apply

    def told(self) -> StorageStep:
        """Return what is told about the step before it is done."""
        rate = PER_SECOND.get(self.code)
        seconds = _SECONDS_A_STEP + (self.rows / rate if rate else 0)
        return StorageStep(self.code, self.params, self.rows, round(seconds, 2))
