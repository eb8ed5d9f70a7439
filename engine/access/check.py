"""Design checks of roles: they speak of fields that are there, and disclose nothing they hide."""

from collections.abc import Iterator

from engine.access.levels import LEVELS, field_levels
from engine.entities.checks.placing import place_of
from engine.entities.computed import describe
from engine.entities.sources import sources
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.model import EntityPermission, FieldAccess, Role


def check_roles(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for role in definition.roles.values():
        for index, permission in enumerate(role.entities):
            found = (*_fields(definition, permission), *_disclosed(definition, role, permission))
            yield from (issue.under(*place_of(role), "entities", index) for issue in found)


def _fields(definition: Definition, permission: EntityPermission) -> Iterator[Issue]:
    for id in permission.fields:
        place = definition.field(id)
        entity = definition.entities.get(permission.entity)
        if entity and (place is None or place.entity.id != permission.entity):
            yield Issue("entity.field.foreign", ("fields", id), {"entity": entity.name})


def _disclosed(definition: Definition, role: Role, permission: EntityPermission) -> Iterator[Issue]:
    """A listed computed field is shown as listed, whatever it is made of: say what it gives away."""
    for id, level in permission.fields.items():
        hidden = [
            each for each in sorted(sources(definition, id)) if _rank(definition, role, each) < _at(level)
        ]
        if hidden and _at(level) >= _at("read"):
            field, source = next(describe(definition, (id,))), ", ".join(describe(definition, tuple(hidden)))
            params = {"field": field, "source": source}
            yield Issue("role.field.derived", ("fields", id), params, Severity.WARNING)


def _rank(definition: Definition, role: Role, id: str) -> int:
    """Return how far a role sees a field; reading it is enough for what is computed."""
    place = definition.field(id)
    if place is None:
        return _at("hidden")
    granting = (each for each in role.entities if each.entity == place.entity.id and each.read is not False)
    level = field_levels(definition, (role,), place.entity.id, granting)[id]
    return _at("edit") if level == "read" else _at(level)


def _at(level: FieldAccess) -> int:
    return LEVELS.index(level)
