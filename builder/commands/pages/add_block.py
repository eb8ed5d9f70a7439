"""Putting a block on a page: a list, a form, a chart, words or buttons."""

from dataclasses import dataclass, field, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, label_of, open_document, replaced
from builder.commands.grid import below, place_of, require_place
from builder.commands.pages.blocks import KINDS, arrange_blocks, heading_of
from engine.ports import Documents, Words

CONTENTS = ("label", "view", "form", "report", "text", "buttons")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """What it shows, and its place in columns of 24 and in rows; without `y`, below all others.

    `places` are those of blocks that give way, by their ids.
    """

    page: str
    kind: str
    label: dict[str, str] | None = None
    view: str | None = None
    form: str | None = None
    report: str | None = None
    text: dict[str, str] | None = None
    buttons: list[dict[str, Any]] | None = None
    x: int = 0
    y: int | None = None
    w: int = 12
    h: int = 8
    places: dict[str, dict[str, int]] = field(default_factory=dict)
    id: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, page = open_document(documents, "page", params.page)
    buttons = [{"id": mint("page_button"), **each} for each in params.buttons or ()]
    return replace(
        params,
        id=params.id or mint("block"),
        y=below(page["blocks"]) if params.y is None else params.y,
        buttons=buttons or None,
    )


def _apply(documents: Documents, params: Params) -> Documents:
    path, page = open_document(documents, "page", params.page)
    if any(each["id"] == params.id for each in page["blocks"]):
        raise Refused.because("command.id.taken", ("id",), id=params.id)
    if params.kind not in KINDS:
        raise Refused.because("command.block.kind", ("kind",), kind=params.kind[:80])
    require_place(**place_of(params))
    arrange_blocks(page, params.places)
    page["blocks"].append(_block(params))
    return replaced(documents, path, page)


def _block(params: Params) -> Json:
    shown = {key: getattr(params, key) for key in CONTENTS if getattr(params, key)}
    return {"id": params.id, "kind": params.kind, **shown, **place_of(params)}


def _describe(documents: Documents, params: Params) -> Words:
    return {"block": heading_of(documents, _block(params)), "page": label_of(documents, params.page)}


COMMAND = EditCommand("add_block", Params, _apply, _describe, _complete)
