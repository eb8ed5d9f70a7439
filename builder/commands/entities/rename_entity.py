"""Renaming an entity in addresses and in the API; ids, labels and stored data stay."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import label_of, open_document
from engine.kernel.ids import is_name
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The entity and its new name."""

    entity: str
    name: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    if not is_name(params.name):
        raise Refused.because("command.name.impossible", ("name",), name=params.name[:80])
    wanted = f"entities/{params.name}.json"
    if any(each.casefold() == wanted.casefold() and each != path for each in documents):
        raise Refused.because("command.name.taken", ("name",), name=params.name)
    others = {each: document for each, document in documents.items() if each != path}
    return others | {wanted: entity | {"name": params.name}}


def _describe(documents: Documents, params: Params) -> Words:
    return {"entity": label_of(documents, params.entity), "name": params.name}


COMMAND = EditCommand("rename_entity", Params, _apply, _describe)
