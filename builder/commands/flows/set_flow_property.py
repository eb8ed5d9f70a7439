"""Setting a property of a flow itself: its name, whose rights it has, whether it listens."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "description", "run_as", "roles", "enabled", "on_import")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    flow: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, flow = open_document(documents, "flow", params.flow)
    assign(flow, params.property, params.value)
    return replaced(documents, path, flow)


def _describe(documents: Documents, params: Params) -> Words:
    return {"property": word(f"property.{params.property}"), "flow": label_of(documents, params.flow)}


COMMAND = EditCommand("set_flow_property", Params, _apply, _describe)
