"""Taking a field off a form; the field itself stays."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import field_label, item_in, label_of, open_document, replaced
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The form and the field."""

    form: str
    field: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, form = open_document(documents, "form", params.form)
    section, index = item_in(form, params.field)
    del section["items"][index]
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    return {"field": field_label(documents, params.field), "form": label_of(documents, params.form)}


COMMAND = EditCommand("remove_form_item", Params, _apply, _describe)
