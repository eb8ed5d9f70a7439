"""Setting what a role may do with several fields of an entity; without access they follow the others."""

from dataclasses import dataclass

from builder.commands.command import EditCommand
from builder.commands.documents import field_label, label_of
from builder.commands.fields.set_field_access import with_access
from builder.words import word
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Access as in the document of a role."""

    role: str
    entity: str
    fields: list[str]
    access: str | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    for field in dict.fromkeys(params.fields):
        documents = with_access(documents, params.role, params.entity, field, params.access)
    return documents


def _describe(documents: Documents, params: Params) -> Words:
    names = [field_label(documents, field) for field in params.fields[:3]]
    languages = dict.fromkeys(language for each in names for language in each)
    fields = {each: _listed(each, [name.get(each, "") for name in names], params) for each in languages}
    return {
        "role": label_of(documents, params.role),
        "fields": fields,
        "access": word(f"access.{params.access or 'follows'}"),
    }


def _listed(language: str, names: list[str], params: Params) -> str:
    text = ("、" if language == "zh" else ", ").join(name for name in names if name)
    return f"{text} …" if len(params.fields) > len(names) else text


COMMAND = EditCommand("set_fields_access", Params, _apply, _describe)
