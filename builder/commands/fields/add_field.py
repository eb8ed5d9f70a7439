"""Adding a field to an entity or its detail lines, and at once to a form and a list, with choices and rights.

The first field that can name a record becomes the entity's title.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import (
    Json,
    field_in,
    field_lists,
    insert,
    label_of,
    open_document,
    replaced,
)
from builder.commands.fields.layout_uses import NAMING
from builder.commands.fields.set_field_access import with_access
from builder.commands.forms.add_form_item import with_item
from builder.commands.naming import propose_name
from builder.commands.options.lists import new_list
from builder.commands.views.columns import with_column
from engine.ports import Documents, Words

CHOOSING = ("choice", "multi_choice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`lines` is a detail lines field, `choices` are labels for a new option list, `access` is by role."""

    entity: str
    type: str
    label: dict[str, str]
    lines: str | None = None
    position: int | None = None
    id: str = ""
    name: str = ""
    help: dict[str, str] | None = None
    required: bool = False
    default: str | None = None
    options: dict[str, Any] = field(default_factory=dict)
    choices: list[dict[str, str]] = field(default_factory=list)
    list_id: str = ""
    list_name: str = ""
    form: str | None = None
    section: str | None = None
    index: int | None = None
    span: int = 1
    view: str | None = None
    access: dict[str, str] = field(default_factory=dict)


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, entity = open_document(documents, "entity", params.entity)
    taken = [each["name"] for each in _listed(entity, params.lines)]
    name = params.name or propose_name(params.label, taken, params.type)
    completed = replace(params, id=params.id or mint("field"), name=name)
    return _complete_list(documents, completed, mint) if _makes_list(params) else completed


def _complete_list(documents: Documents, params: Params, mint: Mint) -> Params:
    taken = [each["name"] for path, each in documents.items() if path.startswith("options/")]
    name = params.list_name or propose_name(params.label, taken, params.type)
    return replace(params, list_id=params.list_id or mint("options"), list_name=name)


def _makes_list(params: Params) -> bool:
    return params.type in CHOOSING and "list" not in params.options


def _listed(entity: Json, lines: str | None) -> list[Json]:
    if lines is None:
        return field_lists(entity)[0]
    owner = field_in(entity, lines)
    if owner["type"] != "lines":
        raise Refused.because("command.field.not_lines", id=lines)
    columns: list[Json] = owner["options"]["fields"]
    return columns


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    listed = _listed(entity, params.lines)
    _refuse_taken(documents, listed, params)
    insert(listed, params.position, _field(params))
    if params.lines is None and params.type in NAMING:
        entity.setdefault("title", params.id)
    documents = replaced(documents, path, entity)
    if _makes_list(params):
        made = new_list(params.list_id, params.list_name, params.label, params.choices)
        documents = replaced(documents, f"options/{params.list_name}.json", made)
    if params.form is not None:
        documents = with_item(
            documents, params.form, params.section, params.index, {"field": params.id, "span": params.span}
        )
    if params.view is not None:
        documents = with_column(documents, params.view, params.id)
    for role, access in params.access.items():
        documents = with_access(documents, role, params.entity, params.id, access)
    return documents


def _refuse_taken(documents: Documents, listed: list[Json], params: Params) -> None:
    if any(each["name"].casefold() == params.name.casefold() for each in listed):
        raise Refused.because("command.name.taken", ("name",), name=params.name)
    if _makes_list(params) and f"options/{params.list_name}.json" in documents:
        raise Refused.because("command.name.taken", ("list_name",), name=params.list_name)


def _field(params: Params) -> Json:
    made: Json = {"id": params.id, "name": params.name, "type": params.type, "label": params.label}
    chosen: Mapping[str, Any] = {
        "help": params.help,
        "required": params.required or None,
        "default": params.default,
        "options": _options(params) or None,
    }
    return made | {key: value for key, value in chosen.items() if value is not None}


def _options(params: Params) -> Json:
    return {**params.options, "list": params.list_id} if _makes_list(params) else dict(params.options)


def _describe(documents: Documents, params: Params) -> Words:
    return {"field": params.label, "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("add_field", Params, _apply, _describe, _complete)
