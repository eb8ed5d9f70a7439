"""Setting what a role may do with records of entities: nothing, all, or those that meet a condition."""

from dataclasses import dataclass
from typing import Any

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import label_of, open_document, replaced, require_one_of
from builder.commands.roles.rights import ACTIONS, OTHER_FIELDS, RIGHTS, require_entity, with_rights
from builder.words import Phrase, said, word
from engine.ports import Documents, Words

ROW_RULES = ("read", "create", "update", "delete")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Rights by name, `{"read": true, "update": "owner = CURRENT_USER()", "delete": false}`; others stay.

    `exports` and `imports` are yes or no; `other_fields` is the access to fields that are not listed.
    """

    role: str
    entities: list[str]
    rights: dict[str, Any]


def _apply(documents: Documents, params: Params) -> Documents:
    path, role = open_document(documents, "role", params.role)
    if not params.rights:
        raise Refused.because("command.param.missing", ("rights",))
    for right, value in params.rights.items():
        require_one_of(right, RIGHTS)
        if not _fits(right, value):
            raise Refused.because("command.param.type", ("rights", right))
    for entity in dict.fromkeys(params.entities):
        require_entity(documents, entity)
        with_rights(role, entity, params.rights)
    return replaced(documents, path, role)


def _fits(right: str, value: Any) -> bool:
    if value is None or right == OTHER_FIELDS:
        return value is None or isinstance(value, str)
    return isinstance(value, bool) or (isinstance(value, str) and right in ROW_RULES)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "role": label_of(documents, params.role),
        "rights": _joined(documents, params),
        "entities": _entities(documents, params.entities),
    }


def _joined(documents: Documents, params: Params) -> dict[str, str]:
    """Say which rights: those of a row set together are one word."""
    asked = [each for each in (*ACTIONS, OTHER_FIELDS) if each in params.rights]
    if len(asked) > 1:
        return word("rights.several")
    return word(f"right_set.{asked[0]}") if asked else {}


def _entities(documents: Documents, entities: list[str]) -> dict[str, str]:
    if len(entities) == 1:
        return dict(label_of(documents, entities[0]))
    return said(Phrase("entities.several", {"count": len(entities)}))


COMMAND = EditCommand("set_entity_rights", Params, _apply, _describe)
