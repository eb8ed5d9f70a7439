"""What a role says about an entity, found or begun, and tidied so that no empty right is kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.commands.command import Refused
from builder.commands.documents import Json, assign
from engine.metadata.load import kind_in
from engine.ports import Documents

ACTIONS = ("read", "create", "update", "delete", "exports", "imports")
OTHER_FIELDS = "other_fields"
RIGHTS = (*ACTIONS, OTHER_FIELDS)


def require_entity(documents: Documents, entity: str) -> None:
    """Refuse an entity that does not exist."""
    if not any(each["id"] == entity and kind_in(each) == "entity" for each in documents.values()):
        raise Refused.because("command.document.missing", id=entity, kind="entity")


def with_rights(role: Json, entity: str, rights: Mapping[str, Any]) -> None:
    """Set rights of a role on an entity; what it may no longer do at all is not listed any more."""
    listed = role.setdefault("entities", [])
    said = next((each for each in listed if each["entity"] == entity), None)
    if said is None:
        said = {"entity": entity}
        listed.append(said)
    for right, value in rights.items():
        assign(said, right, None if value is False else value)
    if not any(said.get(action) for action in ACTIONS):
        listed.remove(said)
    if not listed:
        del role["entities"]


def rights_on(role: Mapping[str, Any], entity: str) -> Json | None:
    """Return what a role says about an entity."""
    return next((each for each in role.get("entities", ()) if each["entity"] == entity), None)


def roles_in(documents: Documents) -> Iterator[Mapping[str, Any]]:
    """Yield the roles."""
    yield from (each for each in documents.values() if kind_in(each) == "role")
