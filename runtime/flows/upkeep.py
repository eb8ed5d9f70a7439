"""What an installation does for itself by the clock: forgets what is done, frees stock, checks its stock.

Each piece of work at each time is one job of the outbox, so that of any number of processes one does it. A
time that passed while nothing ran is not caught up: the next one does the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from engine.access.principal import SYSTEM
from engine.entities.stock import stock_of
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from runtime.flows.incidents import NewIncident, close_incident, open_incident
from runtime.flows.outbox import Job, NewJob, forget_done
from runtime.flows.runtime import FlowRuntime
from runtime.realtime.frame import Frame
from runtime.stock.checking import check_stock
from runtime.stock.releasing import expire
from runtime.storage.draft_store import forget_edits
from runtime.storage.idempotency import forget_old
from runtime.storage.inbound_keeping import forget_bodies
from runtime.storage.system_tables_flows import sys_incident
from runtime.storage.unit import Origin

DONE_KEPT = timedelta(days=7)
UPKEEP_KEPT = timedelta(days=1)
EDITS_KEPT = timedelta(days=90)
# Of stock that is wrong throughout, the first balances tell enough.
MOST_INCIDENTS = 50
_SUBJECT = "stock:"

Work = Callable[[FlowRuntime, Connection, Definition], None]


@dataclass(frozen=True, slots=True)
class _Upkeep:
    every: timedelta
    work: Work


def plan_upkeep(runtime: FlowRuntime, connection: Connection, definitions: list[Definition]) -> None:
    """See to it that every piece of work has a job for its next time."""
    now = runtime.store.clock.now()
    for definition in definitions:
        for name, upkeep in UPKEEP.items():
            if name in _STOCK and not _keeps_stock(definition):
                continue
            at = _next(upkeep.every, now)
            key = f"upkeep:{definition.app.id}:{name}:{at.isoformat()}"
            job = NewJob(kind="upkeep", app=definition.app.id, key=key, run_at=at, payload={"work": name})
            runtime.put(connection, job)


def do_upkeep(runtime: FlowRuntime, connection: Connection, job: Job) -> None:
    """Do a piece of work; what a later version no longer knows has no effect."""
    app, upkeep = runtime.apps.by_id(job.app), UPKEEP.get(job.payload["work"])
    if app is not None and upkeep is not None:
        upkeep.work(runtime, connection, app.definition)


def _next(every: timedelta, after: datetime) -> datetime:
    """Return the next full period, the same in every process."""
    start = datetime(2000, 1, 1, tzinfo=UTC)
    return start + ((after - start) // every + 1) * every


def _keeps_stock(definition: Definition) -> bool:
    return any(stock_of(definition, entity) for entity in definition.entities)


def _forget(runtime: FlowRuntime, connection: Connection, definition: Definition) -> None:
    now = runtime.store.clock.now()
    forget_done(connection, now - DONE_KEPT)
    forget_done(connection, now - UPKEEP_KEPT, kinds=("upkeep",))
    forget_old(connection, now)
    forget_bodies(connection, now)
    forget_edits(connection, now - EDITS_KEPT)


def _free(runtime: FlowRuntime, connection: Connection, definition: Definition) -> None:
    repository = runtime.repository(definition, SYSTEM, Origin("flow", by_hand=False))
    expire(repository.within(connection).unit)


def _check(runtime: FlowRuntime, connection: Connection, definition: Definition) -> None:
    """Open an incident for each balance that is wrong, and close those of balances that no longer are."""
    now, ids = runtime.store.clock.now(), runtime.store.ids
    wrong = _by_balance(definition, check_stock(connection, definition))
    for balance in _told(connection, definition.app.id) - wrong.keys():
        close_incident(connection, _SUBJECT + balance, now)
    for balance, (entity, issue) in list(wrong.items())[:MOST_INCIDENTS]:
        new = NewIncident(
            app=definition.app.id,
            kind="stock",
            code=issue.code,
            params=issue.params,
            subject=_SUBJECT + balance,
            entity=entity,
            record=balance,
        )
        id = open_incident(connection, new, ids, now)
        runtime.announce(connection, [Frame(kind="incident", app=definition.app.id, id=id)])


def _by_balance(definition: Definition, issues: list[Issue]) -> dict[str, tuple[str, Issue]]:
    """Return what is wrong first with each balance, with the id of its entity."""
    found: dict[str, tuple[str, Issue]] = {}
    for issue in issues:
        name, balance = (str(step) for step in issue.path)
        entity = definition.entity_named(name)
        if entity is not None:
            found.setdefault(balance, (entity.id, issue))
    return found


def _told(connection: Connection, app: str) -> set[str]:
    each = sys_incident.c
    found = select(each.record_id).where(each.app_id == app, each.kind == "stock", each.state == "open")
    return set(connection.execute(found).scalars())


_STOCK = ("free", "check")
UPKEEP: Mapping[str, _Upkeep] = {
    "forget": _Upkeep(timedelta(days=1), _forget),
    "free": _Upkeep(timedelta(minutes=1), _free),
    "check": _Upkeep(timedelta(hours=1), _check),
}
