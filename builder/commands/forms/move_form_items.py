"""Moving several fields to one place of a form; they stay in their order."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import replaced, section_in
from builder.commands.forms.many_items import open_form, take_out, words_for
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`index` counts among the items of the section once the moved ones are taken out."""

    form: str
    fields: list[str]
    section: str
    index: int | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, form = open_form(documents, params.form, params.fields)
    _, target = section_in(form, params.section)
    taken = take_out(form, params.fields)
    rest = target["items"]
    at = len(rest) if params.index is None else max(params.index, 0)
    target["items"] = [*rest[:at], *taken, *rest[at:]]
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    return words_for(documents, params.form, params.fields)


COMMAND = EditCommand("move_form_items", Params, _apply, _describe)
