"""Setting a property of a dashboard itself: its words, how often it is read anew, its filters."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "description", "icon", "refresh", "filters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    dashboard: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, dashboard = open_document(documents, "dashboard", params.dashboard)
    assign(dashboard, params.property, params.value)
    return replaced(documents, path, dashboard)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "property": word(f"property.{params.property}"),
        "dashboard": label_of(documents, params.dashboard),
    }


COMMAND = EditCommand("set_dashboard_property", Params, _apply, _describe)
