"""A server with the shop's app at work, its connector set up, and goods to sell."""

from pathlib import Path
from typing import Any

from engine.access.principal import SYSTEM
from engine.query.record_query import RecordQuery
from runtime.connectors.inbox import list_events
from runtime.connectors.places import get_place
from runtime.connectors.setting_up import Given, set_up
from runtime.storage.repository import Repository
from tests.factories.server import Client, Server
from tests.factories.shop import (
    CHANNEL,
    CONNECTOR,
    CUSTOMER,
    ORDER,
    PRODUCT,
    SECRETS,
    make_delivery,
    make_shop_documents,
)

APP = "app_7kq2m4"


class ShopServer:
    def __init__(self, url: str, data: Path, address: str = "https://shop.example", **settings: Any) -> None:
        self.server = Server(url, data, **settings)
        self.services = self.server.services
        self.server.install(make_shop_documents())
        self.records = self._records()
        self.records.create(CHANNEL, {"code": "WEB"})
        self.add_product("PEN-1")
        self.set_up(address)
        self.client = self.server.client()

    def set_up(self, address: str, **more: Any) -> None:
        given = Given(**{"address": address, "secrets": SECRETS, "enabled": True, "settings": {}, **more})
        place = get_place(self.services.apps, CONNECTOR)
        self.services.database.write(lambda each: set_up(self.services, place, each, given, None))

    def add_product(self, sku: str) -> None:
        self.records.create(PRODUCT, {"sku": sku, "name": sku})

    def hear(
        self, order: Any, topic: str = "order.updated", delivery: str = "", **headers: str | bytes
    ) -> Any:
        return self.client.post(f"/api/hooks/{CONNECTOR}", **make_delivery(order, topic, delivery, **headers))

    def orders(self) -> list[dict[str, Any]]:
        found = self.records.find(ORDER, RecordQuery()).records
        return [dict(self.records.get(ORDER, each.id).values) for each in found]

    def customers(self) -> list[dict[str, Any]]:
        return [dict(each.values) for each in self.records.find(CUSTOMER, RecordQuery()).records]

    def events(self) -> list[tuple[str, str]]:
        """Return state and verdict of all events, oldest first."""
        with self.services.database.read() as connection:
            rows = list_events(connection, CONNECTOR, None, None, 100)
        return [(row.state, row.verdict) for row in reversed(rows)]

    def boss(self) -> Client:
        self.server.add_person("boss", (APP, "rol_boss01"))
        return self.server.client().sign_in("boss")

    def close(self) -> None:
        self.server.close()

    def _records(self) -> Repository:
        return Repository(self.services.store, self.services.apps.get("shop_app").definition, SYSTEM)
