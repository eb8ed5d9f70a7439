"""Taking a section off a form together with its items; the fields themselves stay."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import label_of, open_document, replaced, section_in, section_label
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The form and its section."""

    form: str
    section: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, form = open_document(documents, "form", params.form)
    index, _ = section_in(form, params.section)
    del form["layout"][index]
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "section": section_label(documents, params.form, params.section),
        "form": label_of(documents, params.form),
    }


COMMAND = EditCommand("remove_section", Params, _apply, _describe)
