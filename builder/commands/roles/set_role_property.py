"""Setting a property of a role itself: its words, what it is offered, what it runs."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, label_of, open_document, replaced, require_one_of
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("label", "description", "views", "pages", "dashboards", "explore", "administer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value, an empty list and `false` take it away."""

    role: str
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, role = open_document(documents, "role", params.role)
    is_nothing = params.value is False or params.value == []
    assign(role, params.property, None if is_nothing else params.value)
    return replaced(documents, path, role)


def _describe(documents: Documents, params: Params) -> Words:
    return {"property": word(f"property.{params.property}"), "role": label_of(documents, params.role)}


COMMAND = EditCommand("set_role_property", Params, _apply, _describe)
