"""Everything a principal may do with an entity, for screens: they offer only what will be allowed."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.access.authorize import authorize
from engine.access.decision import ACTIONS, Action, Decision
from engine.access.principal import Principal
from engine.metadata.definition import Definition, places
from engine.metadata.model import FieldAccess


@dataclass(frozen=True, slots=True)
class Rights:
    """The actions that are not refused outright, and the access to each field by id."""

    actions: frozenset[Action]
    fields: Mapping[str, FieldAccess]


def rights_of(definition: Definition, principal: Principal, entity: str) -> Rights:
    """Return what a principal may do with an entity; nothing for one that does not exist."""
    answers = {action: authorize(definition, principal, action, entity) for action in ACTIONS}
    given = {action: each for action, each in answers.items() if isinstance(each, Decision)}
    found = definition.entities.get(entity)
    fields = [place.field.id for place in places(found)] if found else []
    return Rights(frozenset(given), {id: _access(given, id) for id in fields})


def _access(given: Mapping[Action, Decision], field: str) -> FieldAccess:
    reading = given.get("read")
    if any(field in given[each].writable for each in ("create", "update") if each in given):
        return "edit"
    if reading and field in reading.readable:
        return "read"
    return "masked" if reading and field in reading.masked else "hidden"
