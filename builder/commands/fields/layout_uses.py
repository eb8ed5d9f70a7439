"""Uses of a field that only show it or grant access to it, and taking them out of documents."""

from typing import Any

from builder.commands.documents import Json
from engine.dependencies.uses import FieldUse
from engine.metadata.load import kind_in

NAMING = ("text", "sequence")


def is_layout(document: Any, use: FieldUse) -> bool:
    """Tell whether a use only shows the field or grants access to it."""
    match kind_in(document), use.path:
        case "form", (*_, "items", int(), "field"):
            return True
        case "view", ("columns" | "sort" | "groups", *_):
            return use.name is None
        case "role", ("entities", int(), "fields", *_):
            return True
        case "entity", ("title" | "search" | "summary", *_):
            return True
    return False


def _clean_entity(entity: Json, gone: frozenset[str]) -> Json:
    lists = entity.keys() & {"search", "summary"}
    clean = entity | {name: [each for each in entity[name] if each not in gone] for name in lists}
    return _retitled(clean) if clean.get("title") in gone else clean


def _retitled(entity: Json) -> Json:
    """Let the first field that is left and can name a record be the title, or none."""
    naming = [each["id"] for each in entity["fields"] if each["type"] in NAMING]
    others = {key: value for key, value in entity.items() if key != "title"}
    return others | ({"title": naming[0]} if naming else {})


def without_fields(document: Any, gone: frozenset[str]) -> Any:
    """Return a document without its layout uses, the same object where it has none."""
    clean = _CLEANERS.get(kind_in(document))
    changed = clean(document, gone) if clean else document
    return document if changed == document else changed


def _clean_form(form: Json, gone: frozenset[str]) -> Json:
    layout = [
        section | {"items": [item for item in section["items"] if item["field"] not in gone]}
        for section in form["layout"]
    ]
    return form | {"layout": layout}


def _clean_view(view: Json, gone: frozenset[str]) -> Json:
    lists = {key: view[key] for key in ("columns", "sort", "groups") if key in view}
    return view | {
        key: [each for each in listed if each["field"] not in gone] for key, listed in lists.items()
    }


def _clean_role(role: Json, gone: frozenset[str]) -> Json:
    if "entities" not in role:
        return role
    return role | {"entities": [_clean_rights(each, gone) for each in role["entities"]]}


def _clean_rights(rights: Json, gone: frozenset[str]) -> Json:
    if gone.isdisjoint(rights.get("fields", ())):
        return rights
    kept = {field: access for field, access in rights["fields"].items() if field not in gone}
    others = {key: value for key, value in rights.items() if key != "fields"}
    return others | ({"fields": kept} if kept else {})


_CLEANERS = {"entity": _clean_entity, "form": _clean_form, "view": _clean_view, "role": _clean_role}
