"""Finding the blocks of a page in raw documents."""

from builder.commands.command import Refused
from builder.commands.documents import Json, Label, dict_of, label_of, open_document
from builder.commands.grid import Places, arrange
from builder.words import word
from engine.ports import Documents

KINDS = ("list", "form", "chart", "text", "buttons")


def block_in(page: Json, block: str) -> tuple[int, Json]:
    """Return the index of a block of a page and the block."""
    for index, each in enumerate(page["blocks"]):
        if each["id"] == block:
            return index, each
    raise Refused.because("command.block.missing", ("block",), id=block)


def heading_of(documents: Documents, block: Json) -> Label:
    """Return what a block is headed by: its own words, else those of what it shows, else its kind."""
    target = block.get("view") or block.get("form") or block.get("report") or ""
    return dict_of(dict(block.get("label") or label_of(documents, target) or word(f"block.{block['kind']}")))


def block_label(documents: Documents, page: str, block: str) -> Label:
    """Return what a block of a page is headed by."""
    _, opened = open_document(documents, "page", page)
    return heading_of(documents, block_in(opened, block)[1])


def arrange_blocks(page: Json, places: Places) -> None:
    """Put blocks of a page, a copy to change, into their places."""
    arrange(places, lambda id: block_in(page, id)[1])
