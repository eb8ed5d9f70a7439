"""The cells of the matrix: one call each, with the statuses that the reference policy allows for it."""

from collections.abc import Iterator
from typing import Any

from runtime.server.routes import Declaration
from tests.runtime.permissions.call import Cell
from tests.runtime.permissions.reference_policy import DELETED, ENTITIES, FOREIGN, OWN, Policy
from tests.runtime.permissions.report_cells import PATHS as REPORT_PATHS
from tests.runtime.permissions.report_cells import report_cells
from tests.runtime.permissions.world import CLASSES, LOOKED_AT, SECRET, Actor, facts

RECORDS = "/api/apps/{app}/entities/{entity}/records"
STALE = {"If-Match": '"999"'}
ENDLESS = ("/api/events",)  # answers as long as somebody listens; who may not is refused like elsewhere


def cells(routes: list[Declaration], actor: Actor) -> Iterator[Cell]:
    """Yield every cell of an actor: record routes by entity and class of data, the others by their policy."""
    for route in routes:
        for method in route.methods:
            yield from _of_route(route, method, actor)


def _of_route(route: Declaration, method: str, actor: Actor) -> Iterator[Cell]:
    if route.path in REPORT_PATHS:
        yield from report_cells(route, method, actor)
        return
    if "{entity}" not in route.path:
        yield from _by_policy(route, method, actor)
        return
    maker = _RECORD_CELLS.get((method, route.path.removeprefix(RECORDS)))
    for entity in LOOKED_AT:
        if not actor.is_known:
            yield _cell("nobody", route, method, actor, entity, 401)
        elif not actor.policy.knows(entity):
            yield _cell("no right at all", route, method, actor, entity, 404)
        elif maker is not None:
            yield from maker(route, method, actor, entity)


def _by_policy(route: Declaration, method: str, actor: Actor) -> Iterator[Cell]:
    """A route without data: refused to those its policy shuts out, and not refused to the others."""
    policy = route.policy
    if policy.kind == "public" or ":path}" in route.path:
        return
    if not actor.is_known:
        yield _cell(str(policy), route, method, actor, "", 401)
    elif (
        (policy.kind == "administer" and policy.detail not in actor.policy.administers)
        or (policy.kind == "design" and not actor.policy.designs)
        or (policy.kind == "oversee" and not actor.policy.oversees)
    ):
        yield _cell(str(policy), route, method, actor, "", 403)
    elif method == "GET" and "{id}" not in route.path and route.path not in ENDLESS:
        # What people do for themselves, a token may still be refused.
        allowed = {200, 404, 403} if actor.policy.only_read else {200, 404}
        if route.path.endswith("/explain"):
            allowed |= {422}  # about whom is not said
        yield Cell(f"{policy} open", method, _path(route, actor, "", OWN), frozenset(allowed))


def _lists(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    policy = actor.policy
    if not policy.has("read", entity):
        yield _cell("list", route, method, actor, entity, 403)
        return
    seen = {kind: policy.may("read", entity, facts(entity, kind)) for kind in CLASSES}
    for words, params, shown in (
        ("list", {"limit": "500"}, (OWN, FOREIGN)),
        ("list by filter", {"limit": "500", "filter": "version >= 1"}, (OWN, FOREIGN)),
        ("list of the trash", {"limit": "500", "trash": "true"}, (DELETED,)),
        ("sorted list", {"limit": "500", "sort": "-created_at", "count": "exact"}, (OWN, FOREIGN)),
    ):
        ids = {kind: actor.records[entity, kind] for kind in CLASSES if (entity, kind) in actor.records}
        within = tuple(id for kind, id in ids.items() if kind in shown and seen[kind])
        without = tuple(id for kind, id in ids.items() if kind not in shown or not seen[kind])
        path = _path(route, actor, entity, OWN)
        yield Cell(words, method, path, frozenset({200}), params=params, within=within, without=without)
    yield from _fields(route, method, actor, entity)


def _fields(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    """Hidden fields cannot be asked for in any way; masked ones only be shown, and never whole."""
    path, refused = _path(route, actor, entity, OWN), frozenset({400, 403, 404, 422})
    for level in ("hidden", "masked"):
        for name in actor.policy.fields_at(entity, level):
            asks = {
                "filter": f"NOT(ISBLANK({name}))",
                "sort": name,
                "conditions": f'[{{"field": "{name}", "operator": "is_not_empty"}}]',
            }
            if level == "hidden":
                asks |= {"fields": name, "expand": name}
            for parameter, text in asks.items():
                words = f"{level} {name} by {parameter}"
                yield Cell(words, method, path, refused, params={parameter: text})
            whole = (f'"{name}":"{SECRET}"', f'"{name}":"13800138000"')
            words = f"{level} {name} in the list"
            without = (f'"{name}":',) if level == "hidden" else whole
            yield Cell(words, method, path, frozenset({200}), params={"limit": "500"}, without=without)


def _single(action: str) -> Any:
    """Make cells of calls about one record that is not in the trash."""

    def make(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
        for kind in CLASSES:
            status = _status(actor.policy, action, entity, kind)
            for words, path in _spellings(_path(route, actor, entity, kind)):
                headers = STALE if method in ("PATCH", "DELETE") else {}
                body = {} if method in ("PATCH", "POST") else None
                yield Cell(f"{kind} {words}", method, path, status, json=body, headers=headers)

    return make


def _history(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    for kind in CLASSES:
        readable = actor.policy.may("read", entity, facts(entity, kind))
        denied = 404 if actor.policy.has("read", entity) else 403
        status = frozenset({200 if readable else denied})
        yield Cell(f"{kind} history", method, _path(route, actor, entity, kind), status)


def _restored(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    policy = actor.policy
    for kind in CLASSES:
        path, mine = _path(route, actor, entity, kind), facts(entity, kind)
        if not policy.has("delete", entity):
            yield Cell(f"{kind} restored", method, path, frozenset({403}))
        elif kind != DELETED or not policy.may("read", entity, mine):
            yield Cell(f"{kind} restored", method, path, frozenset({404}))
        elif policy.may("delete", entity, mine):
            again = (entity, actor.records[entity, kind])
            yield Cell(f"{kind} restored", method, path, frozenset({200, 409, 422}), thrown_away=again)
        else:
            yield Cell(f"{kind} restored", method, path, frozenset({403}))


def _created(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    """An empty record is wrong for who may create and refused to who may not; neither leaves anything."""
    status = 422 if actor.policy.has("create", entity) else 403
    path = _path(route, actor, entity, OWN)
    yield Cell("created", method, path, frozenset({status}), json={"colour of no field": 1})
    if actor.policy.has("create", entity):
        for level in ("hidden", "masked", "read"):
            for name in actor.policy.fields_at(entity, level):
                yield Cell(f"{level} {name} entered", method, path, frozenset({422}), json={name: SECRET})


def _computed(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    policy = actor.policy
    for kind in CLASSES:
        path, mine = _path(route, actor, entity, kind), facts(entity, kind)
        if not (policy.has("update", entity) and policy.has("read", entity)):
            status = 403
        else:
            status = 200 if policy.may("read", entity, mine) and kind != DELETED else 404
        body = {"id": actor.records[entity, _known(actor, entity, kind)], "values": {}}
        allowed = frozenset({status, 200} if kind == DELETED and status == 404 else {status})
        yield Cell(f"{kind} computed", method, path, allowed, json=body)


def _bulk(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    policy = actor.policy
    for kind in CLASSES:
        path, mine = _path(route, actor, entity, kind), facts(entity, kind)
        id = actor.records[entity, _known(actor, entity, kind)]
        may = all(policy.may(action, entity, mine) for action in ("read", "update")) and kind != DELETED
        body = {"mode": "update", "partial": True, "records": [{"id": id}]}
        if not policy.has("read", entity):
            yield Cell(f"{kind} in bulk", method, path, frozenset({403}), json=body)
        else:
            within = ('"saved":1',) if may else ('"saved":0',)
            yield Cell(f"{kind} in bulk", method, path, frozenset({200}), json=body, within=within)


def _exported(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    may = actor.policy.has("export", entity) and actor.policy.has("read", entity)
    path = _path(route, actor, entity, OWN)
    yield Cell("exported", method, path, frozenset({200 if may else 403}), params={"format": "csv"})


def _imported(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    """A file that is none is wrong for who may import and refused to who may not."""
    allowed = {400, 413, 415, 422} if actor.policy.has("import", entity) else {403}
    path = _path(route, actor, entity, OWN)
    yield Cell("imported", method, path, frozenset(allowed), params={"name": "x.csv"})


def _status(policy: Policy, action: str, entity: str, kind: str) -> frozenset[int]:
    """Return how a call about one record must end: as absent, as refused, or as stale."""
    mine = facts(entity, kind)
    if not policy.has(action, entity):
        return frozenset({403})
    if kind == DELETED or not policy.may("read", entity, mine):
        return frozenset({404})
    if not policy.may(action, entity, mine):
        return frozenset({403})
    return frozenset({200 if action == "read" else 412})


def _spellings(path: str) -> Iterator[tuple[str, str]]:
    """Yield ways to write the same path: none may open more than the plain one."""
    yield "plain", path
    head, _, id = path.rpartition("/")
    yield "encoded", f"{head}/{id.replace('-', '%2D')}"
    yield "entity encoded", path.replace("/records", "/%72ecords")


def _cell(words: str, route: Declaration, method: str, actor: Actor, entity: str, status: int) -> Cell:
    body = None if method in ("GET", "DELETE", "HEAD") else {}
    path = _path(route, actor, entity, FOREIGN)
    return Cell(words, method, path, frozenset({status}), json=body, headers=STALE)


def _path(route: Declaration, actor: Actor, entity: str, kind: str) -> str:
    id = actor.records[entity, _known(actor, entity, kind)] if entity else "x"
    named = route.path.replace("{app}", "channel_sales").replace("{entity}", entity)
    return named.replace("{id}", id)


def _known(actor: Actor, entity: str, kind: str) -> str:
    return kind if (entity, kind) in actor.records else FOREIGN


def _flows(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    """Runs of flows on a record are shown to who may read it, in the trash or not."""
    for kind in CLASSES:
        readable = actor.policy.may("read", entity, facts(entity, kind))
        denied = 404 if actor.policy.has("read", entity) else 403
        status = frozenset({200 if readable else denied})
        yield Cell(f"{kind} flows", method, _path(route, actor, entity, kind), status)


def _forecast(route: Declaration, method: str, actor: Actor, entity: str) -> Iterator[Cell]:
    """Who will be asked is told to who may save what they ask about."""
    policy, path = actor.policy, _path(route, actor, entity, OWN)
    may = policy.has("read", entity) and policy.has("create", entity)
    # An entity without flows has nothing to tell, whoever asks.
    allowed = {200} if may else {200, 403}
    yield Cell("forecast", method, path, frozenset(allowed), json={"values": {}})


_RECORD_CELLS = {
    ("GET", ""): _lists,
    ("POST", ""): _created,
    ("POST", ":compute"): _computed,
    ("POST", ":bulk"): _bulk,
    ("GET", "/{id}"): _single("read"),
    ("PATCH", "/{id}"): _single("update"),
    ("DELETE", "/{id}"): _single("delete"),
    ("GET", "/{id}/history"): _history,
    ("POST", "/{id}:restore"): _restored,
    ("GET", "/{id}/flows"): _flows,
    ("POST", ":forecast"): _forecast,
    ("GET", ":export"): _exported,
    ("POST", "/api/apps/{app}/entities/{entity}/imports"): _imported,
}
assert set(LOOKED_AT) <= set(ENTITIES)
