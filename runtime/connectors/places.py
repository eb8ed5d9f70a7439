"""The connectors of all installed apps: each document with the app it belongs to and its kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.access.principal import Principal
from engine.kernel.errors import NotFound
from engine.metadata.model import Connector
from runtime.connectors.kind import ShopKind
from runtime.connectors.kinds import KINDS
from runtime.server.apps import InstalledApp, InstalledApps


@dataclass(frozen=True, slots=True)
class Place:
    """One connector as published."""

    installed: InstalledApp
    document: Connector
    kind: ShopKind

    @property
    def id(self) -> str:
        """Return the id of its document."""
        return self.document.id

    @property
    def principal(self) -> Principal:
        """Return who writes what comes in through it."""
        return Principal(self.id, "connector", frozenset(self.document.roles))


def all_places(apps: InstalledApps) -> Sequence[Place]:
    """Return the connectors of all apps, app by app."""
    return tuple(
        Place(installed, document, KINDS[document.kind])
        for installed in apps.all()
        for document in installed.definition.connectors.values()
    )


def get_place(apps: InstalledApps, id: str) -> Place:
    """Return a connector; raise NotFound."""
    found = next((place for place in all_places(apps) if place.id == id), None)
    if found is None:
        raise NotFound.of("connector.unknown")
    return found
