"""Publishing a change of one field on a large entity while others read and write, and how long they wait."""

import threading
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import update

from engine.access.principal import SYSTEM
from engine.ports import NewRelease
from engine.query.record_query import RecordQuery
from runtime.bench.documents import APP, ENTITY
from runtime.bench.stage import Filled, fill_product
from runtime.server.services import Services
from runtime.server.wiring import open_services
from runtime.settings import Settings
from runtime.storage.physical import record_tables

Raw = dict[str, Any]
ENTITY_ID = "ent_orders0001"
PAUSE = 0.01
REST = 1.0

CHANGES: dict[str, Raw] = {
    "a plain text field": {"type": "text"},
    "a formula (stored)": {
        "type": "formula",
        "options": {"expression": "ROUND(amount * (1 - discount) / 1.13, 2)", "result": "money"},
    },
    "a formula of texts (stored)": {
        "type": "formula",
        "options": {"expression": 'no & " / " & UPPER(city)', "result": "text"},
    },
    "a required choice with a default": {
        "type": "choice",
        "required": True,
        "default": '"open"',
        "options": {"list": "opt_status0001"},
    },
    "a date that is indexed": {"type": "date", "indexed": True},
}


def measure_publishing(title: str, url: str, rows: int) -> Iterator[str]:
    """Yield a line for each change: seconds to publish, and the longest wait of a reader and a writer."""
    with TemporaryDirectory(prefix="tongdao-bench-") as folder:
        url = url.format(folder=folder)
        filled = fill_product(Path(folder), url, rows)
        services = open_services(Settings(data=Path(folder), database=url))
        try:
            columns = ("published in", "reader waited", "writer waited", "processor", "both at rest")
            yield f"{f'{title}, {rows:,} records':<42}" + "".join(f"{each:>16}" for each in columns)
            _let_a_day_pass(services)
            rest = _while(services, filled, lambda: time.sleep(REST))
            for number, (name, field) in enumerate(CHANGES.items()):
                seen = _while(services, filled, lambda: _publish(services, number, field))  # noqa: B023
                figures = (
                    seen.seconds,
                    seen.reader,
                    seen.writer,
                    seen.processor,
                    max(rest.reader, rest.writer),
                )
                yield f"{name:<42}" + "".join(f"{each:>14.2f} s" for each in figures)
        finally:
            services.close()


def _let_a_day_pass(services: Services) -> None:
    """Make the records as old as most are at a release; those of the last minutes are worked out twice."""
    definition = services.apps.get(APP).definition
    table = record_tables(definition)[ENTITY_ID].table
    old = services.clock.now() - timedelta(days=1)
    services.database.write(lambda connection: connection.execute(update(table).values(modified_at=old)))


class _Seen:
    """What was seen while something was done; in seconds."""

    def __init__(self) -> None:
        self.seconds = self.reader = self.writer = self.processor = 0.0


def _while(services: Services, filled: Filled, work: Callable[[], object]) -> _Seen:
    """Do something while one thread lists records and another changes them."""
    seen, end = _Seen(), threading.Event()
    threads = [
        threading.Thread(target=_repeat, args=(end, seen, "reader", lambda _: _list(services))),
        threading.Thread(
            target=_repeat, args=(end, seen, "writer", lambda at: _change(services, filled, at))
        ),
    ]
    for thread in threads:
        thread.start()
    time.sleep(REST)
    seen.reader = seen.writer = 0.0
    begin, used = time.perf_counter(), time.process_time()
    work()
    seen.seconds, seen.processor = time.perf_counter() - begin, time.process_time() - used
    time.sleep(REST / 2)
    end.set()
    for thread in threads:
        thread.join()
    return seen


def _repeat(end: threading.Event, seen: _Seen, name: str, call: Callable[[int], None]) -> None:
    at = 0
    while not end.is_set():
        begin = time.perf_counter()
        call(at)
        setattr(seen, name, max(getattr(seen, name), time.perf_counter() - begin))
        at += 1
        time.sleep(PAUSE)


def _list(services: Services) -> None:
    installed = services.apps.get(APP)
    page = services.repository(installed, SYSTEM).find_json(
        ENTITY_ID, RecordQuery(fields=("no", "amount", "net"), limit=50)
    )
    assert page.items


def _change(services: Services, filled: Filled, at: int) -> None:
    installed = services.apps.get(APP)
    repository = services.repository(installed, SYSTEM)
    id = filled.ids[at % len(filled.ids)]
    version = repository.get(ENTITY_ID, id).version
    required = {
        each.name: "open" for each in installed.definition.entities[ENTITY_ID].fields if each.required
    }
    repository.update(ENTITY_ID, id, {"remark": f"remark {at}", **required, "no": f"SO-{at:08d}"}, version)


def _publish(services: Services, number: int, field: Raw) -> None:
    newest = services.definitions.newest(APP)
    assert newest is not None
    documents = {path: deepcopy(dict(each)) for path, each in newest.documents.items()}
    name = f"added_{number}"
    label = {"zh": name, "en": name}
    documents[f"entities/{ENTITY}.json"]["fields"].append(
        {"id": f"fld_added{number:05d}", "name": name, "label": label, **field}
    )
    services.planner.publish(NewRelease(APP, newest.number, documents, "", ""))
