"""Removing a flow, with what roles may design of it; other flows that start it keep it from going."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document
from builder.commands.removing import without_document
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The flow."""

    flow: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, _ = open_document(documents, "flow", params.flow)
    return without_document(documents, path)


def _describe(documents: Documents, params: Params) -> Words:
    return {"flow": label_of(documents, params.flow)}


COMMAND = EditCommand("remove_flow", Params, _apply, _describe)
