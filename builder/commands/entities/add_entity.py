"""Adding an entity ready for use, with fields, form, a list in the navigation and rights: all in one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import Json, free_file, names_in, replaced
from builder.commands.entities.rights import LEVELS, designing_roles, with_rights
from builder.commands.fields.several import completed_fields, with_fields
from builder.commands.naming import propose_name
from builder.commands.navigation.add_navigation_item import COMMAND as ADD_TO_NAVIGATION
from builder.commands.navigation.add_navigation_item import Params as NavigationParams
from builder.words import word
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`fields` are parameters of `add_field`; `rights` is by role: read, edit or manage.

    Without rights, the roles that design the app manage its records. `group` is a group of the navigation.
    """

    label: dict[str, str]
    description: dict[str, str] | None = None
    icon: str | None = None
    fields: list[Mapping[str, Any]] = field(default_factory=list)
    rights: dict[str, str] | None = None
    group: int | None = None
    id: str = ""
    name: str = ""
    form_id: str = ""
    form_name: str = ""
    section_id: str = ""
    view_id: str = ""
    view_name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    rights = params.rights
    made = replace(
        params,
        id=params.id or mint("entity"),
        name=params.name or _name(documents, params, "entities", "entity"),
        form_id=params.form_id or mint("form"),
        form_name=params.form_name or _name(documents, params, "forms", "form"),
        section_id=params.section_id or mint("section"),
        view_id=params.view_id or mint("view"),
        view_name=params.view_name or _name(documents, params, "views", "view"),
        rights=dict.fromkeys(designing_roles(documents), "manage") if rights is None else rights,
    )
    fields = completed_fields(
        _bare(documents, made), made.fields, mint, entity=made.id, form=made.form_id, view=made.view_id
    )
    return replace(made, fields=fields)


def _name(documents: Documents, params: Params, folder: str, fallback: str) -> str:
    return propose_name(params.label, names_in(documents, folder), fallback)


def _apply(documents: Documents, params: Params) -> Documents:
    documents = with_fields(_bare(documents, params), params.id, params.fields)
    documents = ADD_TO_NAVIGATION.apply(documents, NavigationParams(view=params.view_id, group=params.group))
    for role, level in (params.rights or {}).items():
        documents = with_rights(documents, role, params.id, level, view=params.view_id)
    return documents


def _bare(documents: Documents, params: Params) -> Documents:
    """Add the entity, its form and its list, all of them empty."""
    unknown = [level for level in (params.rights or {}).values() if level not in LEVELS]
    if unknown:
        raise Refused.because("command.rights.unknown", ("rights",), level=unknown[0][:80])
    path = free_file(documents, "entities", params.id, params.name)
    form_path = free_file(documents, "forms", params.form_id, params.form_name)
    view_path = free_file(documents, "views", params.view_id, params.view_name)
    documents = replaced(documents, path, _entity(params))
    documents = replaced(documents, form_path, _form(params))
    return replaced(documents, view_path, _view(params))


def _entity(params: Params) -> Json:
    more = {"description": params.description, "icon": params.icon}
    return {
        "schema": "tongdao/entity/1",
        "id": params.id,
        "name": params.name,
        "label": params.label,
        **{key: value for key, value in more.items() if value},
        "fields": [],
    }


def _form(params: Params) -> Json:
    return {
        "schema": "tongdao/form/1",
        "id": params.form_id,
        "name": params.form_name,
        "label": params.label,
        "entity": params.id,
        "layout": [{"id": params.section_id, "items": []}],
    }


def _view(params: Params) -> Json:
    more = {"icon": params.icon} if params.icon else {}
    return {
        "schema": "tongdao/view/1",
        "id": params.view_id,
        "name": params.view_name,
        "label": params.label,
        "entity": params.id,
        **more,
        "columns": [],
    }


def _describe(documents: Documents, params: Params) -> Words:
    return {"entity": params.label or word("kind.entity")}


COMMAND = EditCommand("add_entity", Params, _apply, _describe, _complete)
