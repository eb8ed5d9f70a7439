"""Removing a decision table; steps and formulas that ask it keep it from going."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document
from builder.commands.removing import without_document
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The decision table."""

    rule: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, _ = open_document(documents, "rule", params.rule)
    return without_document(documents, path)


def _describe(documents: Documents, params: Params) -> Words:
    return {"rule": label_of(documents, params.rule)}


COMMAND = EditCommand("remove_rule", Params, _apply, _describe)
