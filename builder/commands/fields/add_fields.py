"""Adding several fields to an entity at once, as when their labels are pasted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from builder.commands.command import EditCommand, Mint, Refused
from builder.commands.documents import label_of
from builder.commands.fields.several import completed_fields, with_fields
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`fields` are parameters of `add_field`; `form` and `view` show those that say nothing else."""

    entity: str
    fields: list[Mapping[str, Any]]
    form: str | None = None
    view: str | None = None


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    if not params.fields:
        raise Refused.because("command.fields.none", ("fields",))
    made = completed_fields(
        documents, params.fields, mint, entity=params.entity, form=params.form, view=params.view
    )
    return replace(params, fields=made)


def _apply(documents: Documents, params: Params) -> Documents:
    return with_fields(documents, params.entity, params.fields)


def _describe(documents: Documents, params: Params) -> Words:
    return {"count": len(params.fields), "entity": label_of(documents, params.entity)}


COMMAND = EditCommand("add_fields", Params, _apply, _describe, _complete)
