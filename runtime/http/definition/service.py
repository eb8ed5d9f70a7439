"""Makes the definition that a browser works from; kept per release and set of roles, because it is dear."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import orjson

from engine.access.authorize import roles_of
from engine.access.boards import may_explore, visible_dashboards, visible_pages
from engine.access.decision import ACTIONS
from engine.access.designable import designable
from engine.access.principal import Grant, Principal
from engine.access.rights import Rights, rights_of
from engine.access.visible import VisibleDocuments, visible_documents
from engine.expressions.nodes import to_json
from engine.expressions.parse import parse
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.metadata.definition import Definition, places
from engine.metadata.model import Dashboard, Page
from engine.metadata.walk import ExpressionUse, walk_document
from runtime.server.apps import InstalledApp


@dataclass(frozen=True, slots=True)
class Content:
    """The answer as it is sent."""

    body: bytes
    etag: str


def definition_content(installed: InstalledApp, principal: Principal) -> Content:
    """Return the definition for a principal."""
    roles = frozenset(role.id for role in roles_of(installed.definition, principal.roles))
    return _content(installed.definition, installed.release, roles, principal.scopes)


@remember
def _content(
    definition: Definition, release: int, roles: frozenset[str], scopes: frozenset[str] | None
) -> Content:
    principal = Principal("", "human" if scopes is None else "token", roles, scopes=scopes)
    visible = visible_documents(definition, principal)
    designed = designable(definition, roles)
    body = orjson.dumps(
        {
            "release": release,
            "app": visible.app,
            "entities": visible.entities,
            "forms": visible.forms,
            "views": visible.views,
            "options": visible.options,
            "rights": {
                definition.entities[id].name: _rights(definition, id, rights)
                for id, rights in visible.rights.items()
            },
            "trees": dict(_trees(visible)),
            "rules": list(_rules(definition, designed)),
            "design": sorted(designed),
            "dashboards": [_board(each) for each in visible_dashboards(definition, principal)],
            "pages": [_board(each) for each in visible_pages(definition, principal)],
            "explore": may_explore(definition, principal),
        }
    )
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
        "rights": _rights(definition, grant.entity, rights),
        "trees": dict(_trees(kept)),
    }


def _options(fields: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for each in fields:
        options = each.get("options", {})
        yield options
        yield from _options(options.get("fields", ()))


def _board(board: Dashboard | Page) -> dict[str, Any]:
    return {"id": board.id, "name": board.name, "label": dict(board.label), "icon": board.icon}


def _rights(definition: Definition, entity: str, rights: Rights) -> dict[str, Any]:
    fields = {
        f"{place.lines.name}.{place.field.name}" if place.lines else place.field.name: access
        for place in places(definition.entities[entity])
        if (access := rights.fields[place.field.id]) != "hidden"
    }
    return {**{action: action in rights.actions for action in ACTIONS}, "fields": fields}


def _trees(visible: VisibleDocuments) -> Iterator[tuple[str, Mapping[str, Any]]]:
    groups = {"entity": visible.entities, "form": visible.forms, "view": visible.views}
    for kind, documents in groups.items():
        for document in documents:
            for use in walk_document(kind, document):
                if isinstance(use, ExpressionUse):
                    tree = parse(use.text)
                    if not isinstance(tree, Issue):
                        yield use.text, to_json(tree)


def _rules(definition: Definition, designed: frozenset[str]) -> Iterator[Mapping[str, Any]]:
    """Yield the decision tables that may be designed, as far as it takes to find them."""
    for rule in definition.rules.values():
        if rule.id in designed:
            yield {"id": rule.id, "name": rule.name, "label": rule.label, "entity": rule.entity}
