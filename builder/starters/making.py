"""Making an app: its first release, and who holds its roles from the start."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from builder.starters.blank import MEMBER
from engine.access.principal import Principal
from engine.kernel.errors import DomainError, Invalid
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_definition
from engine.metadata.load import load_definition
from engine.ports import DefinitionStore, Documents, NewRelease, Release, RoleHolders, StoragePlanner

Audience = Literal["nobody", "everybody"] | Collection[str]
"""Who uses a new app besides its maker: nobody yet, everybody, or people by user id."""


@dataclass(frozen=True, slots=True)
class Making:
    """The way from documents to an app at work."""

    definitions: DefinitionStore
    planner: StoragePlanner
    holders: RoleHolders

    def make(self, documents: Documents, audience: Audience, note: str, by: Principal) -> Release:
        """Publish the first release; who makes an app holds its roles, its audience the one for users.

        Roles are given first, so that an app is never at work with nobody to look after it.
        """
        definition = _sound(documents)
        try:
            self._give_roles(definition, audience, by)
            return self.planner.publish(
                NewRelease(definition.app.name, 0, dump_definition(definition), note, by.user or "")
            )
        except DomainError:
            self.holders.take_back(definition.app.id, by.user or "")
            raise

    def _give_roles(self, definition: Definition, audience: Audience, by: Principal) -> None:
        app, maker = definition.app.id, by.user or ""
        for role in definition.roles.values():
            if role.id in _acted_with(definition):
                continue
            people = _people(audience, maker) if role.name == MEMBER else (maker,)
            self.holders.give(app, role.id, people, maker)


def _sound(documents: Documents) -> Definition:
    """Return the definition of documents that load; raise Invalid."""
    definition = load_definition(documents)
    if isinstance(definition, list):
        raise Invalid(definition)
    return definition


def _acted_with(definition: Definition) -> set[str]:
    """Return the roles whose rights flows and connectors act with; people do not hold them."""
    acting = [each.roles for each in definition.flows.values()]
    acting += [each.roles for each in definition.connectors.values()]
    return {role for roles in acting for role in roles}


def _people(audience: Audience, maker: str) -> Collection[str] | None:
    """Return the people meant, always with the maker; None for everybody."""
    if audience == "everybody":
        return None
    return (maker,) if audience == "nobody" else dict.fromkeys((maker, *audience))
