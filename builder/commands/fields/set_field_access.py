"""Setting what a role may do with a field; without access it follows the role's other fields."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import assign, field_label, label_of, open_document, replaced
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Access as in the document of a role."""

    role: str
    entity: str
    field: str
    access: str | None = None


def with_access(
    documents: Documents, role_id: str, entity_id: str, field_id: str, access: str | None
) -> Documents:
    """Return the documents with a role's access to a field set."""
    path, role = open_document(documents, "role", role_id)
    rights = next((each for each in role.get("entities", ()) if each["entity"] == entity_id), None)
    if rights is None:
        raise Refused.because("command.role.no_rights", role=role["name"])
    fields = rights.setdefault("fields", {})
    assign(fields, field_id, access)
    if not fields:
        del rights["fields"]
    return replaced(documents, path, role)


def _apply(documents: Documents, params: Params) -> Documents:
    return with_access(documents, params.role, params.entity, params.field, params.access)


def _describe(documents: Documents, params: Params) -> Words:
    return {"field": field_label(documents, params.field), "role": label_of(documents, params.role)}


COMMAND = EditCommand("set_field_access", Params, _apply, _describe)
