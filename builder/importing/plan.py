"""What a file becomes, as it is proposed and as somebody corrects it: tables with their columns."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column as a field; a link leads to the table of sheet `target`."""

    index: int
    label: str
    use: bool
    type: str
    target: str | None = None


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table as an entity; `key` and `title` are columns, by index."""

    sheet: str
    use: bool
    label: str
    header_row: int
    columns: tuple[ColumnPlan, ...]
    key: int | None = None
    title: int | None = None

    def column(self, index: int | None) -> ColumnPlan | None:
        """Return a column that is used."""
        return next((each for each in self.columns if each.index == index and each.use), None)


@dataclass(frozen=True, slots=True)
class FilePlan:
    """All tables of a file."""

    tables: tuple[TablePlan, ...]

    @property
    def used(self) -> Sequence[TablePlan]:
        """Return the tables that become entities."""
        return [each for each in self.tables if each.use]

    def table(self, sheet: str | None) -> TablePlan | None:
        """Return the table of a sheet that is used."""
        return next((each for each in self.used if each.sheet == sheet), None)
