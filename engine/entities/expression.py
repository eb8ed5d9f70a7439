"""Expressions of a definition, checked where they stand."""

from engine.dependencies.resolve import Standpoint
from engine.entities.scope import RecordScope
from engine.expressions.check import Checked, check_text
from engine.expressions.types import Type
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.metadata.definition import Definition


def checked_at(
    definition: Definition, where: Standpoint, text: str, expected: Type | None = None
) -> Checked | list[Issue]:
    """Parse and check an expression at a standpoint; remembered as long as the definition lives."""
    return _checked(definition, where.entity.id, where.lines.id if where.lines else None, text, expected)


@remember
def _checked(
    definition: Definition, entity: str, lines: str | None, text: str, expected: Type | None
) -> Checked | list[Issue]:
    place = definition.field(lines) if lines else None
    scope = RecordScope(definition, Standpoint(definition.entities[entity], place.field if place else None))
    return check_text(text, scope, expected=expected, known=scope.known())
