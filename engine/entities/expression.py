"""Expressions of a definition, checked where they stand."""

from typing import TypeAlias

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
    return _checked(definition, _key(where), text, expected)


_Key: TypeAlias = tuple[str, str | None, tuple[tuple[str, str], ...], "_Key | None", bool]


def _key(where: Standpoint) -> _Key:
    """Return a standpoint as something that can be remembered."""
    lines, flow = where.lines.id if where.lines else None, _key(where.flow) if where.flow else None
    return where.entity.id, lines, tuple(where.names.items()), flow, where.is_open


def _standpoint(definition: Definition, key: _Key) -> Standpoint:
    entity, lines, names, flow, is_open = key
    place = definition.field(lines) if lines else None
    return Standpoint(
        definition.entities[entity],
        place.field if place else None,
        dict(names),
        _standpoint(definition, flow) if flow else None,
        is_open,
    )


@remember
def _checked(definition: Definition, key: _Key, text: str, expected: Type | None) -> Checked | list[Issue]:
    scope = RecordScope(definition, _standpoint(definition, key))
    return check_text(text, scope, expected=expected, known=scope.known())
