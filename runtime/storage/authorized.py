"""Names become fields here, with the permission to use them; a compiler takes nothing else.

A field that may not be read does not exist: the issue is that of an unknown name.
"""

from dataclasses import dataclass

from engine.access.decision import Decision
from engine.kernel.ids import SYSTEM_FIELDS
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Field


@dataclass(frozen=True, slots=True)
class AuthorizedField:
    """A field that a decision lets be used. System fields such as `created_at` have no `field`."""

    decision: Decision
    name: str
    field: Field | None = None
    is_masked: bool = False


def authorized(
    definition: Definition, decision: Decision, name: str, *, masked: bool = False
) -> AuthorizedField | Issue:
    """Return the field a name means. Masked ones count only where just their hint is shown."""
    if name in SYSTEM_FIELDS:
        return AuthorizedField(decision, name)
    field = _by_name(definition, decision.entity).get(name)
    if field and field.id in decision.readable:
        return AuthorizedField(decision, name, field)
    if field and masked and field.id in decision.masked:
        return AuthorizedField(decision, name, field, is_masked=True)
    return Issue("query.field.unknown", params={"field": name})


def shown_fields(definition: Definition, decision: Decision) -> tuple[AuthorizedField, ...]:
    """Return the fields of a record that are shown in full or masked, in the order of the entity."""
    entity: Entity = definition.entities[decision.entity]
    return tuple(
        AuthorizedField(decision, each.name, each, each.id in decision.masked)
        for each in entity.fields
        if each.id in decision.readable or each.id in decision.masked
    )


@remember
def _by_name(definition: Definition, entity: str) -> dict[str, Field]:
    return {field.name: field for field in definition.entities[entity].fields}
