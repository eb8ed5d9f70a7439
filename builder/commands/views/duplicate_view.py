"""A view like another one, beside it, to be changed from there."""

from dataclasses import dataclass, replace

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import Label, free_file, label_of, names_in, open_document, replaced
from builder.commands.naming import propose_name
from builder.commands.views.beside import beside_siblings
from builder.words import word
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The view copied, and what the copy is called; without words, like the other with a remark."""

    view: str
    label: dict[str, str] | None = None
    id: str = ""
    name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, view = open_document(documents, "view", params.view)
    label = params.label or _remarked(view["label"])
    name = params.name or propose_name(label, names_in(documents, "views"), view["name"])
    return replace(params, label=label, id=params.id or mint("view"), name=name)


def _remarked(label: Label) -> dict[str, str]:
    remark = word("copy.remark")
    return {language: f"{text} {remark.get(language, '')}".strip()[:500] for language, text in label.items()}


def _apply(documents: Documents, params: Params) -> Documents:
    _, view = open_document(documents, "view", params.view)
    path = free_file(documents, "views", params.id, params.name)
    copy = view | {"id": params.id, "name": params.name, "label": params.label or view["label"]}
    return beside_siblings(replaced(documents, path, copy), params.id, frozenset({params.view}))


def _describe(documents: Documents, params: Params) -> Words:
    return {"view": label_of(documents, params.view), "copy": params.label or {}}


COMMAND = EditCommand("duplicate_view", Params, _apply, _describe, _complete)
