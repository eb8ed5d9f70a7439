"""A board with the reports on it that somebody may see."""

from typing import Any

from engine.access.boards import visible_dashboards
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
    eyes = Eyes(definition, principal)
    named = dict.fromkeys(tile.report for tile in board.tiles if tile.report)
    reports = [definition.reports[id] for id in named if id in definition.reports]
    return {
        "dashboard": dump_document(board),
        "reports": [
            dump_document(levels_seen(eyes, each))
            for each in reports
            if isinstance(understand(eyes, each.query), Question)
        ],
    }
