"""All design checks of a definition that need types and links; without errors it may go live."""

from collections.abc import Callable, Iterable

from engine.entities.checks import (
    circles,
    expressions,
    links,
    lists,
    records,
    rules,
    screens,
    settings,
    stock,
)
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition

CHECKS: tuple[Callable[[Definition], Iterable[Issue]], ...] = (
    settings.check,
    links.check,
    circles.check,
    lists.check,
    records.check,
    screens.check,
    rules.check,
    stock.check,
    expressions.check,
)


def check_definition(definition: Definition) -> list[Issue]:
    """Return every finding, with places from the app folder down; those in expressions have spans."""
    return [issue for check in CHECKS for issue in check(definition)]
