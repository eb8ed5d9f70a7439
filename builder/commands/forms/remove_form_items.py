"""Taking several fields off a form; the fields themselves stay."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import replaced
from builder.commands.forms.many_items import open_form, take_out, words_for
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The form and the fields."""

    form: str
    fields: list[str]


def _apply(documents: Documents, params: Params) -> Documents:
    path, form = open_form(documents, params.form, params.fields)
    take_out(form, params.fields)
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    return words_for(documents, params.form, params.fields)


COMMAND = EditCommand("remove_form_items", Params, _apply, _describe)
