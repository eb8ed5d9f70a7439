"""Design checks of reports and boards: every question can be asked, every picture shows what is in it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from engine.access.principal import SYSTEM
from engine.entities.checks.placing import place_of
from engine.expressions.context import Context
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.model import Dashboard, Report
from engine.reports.answer import read_criteria
from engine.reports.drilling import on_level
from engine.reports.eyes import Eyes
from engine.reports.understand import understand

# Which shelves of a chart hold dimensions and which figures, by its kind.
DIMENSION_SHELVES: Mapping[str, tuple[str, ...]] = {
    "number": ("trend",),
    "table": ("columns",),
    "bar": ("x", "color"),
    "line": ("x", "color"),
    "pie": ("by",),
    "radar": ("by",),
    "funnel": ("by",),
    "china_map": ("province",),
}
FIGURE_SHELVES: Mapping[str, tuple[str, ...]] = {
    "number": ("value",),
    "bar": ("y",),
    "line": ("y",),
    "pie": ("value",),
    "radar": ("axes",),
    "funnel": ("stages", "value"),
    "china_map": ("value",),
}


def check_reports(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each fault."""
    eyes = Eyes(definition, SYSTEM)
    for report in definition.reports.values():
        found = (*_query(eyes, report), *_chart(report), *_drill(eyes, report))
        yield from (issue.under(*place_of(report)) for issue in found)
    for board in definition.dashboards.values():
        yield from (issue.under(*place_of(board)) for issue in _board(board))


def _query(eyes: Eyes, report: Report) -> Iterator[Issue]:
    question = understand(eyes, report.query)
    if isinstance(question, list):
        yield from (issue.under("query") for issue in question)
        return
    moment = Context(datetime(2000, 1, 1, tzinfo=UTC), ZoneInfo(eyes.definition.app.timezone))
    try:
        read_criteria(question, moment)
    except Invalid as refused:
        yield from (issue.under("query") for issue in refused.issues)


def _drill(eyes: Eyes, report: Report) -> Iterator[Issue]:
    """Yield what is wrong with levels; where the question itself is unsound they are not judged."""
    if isinstance(understand(eyes, report.query), list):
        return
    known = {each.id for each in report.query.dimensions}
    for index, path in enumerate(report.drill):
        if path.dimension not in known:
            yield Issue("report.drill.dimension", ("drill", index, "dimension"), {"id": path.dimension})
            continue
        for at, step in enumerate(path.steps):
            question = understand(eyes, on_level(report.query, replace(step, id=path.dimension)))
            for issue in question if isinstance(question, list) else ():
                yield replace(issue, path=("drill", index, "steps", at))


def _chart(report: Report) -> Iterator[Issue]:
    kind = report.chart.kind
    dimensions = {each.id for each in report.query.dimensions}
    figures = {each.id for each in report.query.measures}
    for shelves, known in ((DIMENSION_SHELVES, dimensions), (FIGURE_SHELVES, figures)):
        for shelf in shelves.get(kind, ()):
            for place, id in _held(report, shelf):
                if id not in known:
                    yield Issue("report.chart.shelf", ("chart", shelf, *place), {"id": id})


def _held(report: Report, shelf: str) -> Iterator[tuple[Path, str]]:
    """Yield the ids on a shelf, with their places in it."""
    held = getattr(report.chart, shelf)
    if isinstance(held, str):
        yield (), held
    elif held is not None:
        yield from (((index,), id) for index, id in enumerate(held))


def _board(board: Dashboard) -> Iterator[Issue]:
    for index, tile in enumerate(board.tiles):
        if tile.report is None and tile.text is None:
            yield Issue("report.tile.report", ("tiles", index))
