"""Adding a tile to a dashboard: a report, or words."""

from dataclasses import dataclass, field, replace

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.dashboards.tiles import arrange_tiles
from builder.commands.documents import Json, label_of, open_document, replaced
from builder.commands.grid import below, place_of, require_place
from builder.words import word
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Either a report or a text; without `y` below all others; `places` are those of tiles that give way."""

    dashboard: str
    report: str | None = None
    text: dict[str, str] | None = None
    label: dict[str, str] | None = None
    x: int = 0
    y: int | None = None
    w: int = 8
    h: int = 8
    id: str = ""
    places: dict[str, dict[str, int]] = field(default_factory=dict)


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, dashboard = open_document(documents, "dashboard", params.dashboard)
    y = below(dashboard["tiles"]) if params.y is None else params.y
    return replace(params, id=params.id or mint("tile"), y=y)


def _apply(documents: Documents, params: Params) -> Documents:
    path, dashboard = open_document(documents, "dashboard", params.dashboard)
    if any(each["id"] == params.id for each in dashboard["tiles"]):
        raise Refused.because("command.id.taken", ("id",), id=params.id)
    if (params.report is None) is (params.text is None):
        raise Refused.because("command.tile.content")
    require_place(**place_of(params))
    arrange_tiles(dashboard, params.places)
    dashboard["tiles"].append(_tile(params))
    return replaced(documents, path, dashboard)


def _tile(params: Params) -> Json:
    shown = {"report": params.report, "label": params.label or None, "text": params.text}
    return {
        "id": params.id,
        **{key: value for key, value in shown.items() if value is not None},
        **place_of(params),
    }


def _describe(documents: Documents, params: Params) -> Words:
    heading = params.label or label_of(documents, params.report or "") or word("tile.words")
    return {"tile": heading, "dashboard": label_of(documents, params.dashboard)}


COMMAND = EditCommand("add_tile", Params, _apply, _describe, _complete)
