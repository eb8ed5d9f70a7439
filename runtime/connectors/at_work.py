"""Puts connectors to work in a server: flows call shops and send letters, and shops are caught up with."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from sqlalchemy import Connection

from engine.kernel.errors import NotFound
from runtime.connectors.acting import ShopCalls
from runtime.connectors.inbox import connector_of
from runtime.connectors.places import get_place
from runtime.connectors.receiving import SUBJECT
from runtime.connectors.sites import receiver_of
from runtime.connectors.watching import watching
from runtime.outgoing.letters import Letters, PostOffice
from runtime.server.services import Services
from runtime.settings import Settings


@contextmanager
def connectors_at_work(services: Services) -> Iterator[None]:
    """Work as long as the server runs; without a mail server letters wait."""
    office = post_office(services.settings)
    letters = Letters(office, services.outgoing.routes, services.clock) if office else None
    services.flows.send_by(ShopCalls(services), letters, partial(play_again, services))
    with watching(services):
        yield


def play_again(services: Services, connection: Connection, subject: str, how: str) -> None:
    """Play the parked event that an incident is about again, or leave it for good."""
    id = subject.removeprefix(SUBJECT)
    connector = connector_of(connection, id)
    if connector is None:
        raise NotFound.of("connector.event.absent")
    receiver = receiver_of(services, get_place(services.apps, connector))
    if how == "skip":
        receiver.leave(connection, id)
    else:
        receiver.replay(connection, id)


def post_office(settings: Settings) -> PostOffice | None:
    """Return the mail server, where the operator named one."""
    if not settings.smtp_host:
        return None
    return PostOffice(
        host=settings.smtp_host,
        port=settings.smtp_port,
        tls=settings.smtp_tls,
        user=settings.smtp_user,
        password=settings.smtp_password,
        sender=settings.smtp_from,
    )
