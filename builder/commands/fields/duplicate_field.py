"""Duplicating a field with settings and rights, next to it in the entity and on the forms that show it."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import (
    Json,
    field_label,
    label_of,
    open_document,
    replaced,
    siblings,
)
from builder.commands.naming import propose_name
from engine.kernel.ids import NAME_LENGTH
from engine.metadata.load import kind_in
from engine.ports import Documents, Words

_ROOM_FOR_NUMBER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`ids` gives the new id of the field, and of each column where it holds detail lines."""

    entity: str
    field: str
    name: str = ""
    ids: Mapping[str, str] | None = None


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, entity = open_document(documents, "entity", params.entity)
    listed, at = siblings(entity, params.field)
    taken = [each["name"] for each in listed]
    stem = listed[at]["name"][: NAME_LENGTH - _ROOM_FOR_NUMBER]
    name = params.name or propose_name({"name": stem}, taken, listed[at]["type"])
    ids = params.ids or {each["id"]: mint("field") for each in (listed[at], *_columns(listed[at]))}
    return replace(params, name=name, ids=ids)


def _columns(field: Json) -> list[Json]:
    columns: list[Json] = field["options"]["fields"] if field["type"] == "lines" else []
    return columns


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    listed, at = siblings(entity, params.field)
    if any(each["name"].casefold() == params.name.casefold() for each in listed):
        raise Refused.because("command.name.taken", ("name",), name=params.name)
    ids = params.ids or {}
    if any(each["id"] not in ids for each in (listed[at], *_columns(listed[at]))):
        raise Refused.because("command.param.missing", ("ids",))
    copy = _copied(listed[at], params.name, ids)
    listed.insert(at + 1, copy)
    documents = replaced(documents, path, entity)
    return {each: _beside(document, params.field, copy["id"]) for each, document in documents.items()}


def _copied(field: Json, name: str, ids: Mapping[str, str]) -> Json:
    number = name.removeprefix(field["name"]).strip("_") if name.startswith(field["name"]) else ""
    copy = deepcopy(field) | {"id": ids[field["id"]], "name": name}
    copy["label"] = {language: f"{words} {number or 2}" for language, words in field["label"].items()}
    for column in _columns(copy):
        column["id"] = ids[column["id"]]
    return copy


def _beside(document: Any, field: str, copy: str) -> Any:
    match kind_in(document):
        case "form":
            return _beside_on_form(document, field, copy)
        case "role":
            return _as_in_role(document, field, copy)
    return document


def _beside_on_form(form: Json, field: str, copy: str) -> Json:
    if not any(item["field"] == field for section in form["layout"] for item in section["items"]):
        return form
    return form | {
        "layout": [
            section | {"items": _with_copy(section["items"], field, copy)} for section in form["layout"]
        ]
    }


def _with_copy(items: list[Json], field: str, copy: str) -> list[Json]:
    placed: list[Json] = []
    for item in items:
        placed += [item, item | {"field": copy}] if item["field"] == field else [item]
    return placed


def _as_in_role(role: Json, field: str, copy: str) -> Json:
    if not any(field in each.get("fields", {}) for each in role.get("entities", ())):
        return role
    return role | {
        "entities": [
            each | {"fields": {**each["fields"], copy: each["fields"][field]}}
            if field in each.get("fields", {})
            else each
            for each in role["entities"]
        ]
    }


def _describe(documents: Documents, params: Params) -> Words:
    return {"field": field_label(documents, params.field), "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("duplicate_field", Params, _apply, _describe, _complete)
