"""The demo's own world: a simulated shop and a mail sink on this machine, allowed by exactly their ports."""

import importlib
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Connection

from engine.kernel.errors import DomainError
from runtime.connectors.places import Place, all_places
from runtime.connectors.setting_up import Given, set_up
from runtime.connectors.sites import site_of, stored_at_work
from runtime.connectors.stored import find_stored
from runtime.demo.mail_sink import FOLDER, HOST, MailSink
from runtime.server.services import Services
from runtime.settings import Settings

# The simulators lie beside the example apps, which an installation need not have.
_SHOP = "examples.shops.woocommerce.shop"
_KIND = "woocommerce"

_log = structlog.get_logger("demo")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What runs beside the demo, and the settings that reach it."""

    settings: Settings
    shop: Any

    def join(self, services: Services) -> None:
        """Set the connectors of shops up, those that nobody has set up otherwise."""
        for place in _shops(services):
            services.database.write(partial(self._set_up, services, place))

    def listen(self, services: Services, address: str) -> None:
        """Let the shop tell the server at an address of its orders."""
        self.shop.state.things["webhooks"].clear()
        for place in _shops(services):
            try:
                site = site_of(services, place, stored_at_work(services, place))
                place.kind.listen(site, f"{address}/api/hooks/{place.id}")
            except DomainError as problem:
                _log.warning("demo.shop.deaf", code=problem.issues[0].code)

    def _set_up(self, services: Services, place: Place, connection: Connection) -> None:
        before = find_stored(connection, place.id)
        if before is not None and not before.settings.get("demo"):
            return
        module = importlib.import_module(_SHOP)
        secrets = {
            "consumer_key": module.CONSUMER_KEY,
            "consumer_secret": module.CONSUMER_SECRET,
            "webhook_secret": services.vault.derived("demo shop").hex(),
        }
        settings = {"demo": True, "storefront": self.shop.address}
        given = Given(address=self.shop.address, secrets=secrets, enabled=True, settings=settings)
        set_up(services, place, connection, given, None)


@contextmanager
def surroundings(settings: Settings, goods: Path) -> Iterator[Surroundings]:
    """Run shop and mail sink; where the operator named a mail server, that one is used."""
    with ExitStack() as running:
        settings = settings if settings.smtp_host else running.enter_context(_mail_sink(settings))
        module = importlib.import_module(_SHOP)
        port = settings.port + 1 if settings.port and _is_free(settings.port + 1) else 0
        listed = module.goods_of(goods)
        shop = running.enter_context(module.running_shop(port, listed, settings.data / "shop.json"))
        place = shop.address.removeprefix("http://")
        yield Surroundings(replace(settings, private_hosts=(*settings.private_hosts, place)), shop)


@contextmanager
def _mail_sink(settings: Settings) -> Iterator[Settings]:
    sink = MailSink(settings.data / FOLDER)
    sink.start()
    try:
        yield replace(
            settings,
            smtp_host=HOST,
            smtp_port=sink.port,
            smtp_tls="none",
            smtp_from="tongdao@demo.example",
            private_hosts=(*settings.private_hosts, f"{HOST}:{sink.port}"),
        )
    finally:
        sink.stop()


def _is_free(port: int) -> bool:
    try:
        with socket.create_server((HOST, port)):
            return True
    except (OSError, OverflowError):
        return False


def _shops(services: Services) -> list[Place]:
    return [place for place in all_places(services.apps) if place.document.kind == _KIND]
