"""What the outbox promises, on both databases."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from runtime.flows.outbox import (
    DELAYS,
    INNER,
    LEASE,
    Job,
    NewJob,
    claim,
    extend,
    finish,
    put,
    replay,
    retry,
    revive,
    stop,
)
from runtime.storage.database import Database
from runtime.storage.pausing import pause, resume
from runtime.storage.system_tables_flows import sys_outbox
from tests.factories.stores import CountedIds, StillClock

NOW = StillClock().now()
IDS = CountedIds()


def _job(key: str, **more: Any) -> NewJob:
    return NewJob(**{"kind": "start", "app": "app_1", "key": key, "run_at": NOW} | more)


def _put(database: Database, *jobs: NewJob) -> list[str | None]:
    return database.write(lambda connection: [put(connection, each, IDS, NOW) for each in jobs])


def _claim(database: Database, worker: str = "a", at: Any = NOW, limit: int = 16) -> list[Job]:
    return database.write(lambda connection: claim(connection, INNER, worker, at, limit=limit))


def _states(database: Database) -> dict[str, str]:
    with database.read() as connection:
        rows = connection.execute(select(sys_outbox.c.effect_key, sys_outbox.c.state))
        return {row.effect_key: row.state for row in rows}


def test_a_rolled_back_cause_leaves_no_job(database: Database) -> None:
    def work(connection: Connection) -> None:
        put(connection, _job("k"), IDS, NOW)
        raise LookupError

    with pytest.raises(LookupError):
        database.write(work)

    assert _claim(database) == []


def test_the_same_key_is_taken_once(database: Database) -> None:
    first, again = _put(database, _job("k"), _job("k"))

    assert first is not None
    assert again is None
    assert len(_claim(database)) == 1


def test_nothing_is_leased_while_work_is_paused(database: Database) -> None:
    _put(database, _job("k"))

    database.write(lambda connection: pause(connection, NOW))
    database.write(lambda connection: pause(connection, NOW))
    while_paused = _claim(database)
    resumed = database.write(resume), database.write(resume)

    assert while_paused == []
    assert resumed == (True, False)
    assert [job.key for job in _claim(database)] == ["k"]


def test_two_claimers_never_have_the_same_job(database: Database) -> None:
    _put(database, *(_job(f"k{n}") for n in range(300)))

    futures = [
        database.submit(lambda connection, n=n: claim(connection, INNER, f"w{n % 8}", NOW, limit=7))
        for n in range(60)
    ]
    claimed = [job.id for future in futures for job in future.result()]
    claimed += [job.id for job in _claim(database, limit=300)]

    assert len(claimed) == len(set(claimed)) == 300


def test_a_late_worker_changes_nothing(database: Database) -> None:
    _put(database, _job("k"))
    [late] = _claim(database, "late")
    after = NOW + LEASE + timedelta(seconds=1)
    database.write(lambda connection: revive(connection, after))
    [quick] = _claim(database, "quick", after)

    assert not database.write(lambda connection: finish(connection, late))
    assert database.write(lambda connection: finish(connection, quick))
    assert not database.write(lambda connection: finish(connection, late))


def test_a_lease_that_is_extended_does_not_run_out(database: Database) -> None:
    _put(database, _job("k"))
    jobs = _claim(database, "slow")
    later = NOW + LEASE - timedelta(seconds=1)
    database.write(lambda connection: extend(connection, jobs, "slow", later))

    revived = database.write(lambda connection: revive(connection, NOW + LEASE + timedelta(seconds=1)))

    assert revived == 0
    assert database.write(lambda connection: finish(connection, jobs[0]))


def test_a_job_is_not_done_before_its_time(database: Database) -> None:
    _put(database, _job("timer", kind="timer", run_at=NOW + timedelta(hours=1)))

    assert _claim(database) == []
    assert [job.key for job in _claim(database, at=NOW + timedelta(hours=2))] == ["timer"]


def test_a_stopped_timer_never_runs(database: Database) -> None:
    _put(database, _job("timer", kind="timer", run_at=NOW + timedelta(hours=1)))
    database.write(lambda connection: stop(connection, "timer"))

    assert _claim(database, at=NOW + timedelta(hours=2)) == []


def test_jobs_of_one_run_are_done_in_their_order(database: Database) -> None:
    _put(database, _job("a1", order_key="a"), _job("a2", order_key="a"), _job("b1", order_key="b"), _job("x"))

    first = _claim(database)
    assert [job.key for job in first] == ["a1", "b1", "x"]
    assert _claim(database) == []
    database.write(lambda connection: finish(connection, first[0]))
    assert [job.key for job in _claim(database)] == ["a2"]


def test_a_job_that_fails_comes_back_later_and_is_parked_at_last(database: Database) -> None:
    _put(database, _job("k"))
    at = NOW
    for attempt in range(len(DELAYS)):
        [job] = _claim(database, at=at)
        assert job.attempt == attempt + 1
        assert not database.write(lambda connection, job=job, at=at: retry(connection, job, at))
        assert _claim(database, at=at) == []
        at += timedelta(seconds=DELAYS[attempt] * 1.25)

    [last] = _claim(database, at=at)
    assert database.write(lambda connection: retry(connection, last, at))

    assert _states(database) == {"k": "parked"}
    assert database.write(lambda connection: replay(connection, last.id, at))
    assert [job.key for job in _claim(database, at=at)] == ["k"]
