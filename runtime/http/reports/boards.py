"""A board or a page with the reports on it that somebody may see."""

from collections.abc import Iterable
from typing import Any

from engine.access.boards import visible_dashboards, visible_pages
from engine.access.principal import Principal
from engine.kernel.errors import NotFound
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document
from engine.reports.drilling import levels_seen
from engine.reports.eyes import Eyes
from engine.reports.question import Question
from engine.reports.understand import understand


def board_content(definition: Definition, principal: Principal, name: str) -> dict[str, Any]:
    """Return a board and its reports; one that asks for what is hidden from somebody is not among them."""
    boards = visible_dashboards(definition, principal)
    board = next((each for each in boards if each.name == name), None)
    if board is None:
        raise NotFound.of("report.dashboard.unknown")
    named = (tile.report for tile in board.tiles)
    return {"dashboard": dump_document(board), "reports": _reports(definition, principal, named)}


def page_content(definition: Definition, principal: Principal, name: str) -> dict[str, Any]:
    """Return a page and its reports, as of a board."""
    page = next((each for each in visible_pages(definition, principal) if each.name == name), None)
    if page is None:
        raise NotFound.of("page.unknown")
    named = (block.report for block in page.blocks)
    return {"page": dump_document(page), "reports": _reports(definition, principal, named)}


def _reports(
    definition: Definition, principal: Principal, named: Iterable[str | None]
) -> list[dict[str, Any]]:
    eyes = Eyes(definition, principal)
    reports = [definition.reports[id] for id in dict.fromkeys(named) if id and id in definition.reports]
    return [
        dump_document(levels_seen(eyes, each))
        for each in reports
        if isinstance(understand(eyes, each.query), Question)
    ]
