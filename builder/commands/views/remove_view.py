"""Removing a view, with its place in the navigation and in roles; refused while a page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import label_of, open_document
from builder.commands.navigation.items import without_item
from builder.commands.views.beside import without_view
from engine.kernel.issue import Issue
from engine.metadata.load import kind_in, place
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The view."""

    view: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, _ = open_document(documents, "view", params.view)
    shown = list(_shown(documents, params.view))
    if shown:
        raise Refused(*shown)
    remaining = {file: each for file, each in documents.items() if file != path}
    return without_view(without_item(remaining, "view", params.view), params.view)


def _shown(documents: Documents, view: str) -> Iterator[Issue]:
    """Yield each block of a page that lists the view or leads to it."""
    for file, page in documents.items():
        for index, block in enumerate(page["blocks"] if kind_in(page) == "page" else ()):
            led = (each.get("view") for each in block.get("buttons", ()))
            if view in (block.get("view"), *led):
                yield Issue("command.view.used", (*place(file), "blocks", index), {"page": page["name"]})


def _describe(documents: Documents, params: Params) -> Words:
    return {"view": label_of(documents, params.view)}


COMMAND = EditCommand("remove_view", Params, _apply, _describe)
