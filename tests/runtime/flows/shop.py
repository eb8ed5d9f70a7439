"""An installation with the sales app and one flow, people to decide, and what tests ask of it."""

from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from engine.access.principal import Principal
from engine.metadata.definition import Definition
from runtime.identity.people import Person
from runtime.storage.repository import Repository
from runtime.storage.system_tables_flows import sys_flow_instance, sys_task
from runtime.storage.unit import Origin
from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_documents
from tests.factories.documents import Raw
from tests.factories.flows import make_approval, make_flow
from tests.factories.server import Client, Server

APP = "app_7kq2m4"
DIRECTOR, SELLER, FLOW_ROLE = "rol_direc1", "rol_selle1", "rol_flow01"
ORDERS = "/api/apps/inspection/entities/order/records"


def everything(entity: str, **more: Any) -> Raw:
    return {"entity": entity, "read": True, "create": True, "update": True, "delete": True, **more}


def make_roles() -> dict[str, Raw]:
    both = (everything(CUSTOMER), everything(ORDER, imports=True))
    return {
        "roles/director.json": make_role(
            DIRECTOR, "director", *both, administer=["people", "flows", "tokens"]
        ),
        "roles/seller.json": make_role(SELLER, "seller", *both),
        "roles/flow.json": make_role(FLOW_ROLE, "flow", *both),
    }


def approval_flow(**more: Any) -> Raw:
    """One approval by the directors; large orders only."""
    trigger = {"kind": "record_created", "entity": ORDER, "when": "total > 100"}
    return make_flow(
        [make_approval("nod_check1", opinion="optional")],
        ["trigger nod_check1", "nod_check1 approved end"],
        **{"trigger": trigger, "roles": [FLOW_ROLE], **more},
    )


class Shop:
    """The installation."""

    def __init__(self, url: str, data: Path, *flows: Raw, **documents: Raw) -> None:
        self.server = Server(url, data)
        found = {**make_sales_documents(), **make_roles(), **documents}
        for flow in flows:
            found[f"flows/{flow['name']}.json"] = flow
        self.server.install(found)
        self.customer = self.records().create(CUSTOMER, {"name": "Lin"}).id

    @property
    def flows(self) -> Any:
        return self.server.services.flows

    @property
    def definition(self) -> Definition:
        return self.server.services.apps.get("inspection").definition

    def person(self, login: str, *roles: str, **more: Any) -> Person:
        return self.server.add_person(login, *((APP, role) for role in roles), **more)

    def client(self, login: str) -> Client:
        return self.server.client().sign_in(login)

    def records(self, person: Person | None = None, **origin: Any) -> Repository:
        who = Principal("system", "system") if person is None else self.principal(person)
        return Repository(
            self.server.services.store, self.definition, who, Origin(**{"source": "ui", **origin})
        )

    def principal(self, person: Person) -> Principal:
        roles = frozenset((DIRECTOR, SELLER))
        return Principal(person.id, "human", roles, user=person.id)

    def order(self, price: str = "500", person: Person | None = None, **more: Any) -> str:
        values = {"customer": self.customer, "lines": [{"product": "Pump", "price": price}], **more}
        return self.records(person).create(ORDER, values).id

    def drain(self) -> int:
        done: int = self.flows.dispatcher.drain()
        return done

    def rows(self, table: Table) -> list[Any]:
        with self.server.database.read() as connection:
            return list(connection.execute(select(table)))

    def states(self) -> list[str]:
        return [row.state for row in self.rows(sys_flow_instance)]

    def tasks(self, state: str = "pending") -> list[Any]:
        return [row for row in self.rows(sys_task) if row.state == state]

    def close(self) -> None:
        self.server.close()
