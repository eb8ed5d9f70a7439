"""What administrators do with connectors: set up, try out, catch up, look at events, play them again."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from engine.access.principal import Principal
from engine.kernel.errors import Conflict, DomainError
from engine.query.record_query import Condition, RecordQuery
from runtime.connectors import inbox
from runtime.connectors.catching_up import catch_up
from runtime.connectors.places import Place, all_places, get_place
from runtime.connectors.setting_up import Given, set_up
from runtime.connectors.sites import receiver_of, site_of, stored_at_work
from runtime.http.connectors.answers import connector_object, event_object, hook_of, overview, record_ids
from runtime.http.connectors.schemas import ConnectorBody
from runtime.server.problems import issue_object
from runtime.server.services import Services

PAGE = 50


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, and in which language."""

    principal: Principal
    locale: str


def all_connectors(services: Services) -> dict[str, Any]:
    """Return all connectors and how they fare."""
    with services.database.read() as connection:
        seen = overview(connection)
    return {"items": [connector_object(services, place, seen) for place in all_places(services.apps)]}


async def change(services: Services, id: str, body: ConnectorBody, by: str) -> dict[str, Any]:
    """Keep settings; return the connector."""
    place = get_place(services.apps, id)
    given = Given(
        address=body.address,
        secrets=body.secrets,
        enabled=body.enabled,
        settings=body.settings,
        version=body.version,
    )
    await services.write(lambda connection: set_up(services, place, connection, given, by))
    with services.database.read() as connection:
        return connector_object(services, place, overview(connection))


async def try_out(services: Services, id: str, locale: str) -> dict[str, Any]:
    """Ask the shop for something small and say how that went."""
    place = get_place(services.apps, id)
    site = site_of(services, place, stored_at_work(services, place))
    try:
        await services.beside.run(lambda: place.kind.try_out(site))
    except DomainError as problem:
        return {"ok": False, "issues": [issue_object(issue, locale) for issue in problem.issues]}
    return {"ok": True, "issues": []}


async def listen(services: Services, id: str) -> dict[str, bool]:
    """See to it that the shop tells this server of its orders."""
    place = get_place(services.apps, id)
    if not services.settings.base_url:
        raise Conflict.of("connector.hook.nowhere")
    site = site_of(services, place, stored_at_work(services, place))
    await services.beside.run(lambda: place.kind.listen(site, hook_of(services, place)))
    return {"ok": True}


async def sync(services: Services, id: str) -> dict[str, int]:
    """Ask the shop now for what was missed."""
    place = get_place(services.apps, id)
    found = await services.beside.run(lambda: catch_up(services, place))
    return {"seen": found.seen, "taken": found.taken}


def events(
    services: Services, id: str, caller: Caller, state: str | None, cursor: str | None
) -> dict[str, Any]:
    """Return a page of events, newest first."""
    place = get_place(services.apps, id)
    with services.database.read() as connection:
        rows = inbox.list_events(connection, place.id, state, cursor, PAGE + 1)
    page = rows[:PAGE]
    titles = _titles(services, place, caller, record_ids(page))
    return {
        "items": [event_object(place, row, titles, caller.locale) for row in page],
        "next_cursor": page[-1].id if len(rows) > PAGE else None,
    }


async def replay(services: Services, id: str, event: str, caller: Caller) -> dict[str, Any]:
    """Play a parked event again; return it as it stands then."""
    place = get_place(services.apps, id)
    receiver = receiver_of(services, place)
    await services.write(lambda connection: receiver.replay(connection, event))
    with services.database.read() as connection:
        row = inbox.get_event(connection, place.id, event)
    titles = _titles(services, place, caller, record_ids([row]))
    return event_object(place, row, titles, caller.locale)


async def replay_all(services: Services, id: str) -> dict[str, int]:
    """Play everything again that is parked, oldest first, each on its own."""
    place = get_place(services.apps, id)
    receiver = receiver_of(services, place)
    with services.database.read() as connection:
        parked = inbox.parked_events(connection, place.id)
    done = 0
    for event in parked:
        outcome = await services.write(partial(receiver.replay, id=event))
        done += outcome.state != "parked"
    return {"played": len(parked), "done": done}


def _titles(services: Services, place: Place, caller: Caller, ids: list[str]) -> Mapping[str, str]:
    """Return how the records among ids are called, those the caller may read."""
    orders = place.document.orders
    definition = place.installed.definition
    title = definition.entities[orders.entity].title if orders else None
    shown = definition.field(title) if title else None
    if orders is None or shown is None or not ids:
        return {}
    query = RecordQuery((Condition("id", "in", ids),), fields=(shown.field.name,), limit=len(ids))
    try:
        found = services.repository(place.installed, caller.principal).find(orders.entity, query).records
    except DomainError:
        return {}
    return {each.id: str(each.values[shown.field.name]) for each in found}
