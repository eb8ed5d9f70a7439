"""The role that steps of a flow act with: one of other flows that may change the records, or a new one."""

from collections.abc import Iterator

from builder.commands.command import Mint
from builder.commands.documents import Json, dict_of, free_file, label_of, names_in, replaced
from builder.commands.naming import propose_name
from builder.commands.wording import in_app
from engine.metadata.load import kind_in
from engine.ports import Documents


def acting_role(documents: Documents, entity: str, mint: Mint) -> Json:
    """Return a role that is there by its id, or a whole new one."""
    for role in _acting(documents):
        if any(each["entity"] == entity and each.get("update") is True for each in role.get("entities", ())):
            return {"id": role["id"]}
    label = in_app(documents, "flow.role.label", {"entity": label_of(documents, entity)})
    return {
        "schema": "tongdao/role/1",
        "id": mint("role"),
        "name": propose_name(label, names_in(documents, "roles"), "automation"),
        "label": label,
        "description": in_app(documents, "flow.role.description"),
        "entities": [{"entity": entity, "read": True, "update": True}],
    }


def with_acting(documents: Documents, role: Json) -> Documents:
    """Return the documents with the role in them, if it is a new one."""
    if "name" not in role:
        return documents
    return replaced(documents, free_file(documents, "roles", role["id"], role["name"]), role)


def _acting(documents: Documents) -> Iterator[Json]:
    """Yield the roles flows have."""
    flows = [each for each in documents.values() if kind_in(each) == "flow"]
    used = {id for each in flows for id in each.get("roles", ())}
    return (dict_of(dict(each)) for each in documents.values() if each.get("id") in used)
