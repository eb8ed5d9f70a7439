"""Adding a check: a condition that every saved record of an entity meets."""

from dataclasses import dataclass, replace

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.entities.parts import add_part
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`expression` is true for a good record; `field` is where the message is shown."""

    entity: str
    expression: str
    message: dict[str, str]
    field: str | None = None
    id: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    return replace(params, id=params.id or mint("check"))


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    check = {
        "id": params.id,
        "expression": params.expression,
        "message": params.message,
        "field": params.field,
    }
    add_part(entity, "checks", check)
    return replaced(documents, path, entity)


def _describe(documents: Documents, params: Params) -> Words:
    return {"check": params.message, "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("add_check", Params, _apply, _describe, _complete)
