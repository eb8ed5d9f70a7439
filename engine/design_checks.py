"""Every design check of a whole app in one list, for whoever asks: the designer, and the command line."""

from collections.abc import Callable, Iterable

from engine.access.check import check_roles
from engine.connectors.check import check_connectors
from engine.entities.check import check_definition
from engine.flows.check import check_flows
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.reports.check import check_reports
from engine.reports.check_pages import check_pages

DESIGN_CHECKS: tuple[Callable[[Definition], Iterable[Issue]], ...] = (
    check_definition,
    check_roles,
    check_flows,
    check_connectors,
    check_reports,
    check_pages,
)


def check_design(definition: Definition) -> list[Issue]:
    """Return every finding, with places from the app folder down."""
    return [issue for check in DESIGN_CHECKS for issue in check(definition)]
