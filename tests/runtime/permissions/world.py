"""The data the matrix looks at: for each actor records of their own, foreign ones, and deleted ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from engine.access.principal import SYSTEM
from runtime.app_folder import read_app_folder
from runtime.storage.repository import Repository
from tests.factories.definitions import CUSTOMER, make_role, make_sales_documents
from tests.factories.server import PASSWORD, Client, Server
from tests.runtime.permissions.reference_policy import (
    APP,
    DELETED,
    ENTITIES,
    FOREIGN,
    OWN,
    ROLES,
    Facts,
    Policy,
)

LOOKED_AT = (
    "customer", "sales_order", "payment", "lead", "purchase_request", "product", "price_list", "channel_cost",
)  # fmt: skip
CLASSES = (OWN, FOREIGN, DELETED)
SECRET = "seen only by who may"
_OTHER_APP = "app_7kq2m4"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody at the door: a client, what they may do, and whose records are theirs."""

    name: str
    client: Client
    policy: Policy
    is_known: bool = True
    records: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(slots=True)
class World:
    """The installed app, and everybody in it."""

    server: Server
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def actors(self) -> list[Actor]:
        """Arrange everything and return all actors: one per role, and who comes from outside."""
        self._install()
        nobody = self.server.add_person("nobody").id
        basics = self._basics()
        foreign = self._set_of(nobody, basics, FOREIGN)
        return [
            *(self._with_role(role, foreign, basics) for role in ROLES),
            self._token(foreign, basics),
            self._stranger(foreign),
            Actor("anonymous", self.server.client(), Policy(None), is_known=False, records=foreign),
        ]

    def repository(self) -> Repository:
        """Return the records as the installation itself sees them."""
        return self.server.services.repository(self.server.services.apps.get("channel_sales"), SYSTEM)

    def throw_away(self, entity: str, id: str) -> None:
        """Put a record back into the trash."""
        store, key = self.repository(), ENTITIES[entity]["id"]
        store.delete(key, id, store.get(key, id).version)

    def _install(self) -> None:
        documents = read_app_folder(APP)
        assert isinstance(documents, dict)
        self.server.install(exploring(documents))
        other = make_role("rol_other1", "other", {"entity": CUSTOMER, "read": True}, administer=[])
        self.server.install(make_sales_documents() | {"roles/other.json": other})

    def _with_role(self, role: str, foreign: Any, basics: Mapping[str, str]) -> Actor:
        person = self.server.add_person(role, (_app_id(), ROLES[role]["id"]))
        client = self.server.client().sign_in(role, PASSWORD)
        return Actor(role, client, Policy(role), records=self._records(person.id, foreign, basics))

    def _token(self, foreign: Any, basics: Mapping[str, str]) -> Actor:
        role = "sales_director"
        person = self.server.add_person("robot", (_app_id(), ROLES[role]["id"]))
        wish = {"name": "matrix", "scopes": ["read"]}
        made = self.server.client().sign_in("robot").post("/api/tokens", json=wish).json()
        client = self.server.client()
        client.headers["Authorization"] = f"Bearer {made['token']}"
        records = self._records(person.id, foreign, basics)
        return Actor("token", client, Policy(role, only_read=True), records=records)

    def _stranger(self, foreign: Any) -> Actor:
        self.server.add_person("stranger", (_OTHER_APP, "rol_other1"))
        client = self.server.client().sign_in("stranger")
        return Actor("stranger", client, Policy(None), records=foreign)

    def _records(self, user: str, foreign: Any, basics: Mapping[str, str]) -> Mapping[tuple[str, str], str]:
        own = self._set_of(user, basics, OWN)
        deleted = self._set_of(user, basics, DELETED)
        for entity in ("payment", *(name for name in reversed(LOOKED_AT) if name != "payment")):
            self.throw_away(entity, deleted[entity, DELETED])
        return {**foreign, **own, **deleted}

    def _basics(self) -> dict[str, str]:
        return {
            "channel": self._add("channel", code="C1", name="Direct", kind="dealer"),
            "warehouse": self._add("warehouse", code="W1", name="North"),
            "product": self._add("product", name="Pump", sku="P-1", list_price="12"),
        }

    def _set_of(self, user: str, basics: Mapping[str, str], kind: str) -> dict[tuple[str, str], str]:
        """Add one record of each entity that belongs to a user."""
        n = next(self.numbers)
        lines = [{"product": basics["product"], "quantity": 1, "unit_price": "10"}]
        customer = self._add(
            "customer", name=f"{SECRET} {n}", owner=user, portal_user=user, phone="13800138000",
            address=SECRET, note=SECRET, contact=SECRET,
        )  # fmt: skip
        order = self._add(
            "sales_order", channel=basics["channel"], customer=customer, sales_person=user, status="draft",
            lines=lines, receiver=SECRET, address=SECRET, note=SECRET,
        )  # fmt: skip
        made = {
            "customer": customer,
            "sales_order": order,
            "payment": self._add(
                "payment", order=order, customer=customer, amount="5", method="wechat", booked_by=user,
                transaction_no=f"{SECRET} {n}",
            ),
            "lead": self._add("lead", name=f"{SECRET} {n}", source="website", owner=user, phone="13800138000"),
            "purchase_request": self._add(
                "purchase_request", requester=user, reason="promotion", warehouse=basics["warehouse"],
                status="draft", lines=[{"product": basics["product"], "quantity": 1}],
            ),
            "product": self._add("product", name=f"{SECRET} {n}", sku=f"S-{n}", cost="3", list_price="9"),
            "price_list": self._add(
                "price_list", name=f"{SECRET} {n}", level="dealer", valid_from="2026-01-01",
                lines=[{"product": basics["product"], "price": "9"}],
            ),
            "channel_cost": self._add(
                "channel_cost", channel=basics["channel"], kind="staff", amount="1", note=SECRET,
                spent_on=f"20{10 + n // 300}-{1 + n % 12:02}-{1 + n // 12 % 25:02}",
            ),
        }  # fmt: skip
        return {(entity, kind): id for entity, id in made.items()}

    def _add(self, entity: str, **values: Any) -> str:
        return self.repository().create(ENTITIES[entity]["id"], values).id


def exploring(documents: Mapping[str, Any]) -> dict[str, Any]:
    """Return documents in which every role may ask questions of its own, so that rights alone decide."""
    return {
        path: {**each, "explore": True} if path.startswith("roles/") else each
        for path, each in documents.items()
    }


def facts(entity: str, kind: str) -> Facts:
    """Return what is true of a record of the world."""
    status = "draft" if entity in ("sales_order", "purchase_request") else ""
    return Facts(is_own=kind != FOREIGN, status=status)


def _app_id() -> str:
    return "app_tcxm3m9jh5"
