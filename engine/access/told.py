"""What a browser works from: the documents somebody may know, with their rights and parsed expressions."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.access.boards import may_explore, visible_dashboards, visible_pages
from engine.access.decision import ACTIONS
from engine.access.designable import designable
from engine.access.principal import Principal
from engine.access.rights import Rights
from engine.access.visible import VisibleDocuments, visible_documents
from engine.expressions.nodes import to_json
from engine.expressions.parse import parse
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition, places
from engine.metadata.model import Dashboard, Page
from engine.metadata.walk import ExpressionUse, walk_document


def told_definition(definition: Definition, release: int, principal: Principal) -> dict[str, Any]:
    """Return the definition of an app as JSON kinds; of the principal only roles and scopes matter."""
    visible = visible_documents(definition, principal)
    designed = frozenset[str]() if principal.seen_by else designable(definition, principal.roles)
    return {
        "release": release,
        "app": visible.app,
        "entities": visible.entities,
        "forms": visible.forms,
        "views": visible.views,
        "options": visible.options,
        "rights": {
            definition.entities[id].name: told_rights(definition, id, rights)
            for id, rights in visible.rights.items()
        },
        "trees": dict(told_trees(visible)),
        "rules": list(_rules(definition, designed)),
        "design": sorted(designed),
        "dashboards": [_board(each) for each in visible_dashboards(definition, principal)],
        "pages": [_board(each) for each in visible_pages(definition, principal)],
        "explore": may_explore(definition, principal),
    }


def told_rights(definition: Definition, entity: str, rights: Rights) -> dict[str, Any]:
    """Return what may be done with the records of an entity, and its fields by name."""
    fields = {
        f"{place.lines.name}.{place.field.name}" if place.lines else place.field.name: access
        for place in places(definition.entities[entity])
        if (access := rights.fields[place.field.id]) != "hidden"
    }
    return {**{action: action in rights.actions for action in ACTIONS}, "fields": fields}


def told_trees(visible: VisibleDocuments) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the expressions in documents by their text, parsed."""
    groups = {"entity": visible.entities, "form": visible.forms, "view": visible.views}
    for kind, documents in groups.items():
        for document in documents:
            for use in walk_document(kind, document):
                if isinstance(use, ExpressionUse):
                    tree = parse(use.text)
                    if not isinstance(tree, Issue):
                        yield use.text, to_json(tree)


def _board(board: Dashboard | Page) -> dict[str, Any]:
    return {"id": board.id, "name": board.name, "label": dict(board.label), "icon": board.icon}


def _rules(definition: Definition, designed: frozenset[str]) -> Iterator[Mapping[str, Any]]:
    """Yield the decision tables that may be designed, as far as it takes to find them."""
    for rule in definition.rules.values():
        if rule.id in designed:
            yield {"id": rule.id, "name": rule.name, "label": rule.label, "entity": rule.entity}
