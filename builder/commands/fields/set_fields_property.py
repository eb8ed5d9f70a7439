"""Setting one property of several fields of an entity at once."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import label_of
from builder.commands.fields.set_field_property import COMMAND as SET_ONE
from builder.commands.fields.set_field_property import PROPERTIES
from builder.commands.fields.set_field_property import Params as OneParams
from builder.words import word
from engine.ports import Documents, Words

__all__ = ["COMMAND", "PROPERTIES", "Params"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """As `set_field_property`, for every field named."""

    entity: str
    fields: list[str]
    property: str
    option: str = ""
    value: Any = None


def _apply(documents: Documents, params: Params) -> Documents:
    if not params.fields:
        raise Refused.because("command.fields.none", ("fields",))
    for each in params.fields:
        documents = SET_ONE.apply(
            documents,
            OneParams(
                entity=params.entity,
                field=each,
                property=params.property,
                option=params.option,
                value=params.value,
            ),
        )
    return documents


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "property": word(f"property.{params.property}"),
        "count": len(params.fields),
        "entity": label_of(documents, params.entity),
    }


COMMAND = EditCommand("set_fields_property", Params, _apply, _describe)
