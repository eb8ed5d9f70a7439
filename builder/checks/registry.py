"""All live checks of the designer: those of the engine, and each file beside this one."""

from collections.abc import Callable, Iterable

from builder.checks import empty_choices, empty_section, missing_translation, unplaced_field, wide_item
from engine.design_checks import DESIGN_CHECKS
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.load import place
from engine.ports import Documents

CHECKS: tuple[Callable[[Definition], Iterable[Issue]], ...] = (
    *DESIGN_CHECKS,
    unplaced_field.check,
    empty_section.check,
    wide_item.check,
    empty_choices.check,
    missing_translation.check,
)


def run_checks(definition: Definition) -> list[Issue]:
    """Return every finding about a draft, with places from the app folder down."""
    return [issue for check in CHECKS for issue in check(definition)]


def file_at(documents: Documents, path: Path) -> str | None:
    """Return the file of the document that an issue's place lies in."""
    file = f"{'/'.join(str(step) for step in path[:2])}.json"
    return (
        file if file in documents else next((each for each in documents if _holds(place(each), path)), None)
    )


def _holds(document: Path, path: Path) -> bool:
    return path[: len(document)] == document
