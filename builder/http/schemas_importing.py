"""Bodies of the calls that make an app from a file: what a person corrected of the proposal."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from builder.importing.plan import ColumnPlan, FilePlan, TablePlan

Sheet = Annotated[str, Field(max_length=200)]
Label = Annotated[str, Field(max_length=100)]
Index = Annotated[int, Field(ge=0, le=1_000)]
HeaderRows = dict[Sheet, Annotated[int, Field(ge=1, le=1_000)]]


class ColumnBody(BaseModel):
    """What one column becomes."""

    model_config = ConfigDict(extra="forbid")

    index: Index
    label: Label
    use: bool
    type: str = Field(max_length=20)
    target: Sheet | None = None


class TableBody(BaseModel):
    """What one table becomes."""

    model_config = ConfigDict(extra="forbid")

    sheet: Sheet
    use: bool
    label: Label
    header_row: int = Field(ge=1, le=1_000)
    key: Index | None = None
    title: Index | None = None
    columns: list[ColumnBody] = Field(max_length=500)


class ProposeBody(BaseModel):
    """Header rows that somebody chose, by sheet."""

    model_config = ConfigDict(extra="forbid")

    header_rows: HeaderRows = Field(default_factory=dict)


class PlanBody(BaseModel):
    """All tables of a file."""

    model_config = ConfigDict(extra="forbid")

    tables: list[TableBody] = Field(max_length=100)

    def plan(self) -> FilePlan:
        """Return the plan."""
        return FilePlan(tuple(_table(each) for each in self.tables))

    def header_rows(self) -> dict[str, int]:
        """Return the header rows by sheet."""
        return {each.sheet: each.header_row for each in self.tables}


class FileBody(PlanBody):
    """The file an app begins from, and what it becomes."""

    id: str = Field(max_length=40)


def _table(body: TableBody) -> TablePlan:
    columns = tuple(ColumnPlan(**each.model_dump()) for each in body.columns)
    return TablePlan(**{**body.model_dump(), "columns": columns})
