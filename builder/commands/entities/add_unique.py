"""Adding a combination of fields whose values occur once."""

from dataclasses import dataclass, replace

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.entities.parts import add_part
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One field, or several that together occur once."""

    entity: str
    fields: list[str]
    message: dict[str, str] | None = None
    id: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    return replace(params, id=params.id or mint("unique"))


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    wanted = set(params.fields)
    if any(set(each["fields"]) == wanted for each in entity.get("unique", ())):
        raise Refused.because("command.unique.taken", ("fields",))
    add_part(entity, "unique", {"id": params.id, "fields": params.fields, "message": params.message})
    return replaced(documents, path, entity)


def _describe(documents: Documents, params: Params) -> Words:
    return {"entity": label_of(documents, params.entity)}


COMMAND = EditCommand("add_unique", Params, _apply, _describe, _complete)
