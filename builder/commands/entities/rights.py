"""What a role may do with the records of an entity, given at once in three levels."""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.commands.documents import open_document, replaced
from builder.commands.navigation.items import APP
from engine.metadata.load import kind_in
from engine.ports import Documents

LEVELS: Mapping[str, Mapping[str, Any]] = {
    "read": {"read": True, "other_fields": "read"},
    "edit": {"read": True, "create": True, "update": True},
    "manage": {
        "read": True,
        "create": True,
        "update": True,
        "delete": True,
        "exports": True,
        "imports": True,
    },
}


def designing_roles(documents: Documents) -> Iterator[str]:
    """Yield the roles that may design the whole app."""
    app = documents[APP]["id"]
    for document in documents.values():
        if kind_in(document) == "role" and any(
            each["document"] == app for each in document.get("design", ())
        ):
            yield document["id"]


def with_rights(documents: Documents, role_id: str, entity: str, level: str, *, view: str) -> Documents:
    """Return the documents with a role's rights on an entity, and its list where the role names its lists."""
    path, role = open_document(documents, "role", role_id)
    others = [each for each in role.get("entities", ()) if each["entity"] != entity]
    role["entities"] = [*others, {"entity": entity, **LEVELS[level]}]
    if "views" in role:
        role["views"] = [*role["views"], view]
    return replaced(documents, path, role)
