"""Removing an option list that no field chooses from."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import label_of, open_document
from engine.dependencies.uses import field_uses
from engine.kernel.issue import Issue
from engine.metadata.load import assemble, place
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The list."""

    list: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, _ = open_document(documents, "options", params.list)
    files = {document["id"]: file for file, document in documents.items()}
    uses = {use.document: use for use in field_uses(assemble(documents), params.list)}
    if uses:
        raise Refused(
            *(
                Issue(
                    "command.options.used",
                    (*place(files[id]), *use.path),
                    {"document": documents[files[id]]["name"]},
                )
                for id, use in uses.items()
            )
        )
    return {file: document for file, document in documents.items() if file != path}


def _describe(documents: Documents, params: Params) -> Words:
    return {"list": label_of(documents, params.list)}


COMMAND = EditCommand("remove_options", Params, _apply, _describe)
