"""Setting a property of a view: its words, its kind, which records, their order and colours."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.commands.views.proposing import with_layout
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = (
    "label", "icon", "kind", "form", "filter", "conditions", "sort",
    "groups", "colors", "kanban", "calendar", "gallery",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away. A kind brings the lanes, days or pictures it needs."""

    view: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, view = open_document(documents, "view", params.view)
    assign(view, params.property, None if params.value == [] else params.value)
    if params.property == "kind" and params.value in ("kanban", "calendar", "gallery"):
        _, entity = open_document(documents, "entity", view["entity"])
        view = with_layout(view, entity)
    return replaced(documents, path, view)


def _describe(documents: Documents, params: Params) -> Words:
    return {"property": word(f"property.{params.property}"), "view": label_of(documents, params.view)}


COMMAND = EditCommand("set_view_property", Params, _apply, _describe)
