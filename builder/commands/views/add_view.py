"""Adding a view of an entity, at once useful: with columns, in the navigation, offered like its siblings."""

from dataclasses import dataclass, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, free_file, label_of, names_in, open_document, replaced
from builder.commands.naming import propose_name
from builder.commands.views.beside import beside_siblings, siblings_of
from builder.commands.views.proposing import proposed_columns, with_layout
from engine.ports import Documents, Words

KINDS = ("grid", "kanban", "calendar", "gallery")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`columns` and what lays out the kind are proposed from the entity where they are not given."""

    entity: str
    label: dict[str, str]
    kind: str = "grid"
    icon: str | None = None
    columns: list[dict[str, Any]] | None = None
    id: str = ""
    name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, entity = open_document(documents, "entity", params.entity)
    name = params.name or propose_name(params.label, names_in(documents, "views"), entity["name"])
    columns = proposed_columns(entity) if params.columns is None else params.columns
    return replace(params, id=params.id or mint("view"), name=name, columns=columns)


def _apply(documents: Documents, params: Params) -> Documents:
    _, entity = open_document(documents, "entity", params.entity)
    path = free_file(documents, "views", params.id, params.name)
    if params.kind not in KINDS:
        raise Refused.because("command.view.kind", ("kind",), kind=params.kind[:80])
    siblings = siblings_of(documents, params.entity)
    documents = replaced(documents, path, with_layout(_view(params), entity))
    return beside_siblings(documents, params.id, siblings)


def _view(params: Params) -> Json:
    view: Json = {
        "schema": "tongdao/view/1",
        "id": params.id,
        "name": params.name,
        "label": params.label,
        "entity": params.entity,
    }
    view |= {"kind": params.kind} if params.kind != "grid" else {}
    view |= {"icon": params.icon} if params.icon else {}
    return view | {"columns": params.columns or []}


def _describe(documents: Documents, params: Params) -> Words:
    return {"view": params.label, "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("add_view", Params, _apply, _describe, _complete)
