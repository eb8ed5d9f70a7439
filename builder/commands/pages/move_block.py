"""Moving a block of a page, or giving it another size; others may give way in the same edit."""

from dataclasses import dataclass, field

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document, replaced
from builder.commands.grid import place_of
from builder.commands.pages.blocks import arrange_blocks, block_label
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The place in columns of 24 and in rows; `places` are those of blocks that give way, by their ids."""

    page: str
    block: str
    x: int
    y: int
    w: int
    h: int
    places: dict[str, dict[str, int]] = field(default_factory=dict)


def _apply(documents: Documents, params: Params) -> Documents:
    path, page = open_document(documents, "page", params.page)
    arrange_blocks(page, {**params.places, params.block: place_of(params)})
    return replaced(documents, path, page)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "block": block_label(documents, params.page, params.block),
        "page": label_of(documents, params.page),
    }


COMMAND = EditCommand("move_block", Params, _apply, _describe)
