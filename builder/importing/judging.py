"""What is wrong with a plan somebody corrected: every reason with its place, before anything is made."""

from collections import Counter
from collections.abc import Iterator, Sequence

from builder.importing.columns import Sheet
from builder.importing.linking import Link, known_by, leads_to
from builder.importing.plan import ColumnPlan, FilePlan, TablePlan
from engine.kernel.issue import Issue

TYPES = (
    "text", "long_text", "integer", "decimal", "money", "percent", "switch", "choice", "date", "datetime",
    "email", "phone", "url", "person", "link",
)  # fmt: skip
_UNFIT_TITLE = ("link", "person", "long_text", "switch")


def plan_issues(plan: FilePlan, sheets: Sequence[Sheet]) -> list[Issue]:
    """Return every reason against a plan."""
    if not plan.used:
        return [Issue("import.tables.none", ("tables",))]
    known = {sheet.table.sheet: sheet for sheet in sheets}
    issues = [
        issue.under("tables", at)
        for at, table in enumerate(plan.tables)
        if table.use
        for issue in _table_issues(plan, table, known)
    ]
    return issues or list(_circles(plan))


def _table_issues(plan: FilePlan, table: TablePlan, known: dict[str, Sheet]) -> Iterator[Issue]:
    sheet = known.get(table.sheet)
    if sheet is None:
        yield Issue("transfer.sheet.unknown", ("sheet",), {"sheet": table.sheet[:80]})
        return
    if not table.label.strip():
        yield Issue("import.label.missing", ("label",))
    used = [each for each in table.columns if each.use]
    if not used:
        yield Issue("import.columns.none", ("columns",), {"sheet": table.sheet})
    twice = {index for index, times in Counter(each.index for each in used).items() if times > 1}
    for at, column in enumerate(table.columns):
        if column.use:
            for issue in _column_issues(plan, column, known, (sheet, twice)):
                yield issue.under("columns", at)
    title = table.column(table.title)
    if title is None or title.type in _UNFIT_TITLE:
        yield Issue("import.title.missing", ("title",), {"sheet": table.sheet})


def _column_issues(
    plan: FilePlan, column: ColumnPlan, known: dict[str, Sheet], of: tuple[Sheet, set[int]]
) -> Iterator[Issue]:
    sheet, twice = of
    if sheet.column(column.index) is None or column.index in twice:
        yield Issue("import.column.unknown", ("index",), {"column": column.index + 1})
    if column.type not in TYPES:
        yield Issue("import.type.unknown", ("type",), {"type": column.type})
    if column.type == "link":
        target = plan.table(column.target)
        if target is None or target.sheet == sheet.table.sheet:
            yield Issue("import.link.nowhere", ("target",), {"column": column.label})
        elif target.sheet in known and not known_by(known[target.sheet]):
            params = {"column": column.label, "sheet": target.sheet}
            yield Issue("import.link.ambiguous", ("target",), params)


def _circles(plan: FilePlan) -> Iterator[Issue]:
    """Tables that link to each other cannot be imported one after the other."""
    links = [
        Link(table.sheet, column.index, column.target, 0, 1.0)
        for table in plan.used
        for column in table.columns
        if column.use and column.type == "link" and column.target
    ]
    for at, table in enumerate(plan.tables):
        own = [each for each in links if each.sheet == table.sheet]
        if any(leads_to(links, each.target, table.sheet) for each in own):
            yield Issue("import.link.circle", ("tables", at), {"sheet": table.sheet})
