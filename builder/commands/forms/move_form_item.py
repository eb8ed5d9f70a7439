"""Moving a field to another place of a form."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import (
    field_label,
    insert,
    item_in,
    label_of,
    open_document,
    replaced,
    section_in,
)
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`index` counts among the items of the section once the moved one is taken out."""

    form: str
    field: str
    section: str
    index: int | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, form = open_document(documents, "form", params.form)
    source, index = item_in(form, params.field)
    _, target = section_in(form, params.section)
    insert(target["items"], params.index, source["items"].pop(index))
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    return {"field": field_label(documents, params.field), "form": label_of(documents, params.form)}


COMMAND = EditCommand("move_form_item", Params, _apply, _describe)
