"""What a measurement says: one line each, the product beside what it is compared with."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the product and one of what it is held against; a ratio above 1 is the product ahead."""

    title: str
    product: float
    other: float
    unit: str

    @property
    def ratio(self) -> float:
        """The product's figure as a multiple of the other one."""
        return self.product / self.other if self.other else float("nan")


def table(heading: str, other: str, lines: Iterable[Line]) -> str:
    """Return lines as a table for people."""
    rows = [f"{heading:<34}{'Tongdao':>14}{other:>26}{'ratio':>9}"]
    rows += [
        f"{each.title:<34}{each.product:>14,.1f}{each.other:>26,.1f}{each.ratio:>9.2f}  {each.unit}"
        for each in lines
    ]
    return "\n".join(rows)
