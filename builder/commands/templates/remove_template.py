"""Removing a message template; steps that send it keep it from going."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document
from builder.commands.removing import without_document
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The template."""

    template: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, _ = open_document(documents, "template", params.template)
    return without_document(documents, path)


def _describe(documents: Documents, params: Params) -> Words:
    return {"template": label_of(documents, params.template)}


COMMAND = EditCommand("remove_template", Params, _apply, _describe)
