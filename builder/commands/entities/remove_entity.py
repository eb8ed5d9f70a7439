"""Removing an entity with its forms, lists, rights and places in the navigation, if nothing else uses it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import Json, label_of, open_document
from builder.commands.navigation.items import without_item
from engine.dependencies.uses import field_uses
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition, places
from engine.metadata.load import assemble, kind_in, place
from engine.ports import Documents, Words

COMPANIONS = ("form", "view")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The entity."""

    entity: str


def _apply(documents: Documents, params: Params) -> Documents:
    open_document(documents, "entity", params.entity)
    leaving = _leaving(documents, params.entity)
    blocking = list(_blocking(documents, params.entity, leaving))
    if blocking:
        raise Refused(*blocking)
    for id in leaving:
        documents = without_item(documents, "view", id)
    remaining = {path: each for path, each in documents.items() if each["id"] not in leaving}
    return {path: _without(each, leaving) for path, each in remaining.items()}


def _leaving(documents: Documents, entity: str) -> frozenset[str]:
    """Return the ids of the entity, its forms and its lists."""
    companions = [
        each["id"]
        for each in documents.values()
        if kind_in(each) in COMPANIONS and each.get("entity") == entity
    ]
    return frozenset((entity, *companions))


def _blocking(documents: Documents, entity: str, leaving: frozenset[str]) -> Iterator[Issue]:
    definition = assemble(documents)
    files = {document["id"]: path for path, document in documents.items()}
    told = set[str]()
    for id in sorted(leaving | _fields(definition, entity)):
        for use in field_uses(definition, id):
            file = files[use.document]
            if use.document in leaving | told or _goes_too(documents[file], use.path, leaving):
                continue
            told.add(use.document)
            where = (*place(file), *use.path)
            yield Issue("command.entity.used", where, {"document": documents[file]["name"]})


def _fields(definition: Definition, entity: str) -> frozenset[str]:
    return frozenset(each.field.id for each in places(definition.entities[entity]))


def _goes_too(document: Any, path: Path, leaving: frozenset[str]) -> bool:
    """Tell whether a use goes with what it names: rights, lists offered, navigation."""
    match kind_in(document), path:
        case "role", ("entities", int(at), *_):
            return document["entities"][at]["entity"] in leaving
        case "role", ("views" | "design", *_):
            return True
        case "app", ("navigation", *_):
            return True
    return False


def _without(document: Any, leaving: frozenset[str]) -> Any:
    """Return a role without what leaves, the same object where it has nothing of it."""
    if kind_in(document) != "role":
        return document
    changed = _clean_role(dict(document), leaving)
    return document if changed == document else changed


def _clean_role(role: Json, leaving: frozenset[str]) -> Json:
    kept = {
        "entities": [each for each in role.get("entities", ()) if each["entity"] not in leaving],
        "design": [each for each in role.get("design", ()) if each["document"] not in leaving],
        "views": [each for each in role.get("views", ()) if each not in leaving],
    }
    return role | {key: value for key, value in kept.items() if key in role}


def _describe(documents: Documents, params: Params) -> Words:
    return {"entity": label_of(documents, params.entity)}


COMMAND = EditCommand("remove_entity", Params, _apply, _describe)
