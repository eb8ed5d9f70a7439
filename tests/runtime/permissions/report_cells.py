"""Cells of questions about figures: rows one may not read are not counted, hidden fields not named."""

from collections.abc import Iterator
from typing import Any

from runtime.server.routes import Declaration
from tests.runtime.permissions.call import Cell
from tests.runtime.permissions.reference_policy import DELETED, ENTITIES, FOREIGN, OWN
from tests.runtime.permissions.world import CLASSES, LOOKED_AT, Actor, facts

QUERY = "/api/apps/{app}/query"
PATHS = (QUERY, f"{QUERY}:drill", f"{QUERY}:members")


def report_cells(route: Declaration, method: str, actor: Actor) -> Iterator[Cell]:
    """Yield the cells of a route about figures; everybody with a role may explore in the world."""
    path = route.path.replace("{app}", "channel_sales")
    for entity in LOOKED_AT:
        body = _body(route.path, entity, {"id": "record", "home": ENTITIES[entity]["id"], "field": "id"})
        if not actor.is_known:
            yield Cell("figures of nobody", method, path, frozenset({401}), json=body)
        elif actor.policy.role is None:
            yield Cell("figures of no app", method, path, frozenset({404}), json=body)
        elif not actor.policy.has("read", entity):
            yield Cell(f"figures of {entity}", method, path, frozenset({422}), json=body)
        else:
            yield _rows(route, method, actor, entity, body)
            yield from _fields(route, method, actor, entity)


def _rows(route: Declaration, method: str, actor: Actor, entity: str, body: Any) -> Cell:
    ids = {kind: actor.records[entity, kind] for kind in CLASSES if (entity, kind) in actor.records}
    seen = {kind: actor.policy.may("read", entity, facts(entity, kind)) for kind in CLASSES}
    within = tuple(id for kind, id in ids.items() if kind in (OWN, FOREIGN) and seen[kind])
    without = tuple(id for kind, id in ids.items() if kind == DELETED or not seen[kind])
    path = route.path.replace("{app}", "channel_sales")
    return Cell(
        f"figures of {entity}", method, path, frozenset({200}), json=body, within=within, without=without
    )


def _fields(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    """A hidden or masked field can neither be grouped by, nor filtered by, nor counted."""
    path, home = route.path.replace("{app}", "channel_sales"), ENTITIES[entity]["id"]
    ids = {each["name"]: each["id"] for each in ENTITIES[entity]["fields"]}
    for level in ("hidden", "masked"):
        for name in actor.policy.fields_at(entity, level):
            grouped = {"id": "record", "home": home, "field": ids[name]}
            counted = {"id": "d", "home": home, "aggregate": "count_distinct", "field": ids[name]}
            filtered = {"home": home, "field": ids[name], "operator": "is_not_empty"}
            where = {"id": "w", "home": home, "aggregate": "count", "where": f"NOT(ISBLANK({name}))"}
            plain = {"id": "record", "home": home, "field": "id"}
            for words, body in (
                ("grouped by", _body(route.path, entity, grouped)),
                ("counted", _body(route.path, entity, plain, counted)),
                ("in a condition", _body(route.path, entity, plain, where)),
                ("filtered by", _body(route.path, entity, plain, filters=[filtered])),
            ):
                yield Cell(f"{level} {name} {words}", method, path, frozenset({422}), json=body)


def _body(route: str, entity: str, dimension: Any, *measures: Any, **more: Any) -> Any:
    count = {"id": "n", "home": ENTITIES[entity]["id"], "aggregate": "count"}
    query = {"measures": [count, *measures], "dimensions": [dimension], **more}
    extra = {
        f"{QUERY}:drill": {"measure": "n", "cell": {}, "limit": 500},
        f"{QUERY}:members": {"dimension": "record"},
    }
    return {"query": query, **extra.get(route, {})}
