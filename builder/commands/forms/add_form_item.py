"""Placing a field of the entity on a form."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import (
    Json,
    field_label,
    insert,
    label_of,
    open_document,
    replaced,
    section_in,
)
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Without a section the last one takes it, without an index it comes last there."""

    form: str
    field: str
    section: str | None = None
    index: int | None = None
    span: int = 1


def with_item(
    documents: Documents, form_id: str, section_id: str | None, index: int | None, item: Json
) -> Documents:
    """Return the documents with an item placed on a form."""
    path, form = open_document(documents, "form", form_id)
    if any(each["field"] == item["field"] for section in form["layout"] for each in section["items"]):
        raise Refused.because("command.item.taken", id=item["field"])
    if section_id is None and not form["layout"]:
        raise Refused.because("command.section.none")
    section = form["layout"][-1] if section_id is None else section_in(form, section_id)[1]
    insert(
        section["items"], index, {key: value for key, value in item.items() if (key, value) != ("span", 1)}
    )
    return replaced(documents, path, form)


def _apply(documents: Documents, params: Params) -> Documents:
    item = {"field": params.field, "span": params.span}
    return with_item(documents, params.form, params.section, params.index, item)


def _describe(documents: Documents, params: Params) -> Words:
    return {"field": field_label(documents, params.field), "form": label_of(documents, params.form)}


COMMAND = EditCommand("add_form_item", Params, _apply, _describe)
