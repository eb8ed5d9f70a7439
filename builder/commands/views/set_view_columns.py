"""Setting which fields a list shows, in order."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document, replaced
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`columns` as in the document of a view."""

    view: str
    columns: list[dict[str, Any]]


def _apply(documents: Documents, params: Params) -> Documents:
    path, view = open_document(documents, "view", params.view)
    return replaced(documents, path, view | {"columns": params.columns})


def _describe(documents: Documents, params: Params) -> Words:
    return {"view": label_of(documents, params.view)}


COMMAND = EditCommand("set_view_columns", Params, _apply, _describe)
