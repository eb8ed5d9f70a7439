"""How far a set of roles may see each field of an entity: hidden, masked, read or edit.

Roles add up: the most generous one counts. A computed field that no role lists is never shown further
than what it is computed from, so that a formula discloses nothing hidden; listing it is a decision.
"""

from collections.abc import Iterable, Iterator, Mapping

from engine.entities.sources import sources
from engine.metadata.definition import Definition, FieldPlace, places
from engine.metadata.model import EntityPermission, FieldAccess, Role

LEVELS: tuple[FieldAccess, ...] = ("hidden", "masked", "read", "edit")
_RANK = {level: rank for rank, level in enumerate(LEVELS)}


def most(levels: Iterable[FieldAccess]) -> FieldAccess:
    """Return the most generous level; hidden without any."""
    return max(levels, key=_RANK.__getitem__, default="hidden")


def least(levels: Iterable[FieldAccess]) -> FieldAccess:
    """Return the strictest level; edit without any."""
    return min(levels, key=_RANK.__getitem__, default="edit")


def permissions(roles: Iterable[Role], entity: str) -> Iterator[EntityPermission]:
    """Yield what roles say about an entity."""
    for role in roles:
        yield from (each for each in role.entities if each.entity == entity)


def field_levels(
    definition: Definition, roles: tuple[Role, ...], entity: str, granting: Iterable[EntityPermission]
) -> Mapping[str, FieldAccess]:
    """Return the access to every field of an entity, as the given permissions of these roles add up."""
    given = tuple(granting)
    return {
        place.field.id: _level(definition, roles, place, given, frozenset())
        for place in places(definition.entities[entity])
    }


def _level(
    definition: Definition,
    roles: tuple[Role, ...],
    place: FieldPlace,
    given: tuple[EntityPermission, ...],
    above: frozenset[str],
) -> FieldAccess:
    """Return the access to one field; `above` are the computed fields that led here, against circles."""
    id = place.field.id
    implied = most(_implied(each, place) for each in given if id not in each.fields)
    listed = most(_listed(each, place) for each in given if id in each.fields)
    made_of = sources(definition, id)
    if made_of and id not in above and listed != "edit":
        readers = (_source_level(definition, roles, each, above | {id}) for each in made_of)
        implied = least([implied, *readers])
    return most([implied, listed])


def _implied(permission: EntityPermission, place: FieldPlace) -> FieldAccess:
    """Return the access to a field that is not listed: as its detail lines, or as other fields."""
    if place.lines is None:
        return permission.other_fields
    return permission.fields.get(place.lines.id, permission.other_fields)


def _listed(permission: EntityPermission, place: FieldPlace) -> FieldAccess:
    """Return the access to a listed field: never beyond the detail lines it stands in."""
    level = permission.fields[place.field.id]
    if place.lines is None:
        return level
    return least([level, permission.fields.get(place.lines.id, permission.other_fields)])


def _source_level(
    definition: Definition, roles: tuple[Role, ...], id: str, above: frozenset[str]
) -> FieldAccess:
    place = definition.field(id)
    if place is None:
        return "hidden"
    granting = tuple(each for each in permissions(roles, place.entity.id) if each.read is not False)
    return _level(definition, roles, place, granting, above)
