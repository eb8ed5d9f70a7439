"""Setting a property of a page itself: its words and its icon."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "description", "icon")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    page: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, page = open_document(documents, "page", params.page)
    assign(page, params.property, params.value)
    return replaced(documents, path, page)


def _describe(documents: Documents, params: Params) -> Words:
    return {"property": word(f"property.{params.property}"), "page": label_of(documents, params.page)}


COMMAND = EditCommand("set_page_property", Params, _apply, _describe)
