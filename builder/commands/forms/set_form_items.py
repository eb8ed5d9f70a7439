"""Setting how several fields stand on a form, all alike."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand
from builder.commands.documents import assign, item_in, replaced, require_one_of
from builder.commands.forms.many_items import open_form, words_for
from builder.words import word
from engine.ports import Documents, Words

PROPERTIES = ("span", "show", "require", "lock")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """One property; no value takes it away."""

    form: str
    fields: list[str]
    property: str
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    require_one_of(params.property, PROPERTIES)
    path, form = open_form(documents, params.form, params.fields)
    for field in params.fields:
        section, index = item_in(form, field)
        assign(section["items"][index], params.property, params.value)
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    words = words_for(documents, params.form, params.fields)
    return {**words, "property": word(f"property.{params.property}")}


COMMAND = EditCommand("set_form_items", Params, _apply, _describe)
