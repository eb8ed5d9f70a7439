"""Has shops do what flows ask for: the executor behind `runtime.flows.outgoing.Outgoing`."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from engine.kernel.errors import Invalid, Unavailable
from engine.kernel.issue import Issue
from runtime.connectors.crosswalk import order_id_of
from runtime.connectors.kind import Action
from runtime.connectors.places import Place, get_place
from runtime.connectors.sites import site_of
from runtime.connectors.stored import find_stored
from runtime.flows.outgoing import Call
from runtime.server.services import Services
from runtime.storage.system_tables_connectors import sys_external_id


class ShopCalls:
    """Calls shops for the flows of an installation."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def __call__(self, call: Call) -> Mapping[str, Any]:
        """Do it, once however often it is asked; Unavailable where trying again may help."""
        place = get_place(self._services.apps, call.connector)
        issues = _faults(place, call)
        if issues:
            raise Invalid(issues)
        with self._services.database.read() as connection:
            stored = find_stored(connection, place.id)
            order = _order_id(connection, place, call)
        if stored is None or not stored.enabled:
            raise Unavailable.of("connector.off")
        if order is None:
            raise Invalid.of("connector.order.unknown", (), number=str(call.values.get("order_no")))
        action = Action(call.key, call.action, order, call.values)
        return place.kind.act(site_of(self._services, place, stored), action)


def _faults(place: Place, call: Call) -> list[Issue]:
    needed = place.kind.actions.get(call.action)
    if needed is None:
        return [Issue("connector.action.unknown", (), {"action": call.action})]
    return [
        Issue("connector.action.value_missing", (name,), {"action": call.action, "name": name})
        for name in needed
        if call.values.get(name) in (None, "")
    ]


def _order_id(connection: Connection, place: Place, call: Call) -> str | None:
    """Return the shop's id of the order: by its number there, or else by the record the flow runs on."""
    orders = place.document.orders
    if orders is None:
        return None
    found = order_id_of(connection, place.id, orders.entity, str(call.values["order_no"]))
    if found or call.record is None:
        return found
    table = sys_external_id.c
    at = (table.connector_id == place.id, table.record_id == call.record)
    return connection.execute(select(table.external_id).where(*at).limit(1)).scalar()
