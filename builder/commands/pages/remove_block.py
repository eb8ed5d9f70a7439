"""Taking a block off a page; what it shows stays."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.pages.blocks import block_in, block_label
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The page and its block."""

    page: str
    block: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, page = open_document(documents, "page", params.page)
    index, _ = block_in(page, params.block)
    del page["blocks"][index]
    return replaced(documents, path, page)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "block": block_label(documents, params.page, params.block),
        "page": label_of(documents, params.page),
    }


COMMAND = EditCommand("remove_block", Params, _apply, _describe)
