"""Linking one entity to another: a field called like what it leads to, on the form and in the list."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import label_of, open_document
from builder.commands.fields.add_field import COMMAND as ADD_FIELD
from builder.commands.fields.add_field import Params as FieldParams
from engine.metadata.load import kind_in
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """From `entity` to `target`; without a label, that of the target. `form` and `view` show the link."""

    entity: str
    target: str
    label: dict[str, str] | None = None
    required: bool = False
    id: str = ""
    name: str = ""
    form: str | None = None
    view: str | None = None


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    open_document(documents, "entity", params.target)
    label = params.label or dict(label_of(documents, params.target))
    form, view = (_first(documents, kind, params.entity) for kind in ("form", "view"))
    placed = replace(params, label=label, form=params.form or form, view=params.view or view)
    field = ADD_FIELD.complete(documents, _field(placed), mint)
    return replace(placed, id=field.id, name=field.name)


def _first(documents: Documents, kind: str, entity: str) -> str | None:
    """Return the first form with a section, or the first list, of an entity."""
    for _, each in sorted(documents.items()):
        if kind_in(each) == kind and each["entity"] == entity and each.get("layout", True):
            id: str = each["id"]
            return id
    return None


def _field(params: Params) -> FieldParams:
    given = asdict(params)
    target = given.pop("target")
    values: dict[str, Any] = given | {"label": params.label or {}, "options": {"entity": target}}
    return FieldParams(type="link", **values)


def _apply(documents: Documents, params: Params) -> Documents:
    open_document(documents, "entity", params.target)
    return ADD_FIELD.apply(documents, _field(params))


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "field": params.label or {},
        "entity": label_of(documents, params.entity),
        "target": label_of(documents, params.target),
    }


COMMAND = EditCommand("add_link", Params, _apply, _describe, _complete)
