"""Connectors at work: their receiver, and their site with its secrets opened."""

from engine.kernel.errors import Conflict
from runtime.connectors.kind import Site
from runtime.connectors.places import Place
from runtime.connectors.receiving import Receiver
from runtime.connectors.stored import Stored, find_stored
from runtime.server.services import Services


def receiver_of(services: Services, place: Place) -> Receiver:
    """Return what takes in the events of a connector."""
    return Receiver(place=place, store=services.store, listeners=(services.flows.triggers.shop_event,))


def site_of(services: Services, place: Place, stored: Stored) -> Site:
    """Return the shop as it is reached."""
    opened = {
        name: stored.open(services.vault, name) for name in place.kind.secrets if name in stored.secrets
    }
    return Site(app=place.installed.name, address=stored.address, secrets=opened, calls=services.outgoing)


def stored_at_work(services: Services, place: Place) -> Stored:
    """Return the settings of a connector; raise Conflict where it is not set up or switched off."""
    with services.database.read() as connection:
        stored = find_stored(connection, place.id)
    if stored is None or not stored.enabled:
        raise Conflict.of("connector.off")
    return stored
