"""Empties the outbox in this process: one thread for what concerns this database, some for what does not.

Woken right after a commit, looking by itself as well. `drain` does the same without threads, for tests and
for whoever must wait until nothing is left.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import exists, select
from sqlalchemy.exc import DBAPIError

from engine.kernel.errors import DomainError
from runtime.failpoints import failpoint
from runtime.flows.jobs import do_inner, do_outer, failed
from runtime.flows.outbox import INNER, LEASE, OUTER, Job, JobKind, claim, extend, revive
from runtime.flows.runtime import FlowRuntime
from runtime.storage.pausing import pausing
from runtime.storage.system_tables_flows import sys_outbox

_log = logging.getLogger("tongdao.flows")
BATCH = 32
OUTSIDE = 4
SECONDS_OF_BEAT = LEASE.total_seconds() / 3
_rows = sys_outbox.c


@dataclass
class Dispatcher:
    """Does the jobs that are due; `worker` names it in leases, `seconds` is how often it looks unasked."""

    runtime: FlowRuntime
    worker: str
    seconds: float = 0.2
    chores: Sequence[Callable[[], None]] = ()
    _held: dict[str, Job] = field(default_factory=dict)
    _stopped: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def start(self) -> None:
        """Begin; what a former process of this name had leased is free at once."""
        if self._threads:
            return
        for name, work in (("inner", self._inner), ("outer", self._outer), ("heart", self._heart)):
            thread = threading.Thread(target=work, name=f"flows-{name}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """Let what is being done end."""
        self._stopped.set()
        self.runtime.bell.ring()
        for thread in self._threads:
            thread.join(timeout=20)
        self._threads.clear()

    def drain(self, most: int = 10_000) -> int:
        """Do all that is due, and what becomes due by it; return how many jobs that were."""
        done = 0
        while done < most:
            jobs = self._claim((*INNER, *OUTER), BATCH)
            if not jobs:
                break
            self._do_inner([job for job in jobs if job.kind in INNER])
            for job in jobs:
                if job.kind in OUTER:
                    self._do_outer(job)
            done += len(jobs)
        return done

    def _inner(self) -> None:
        string = self.runtime.bell.string()
        while not self._stopped.is_set():
            string.clear()
            jobs = self._look(INNER, BATCH)
            if jobs:
                self._do_inner(jobs)
            else:
                string.wait(self.seconds)

    def _outer(self) -> None:
        string = self.runtime.bell.string()
        free = threading.Semaphore(OUTSIDE)
        with ThreadPoolExecutor(OUTSIDE, thread_name_prefix="flows-outside") as pool:
            while not self._stopped.is_set():
                string.clear()
                if not free.acquire(timeout=self.seconds):
                    continue
                jobs = self._look(OUTER, 1)
                if jobs:
                    pool.submit(self._do_outer, jobs[0]).add_done_callback(lambda _: free.release())
                else:
                    free.release()
                    string.wait(self.seconds)

    def _heart(self) -> None:
        """Extend what is held, free what others have lost, and do the chores."""
        while not self._stopped.wait(SECONDS_OF_BEAT):
            self._quietly(self._beat)
            for chore in self.chores:
                self._quietly(chore)

    def _beat(self) -> None:
        held, now = list(self._held.values()), self.runtime.store.clock.now()
        if held:
            self.runtime.store.database.write(lambda connection: extend(connection, held, self.worker, now))
        if self.runtime.store.database.write(lambda connection: revive(connection, now)):
            self.runtime.bell.ring()

    def _look(self, kinds: Sequence[JobKind], limit: int) -> list[Job]:
        """Lease what is due, without a write where nothing is."""
        found: list[Job] = []

        def look() -> None:
            if self._is_due(kinds):
                found.extend(self._claim(kinds, limit))

        self._quietly(look)
        return found

    def _is_due(self, kinds: Sequence[JobKind]) -> bool:
        now = self.runtime.store.clock.now()
        ready = (_rows.state == "ready", _rows.run_at <= now, _rows.kind.in_(kinds))
        due = exists().where(*ready, ~pausing())
        with self.runtime.store.database.read() as connection:
            return bool(connection.execute(select(due)).scalar())

    def _claim(self, kinds: Sequence[JobKind], limit: int) -> list[Job]:
        database, now = self.runtime.store.database, self.runtime.store.clock.now()
        jobs = database.write(lambda connection: claim(connection, kinds, self.worker, now, limit=limit))
        self._held.update({job.id: job for job in jobs})
        failpoint("after_claim")
        return jobs

    def _do_inner(self, jobs: Sequence[Job]) -> None:
        """Do jobs side by side, so that they share a commit where the database can."""
        database = self.runtime.store.database
        waiting: list[tuple[Job, Future[None]]] = [
            (job, database.submit(partial(do_inner, self.runtime, job))) for job in jobs
        ]
        for job, future in waiting:
            problem = future.exception()
            if problem is not None:
                self._quietly(partial(failed, self.runtime, job, problem))
            self._held.pop(job.id, None)
        if jobs:
            failpoint("after_step_commit")

    def _do_outer(self, job: Job) -> None:
        try:
            do_outer(self.runtime, job)
        except Exception as problem:
            self._quietly(partial(failed, self.runtime, job, problem))
        finally:
            self._held.pop(job.id, None)

    def _quietly(self, work: Callable[[], object]) -> None:
        """Do something that is tried again anyway: a database that is away for a moment ends no thread."""
        try:
            work()
        except (DomainError, DBAPIError):
            _log.warning("the outbox cannot be reached", exc_info=True)
            self._stopped.wait(self.seconds)
        except Exception:
            # Nobody waits for this thread: were it to end, leases would run out under those who work.
            _log.exception("a fault beside the outbox")
            self._stopped.wait(self.seconds)
