"""Putting copied fields on a form: its entity's own where they are missing, others as new fields."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, field_lists, open_document, replaced, section_in
from builder.commands.forms.many_items import open_form, words_for
from builder.commands.naming import propose_name
from engine.ports import Documents, Words

WIDE = ("lines", "long_text")
_LONGEST_NUMBER = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`copied` are fields as whoever copied them saw them; `made` are the new ones, filled in by the tool."""

    form: str
    copied: list[dict[str, Any]]
    section: str | None = None
    index: int | None = None
    made: list[dict[str, Any]] = field(default_factory=list)


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    if params.made:
        return params
    _, form = open_form(documents, params.form, _ids(params))
    _, entity = open_document(documents, "entity", form["entity"])
    made: list[Json] = []
    for each in params.copied:
        if not _is_placeable(entity, form, each["id"]):
            made.append(_copy(each, [*entity["fields"], *made], mint))
    return replace(params, made=made)


def _ids(params: Params) -> list[str]:
    if not all(isinstance(each.get("id"), str) for each in params.copied):
        raise Refused.because("command.field.missing", ("copied",), id="")
    return [each["id"] for each in params.copied]


def _is_placeable(entity: Json, form: Json, id: str) -> bool:
    placed = {item["field"] for section in form["layout"] for item in section["items"]}
    return id not in placed and any(each["id"] == id for each in entity["fields"])


def _copy(original: Mapping[str, Any], known: Sequence[Json], mint: Mint) -> Json:
    """Return a field like another one, with an id, a name and a label of its own."""
    made: Json = deepcopy(dict(original))
    if not isinstance(made.get("label"), dict):
        raise Refused.because("command.field.missing", ("copied",), id=made["id"])
    labels = [each["label"] for each in known]
    made["label"] = {language: _free(str(text), language, labels) for language, text in made["label"].items()}
    made["id"] = mint("field")
    made["name"] = propose_name(made["label"], [each["name"] for each in known], str(made.get("type")))
    options = made.get("options")
    for column in options.get("fields", ()) if isinstance(options, dict) else ():
        column["id"] = mint("field")
    return made


def _free(text: str, language: str, labels: Sequence[Mapping[str, str]]) -> str:
    """Return a text that no label has yet: itself, else with the next number behind it."""
    taken = {each.get(language) for each in labels}
    stem, _, last = text.rpartition(" ")
    is_numbered = bool(stem) and last.isascii() and last.isdigit() and len(last) <= _LONGEST_NUMBER
    first = int(last) + 1 if is_numbered else 2
    numbered = (f"{stem if is_numbered else text} {first + n}" for n in range(len(taken) + 1))
    return text if text not in taken else next(each for each in numbered if each not in taken)


def _apply(documents: Documents, params: Params) -> Documents:
    path, form = open_form(documents, params.form, _ids(params))
    file, entity = open_document(documents, "entity", form["entity"])
    if not form["layout"]:
        raise Refused.because("command.section.none")
    section = form["layout"][-1] if params.section is None else section_in(form, params.section)[1]
    _refuse_taken(entity, params.made)
    ids = [id for id in _ids(params) if _is_placeable(entity, form, id)]
    entity["fields"] += deepcopy(params.made)
    types = {each["id"]: each["type"] for each in entity["fields"]}
    wide = section.get("columns") or form.get("columns", 2)
    items = [_item(id, types[id], wide) for id in (*ids, *(each["id"] for each in params.made))]
    at = len(section["items"]) if params.index is None else max(params.index, 0)
    section["items"][at:at] = items
    return replaced(replaced(documents, file, entity), path, form)


def _refuse_taken(entity: Json, made: Sequence[Json]) -> None:
    names = {each["name"].casefold() for each in entity["fields"]}
    ids = {each["id"] for listed in field_lists(entity) for each in listed}
    for each in made:
        if each["name"].casefold() in names:
            raise Refused.because("command.name.taken", ("name",), name=each["name"])
        if each["id"] in ids:
            raise Refused.because("command.id.taken", ("id",), id=each["id"])


def _item(id: str, type: str, wide: int) -> Json:
    return {"field": id, "span": wide} if type in WIDE and wide > 1 else {"field": id}


def _describe(documents: Documents, params: Params) -> Words:
    return words_for(documents, params.form, _ids(params))


COMMAND = EditCommand("paste_fields", Params, _apply, _describe, _complete)
