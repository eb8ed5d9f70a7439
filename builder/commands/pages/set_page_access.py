"""Setting whether a role is offered a page; what it shows there is what the role may see."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document
from builder.commands.offers import with_offer
from builder.words import word
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The role, the page, and whether it is offered."""

    role: str
    page: str
    shown: bool


def _apply(documents: Documents, params: Params) -> Documents:
    open_document(documents, "page", params.page)
    return with_offer(documents, params.role, "pages", params.page, shown=params.shown)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "role": label_of(documents, params.role),
        "page": label_of(documents, params.page),
        "shown": word("value.yes" if params.shown else "value.no"),
    }


COMMAND = EditCommand("set_page_access", Params, _apply, _describe)
