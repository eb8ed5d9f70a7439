"""Removing a page, with its place in the navigation and in roles; refused while another page leads to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import label_of, open_document
from builder.commands.navigation.items import without_item
from builder.commands.offers import roles_offering, with_offer
from engine.kernel.issue import Issue
from engine.metadata.load import kind_in, place
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The page."""

    page: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, _ = open_document(documents, "page", params.page)
    remaining = {file: each for file, each in documents.items() if file != path}
    leading = list(_leading(remaining, params.page))
    if leading:
        raise Refused(*leading)
    remaining = dict(without_item(remaining, "page", params.page))
    for role in roles_offering(remaining, "pages", params.page):
        remaining = dict(with_offer(remaining, role, "pages", params.page, shown=False))
    return remaining


def _leading(documents: Documents, page: str) -> Iterator[Issue]:
    for file, other in documents.items():
        for index, block in enumerate(other["blocks"] if kind_in(other) == "page" else ()):
            if any(each.get("page") == page for each in block.get("buttons", ())):
                yield Issue("command.page.used", (*place(file), "blocks", index), {"page": other["name"]})


def _describe(documents: Documents, params: Params) -> Words:
    return {"page": label_of(documents, params.page)}


COMMAND = EditCommand("remove_page", Params, _apply, _describe)
