"""Setting what a block of a page shows: its heading, its view, form or report, its words, its buttons."""

from dataclasses import dataclass, replace
from typing import Any

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.commands.pages.blocks import block_in, block_label
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "view", "form", "report", "text", "buttons")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away. New buttons need no id."""

    page: str
    block: str
    property: str
    value: Any = None


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    if params.property != "buttons" or not isinstance(params.value, list):
        return params
    buttons = [
        {"id": mint("page_button"), **each} if isinstance(each, dict) else each for each in params.value
    ]
    return replace(params, value=buttons)


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, page = open_document(documents, "page", params.page)
    _, block = block_in(page, params.block)
    assign(block, params.property, params.value)
    return replaced(documents, path, page)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "property": word(f"property.{params.property}"),
        "block": block_label(documents, params.page, params.block),
        "page": label_of(documents, params.page),
    }


COMMAND = EditCommand("set_block", Params, _apply, _describe, _complete)
