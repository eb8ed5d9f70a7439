"""Makes the definition that a browser works from; kept per release and set of roles, because it is dear."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import orjson

from engine.access.authorize import roles_of
from engine.access.principal import Grant, Principal
from engine.access.rights import rights_of
from engine.access.told import told_definition, told_rights, told_trees
from engine.access.visible import visible_documents
from engine.kernel.remember import remember
from engine.metadata.definition import Definition
from runtime.server.apps import InstalledApp


@dataclass(frozen=True, slots=True)
class Content:
    """The answer as it is sent."""

    body: bytes
    etag: str


def definition_content(installed: InstalledApp, principal: Principal) -> Content:
    """Return the definition for a principal."""
    roles = frozenset(role.id for role in roles_of(installed.definition, principal.roles))
    viewer = principal.seen_by
    looking = roles_of(installed.definition, viewer.roles) if viewer else ()
    seen_by = frozenset(role.id for role in looking) if viewer else None
    return _content(installed.definition, installed.release, roles, principal.scopes, seen_by)


@remember
def _content(
    definition: Definition,
    release: int,
    roles: frozenset[str],
    scopes: frozenset[str] | None,
    seen_by: frozenset[str] | None,
) -> Content:
    viewer = None if seen_by is None else Principal("", "human", seen_by)
    principal = Principal("", "human" if scopes is None else "token", roles, scopes=scopes, seen_by=viewer)
    body = orjson.dumps(told_definition(definition, release, principal))
    return Content(body, f'"{release}-{sha256(body).hexdigest()[:16]}"')


def granted_documents(definition: Definition, principal: Principal) -> dict[str, Any] | None:
    """Return what it takes to draw a record that a task grants; None where the roles alone show as much."""
    grant = principal.grant
    if grant is None:
        return None
    roles = frozenset(role.id for role in roles_of(definition, principal.roles))
    return _granted(definition, roles, grant)


@remember
def _granted(definition: Definition, roles: frozenset[str], grant: Grant) -> dict[str, Any] | None:
    """Return the granted entity with its forms and choices, and of the app nothing else."""
    alone = Principal("", "human", roles)
    granted = replace(alone, grant=grant)
    rights = rights_of(definition, granted, grant.entity)
    if rights == rights_of(definition, alone, grant.entity):
        return None
    visible = visible_documents(definition, granted)
    entity = next(each for each in visible.entities if each["id"] == grant.entity)
    used = {each.get("list") for each in _options(entity["fields"])}
    kept = replace(
        visible,
        entities=(entity,),
        forms=tuple(each for each in visible.forms if each["entity"] == grant.entity),
        views=(),
        options=tuple(each for each in visible.options if each["id"] in used),
    )
    return {
        "entity": entity,
        "forms": kept.forms,
        "options": kept.options,
        "rights": told_rights(definition, grant.entity, rights),
        "trees": dict(told_trees(kept)),
    }


def _options(fields: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for each in fields:
        options = each.get("options", {})
        yield options
        yield from _options(options.get("fields", ()))
