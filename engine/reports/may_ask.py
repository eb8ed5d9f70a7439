"""Which questions somebody may ask: any, with the right to explore; else those of what they see.

Those of the boards and pages they see may be narrowed, and asked on the levels their authors set.
"""

from collections.abc import Iterator
from dataclasses import replace

from engine.access.boards import may_explore, visible_dashboards, visible_pages
from engine.access.principal import Principal
from engine.metadata.definition import Definition
from engine.metadata.model import Query, Report
from engine.reports.drilling import drilled_base


def visible_reports(definition: Definition, principal: Principal) -> Iterator[Report]:
    """Yield the reports of the boards and pages somebody sees."""
    listed = {tile.report for board in visible_dashboards(definition, principal) for tile in board.tiles}
    listed |= {block.report for page in visible_pages(definition, principal) for block in page.blocks}
    return (each for id, each in definition.reports.items() if id in listed)


def may_ask(definition: Definition, principal: Principal, query: Query) -> bool:
    """Tell whether somebody may ask a query: their own, or that of a report narrowed, or further down."""
    return may_explore(definition, principal) or any(
        _is_of(query, report) for report in visible_reports(definition, principal)
    )


def _is_of(query: Query, report: Report) -> bool:
    if is_narrowed(query, report.query):
        return True
    base = drilled_base(query, report)
    return base is not None and is_narrowed(query, base)


def is_narrowed(query: Query, base: Query) -> bool:
    """Tell whether a query is another one with nothing but filters on rows added at the end."""
    kept, added = query.filters[: len(base.filters)], query.filters[len(base.filters) :]
    is_same = replace(query, filters=()) == replace(base, filters=())
    return is_same and kept == base.filters and all(each.measure is None for each in added)
