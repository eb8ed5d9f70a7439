"""Adding a section to a form."""

from dataclasses import dataclass, field, replace

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, insert, label_of, open_document, replaced
from builder.words import word
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Without an index it comes last; without a label it has no heading."""

    form: str
    label: dict[str, str] = field(default_factory=dict)
    index: int | None = None
    id: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    return replace(params, id=params.id or mint("section"))


def _apply(documents: Documents, params: Params) -> Documents:
    path, form = open_document(documents, "form", params.form)
    if any(each["id"] == params.id for each in form["layout"]):
        raise Refused.because("command.id.taken", ("id",), id=params.id)
    section: Json = {"id": params.id, "items": []}
    if params.label:
        section["label"] = params.label
    insert(form["layout"], params.index, section)
    return replaced(documents, path, form)


def _describe(documents: Documents, params: Params) -> Words:
    return {"section": params.label or word("section.untitled"), "form": label_of(documents, params.form)}


COMMAND = EditCommand("add_section", Params, _apply, _describe, _complete)
