"""Setting what a role may do with several fields of an entity at once."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import label_of
from builder.commands.fields.set_field_access import with_access
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Access as in the document of a role; without it, as for the role's other fields."""

    role: str
    entity: str
    fields: list[str]
    access: str | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    if not params.fields:
        raise Refused.because("command.fields.none", ("fields",))
    for each in params.fields:
        documents = with_access(documents, params.role, params.entity, each, params.access)
    return documents


def _describe(documents: Documents, params: Params) -> Words:
    return {"count": len(params.fields), "role": label_of(documents, params.role)}


COMMAND = EditCommand("set_fields_access", Params, _apply, _describe)
