"""Changing the type of a field; settings the new type knows stay, values are converted at publishing."""

from dataclasses import dataclass, replace
from dataclasses import field as fresh
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import (
    Json,
    field_in,
    field_label,
    free_file,
    names_in,
    open_document,
    replaced,
)
from builder.commands.naming import propose_name
from builder.commands.options.lists import new_list
from builder.words import word
from engine.metadata.schema_files import SCHEMAS
from engine.ports import Documents, Words

CHOOSING = ("choice", "multi_choice")
# Detail lines are tables of their own, and numbers of a series cannot be made up afterwards.
FIXED = ("lines", "sequence")
NOT_REQUIRED = ("formula", "lookup", "rollup")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`options` replace those of the new type; a choice without a list gets a new one, with `choices`."""

    entity: str
    field: str
    type: str
    options: dict[str, Any] = fresh(default_factory=dict)
    choices: list[dict[str, str]] = fresh(default_factory=list)
    list_id: str = ""
    list_name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    _, entity = open_document(documents, "entity", params.entity)
    changed = field_in(entity, params.field)
    options = _kept_options(changed, params.type) | params.options
    if params.type not in CHOOSING or "list" in options:
        return replace(params, options=options)
    name = params.list_name or propose_name(changed["label"], names_in(documents, "options"), params.type)
    return replace(params, options=options, list_id=params.list_id or mint("options"), list_name=name)


def _kept_options(changed: Json, type: str) -> Json:
    """Return the settings that the new type has too; those of computed values mean something else."""
    known = SCHEMAS.get(f"fields/{type}.json", {}).get("properties", {})
    if changed["type"] in NOT_REQUIRED:
        known = {key: each for key, each in known.items() if key == "scale"}
    return {key: value for key, value in changed.get("options", {}).items() if key in known}


def _apply(documents: Documents, params: Params) -> Documents:
    path, entity = open_document(documents, "entity", params.entity)
    changed = field_in(entity, params.field)
    if changed["type"] in FIXED or params.type in FIXED:
        raise Refused.because("command.type.fixed", ("type",))
    changed["type"] = params.type
    options = dict(params.options)
    if params.list_id:
        options["list"] = params.list_id
        file = free_file(documents, "options", params.list_id, params.list_name)
        made = new_list(params.list_id, params.list_name, changed["label"], params.choices)
        documents = replaced(documents, file, made)
    for key in ("options", *(("required", "default") if params.type in NOT_REQUIRED else ())):
        changed.pop(key, None)
    if options:
        changed["options"] = options
    return replaced(documents, path, entity)


def _describe(documents: Documents, params: Params) -> Words:
    if f"fields/{params.type}.json" not in SCHEMAS:
        raise Refused.because("command.type.unknown", ("type",), type=params.type[:80])
    return {"field": field_label(documents, params.field), "type": word(f"type.{params.type}")}


COMMAND = EditCommand("change_field_type", Params, _apply, _describe, _complete)
