"""Who may be chosen in the person fields of an app: active people, shown to those who see such a field."""

from collections.abc import Sequence

from sqlalchemy import Connection, or_, select

from engine.access.principal import Principal
from engine.access.rights import rights_of
from engine.metadata.definition import Definition, places
from engine.metadata.model import PersonOptions
from runtime.storage.system_tables import sys_user

MOST = 100


def sees_people(definition: Definition, principal: Principal) -> bool:
    """Tell whether a principal sees any person field of an app."""
    for entity in definition.entities.values():
        fields = [each.field.id for each in places(entity) if isinstance(each.field.options, PersonOptions)]
        if fields:
            access = rights_of(definition, principal, entity.id).fields
            if any(access[id] in ("read", "edit") for id in fields):
                return True
    return False


def choosable_people(connection: Connection, search: str, most: int) -> Sequence[dict[str, str]]:
    """Return active people whose name or login contains a text, as id and title."""
    people = select(sys_user.c.id, sys_user.c.name).where(sys_user.c.kind == "human", sys_user.c.active)
    if search:
        by_login = sys_user.c.login_key.contains(search.casefold(), autoescape=True)
        people = people.where(or_(by_login, sys_user.c.name.contains(search, autoescape=True)))
    rows = connection.execute(people.order_by(sys_user.c.name, sys_user.c.id).limit(most))
    return [{"id": row.id, "title": row.name} for row in rows]


def people_named(connection: Connection, ids: Sequence[str]) -> Sequence[dict[str, str]]:
    """Return people by their ids, those who left as well, as id and title."""
    named = select(sys_user.c.id, sys_user.c.name).where(sys_user.c.kind == "human", sys_user.c.id.in_(ids))
    return [{"id": row.id, "title": row.name} for row in connection.execute(named.order_by(sys_user.c.id))]
