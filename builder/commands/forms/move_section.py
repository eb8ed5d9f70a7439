"""Moving a section to another place of its form."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import insert, label_of, open_document, replaced, section_in, section_label
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`index` counts among the sections once the moved one is taken out."""

    form: str
    section: str
    index: int | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, form = open_document(documents, "form", params.form)
    index, _ = section_in(form, params.section)
    insert(form["layout"], params.index, form["layout"].pop(index))
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "section": section_label(documents, params.form, params.section),
        "form": label_of(documents, params.form),
    }


COMMAND = EditCommand("move_section", Params, _apply, _describe)
