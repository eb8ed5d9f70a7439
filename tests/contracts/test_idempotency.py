"""A request that is sent twice has one effect, on every database."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection

from engine.kernel.errors import Conflict
from runtime.storage.database import Database
from runtime.storage.idempotency import Answer, forget_old, once

NOW = datetime(2026, 11, 23, tzinfo=UTC)


class Till:
    """Work whose effects can be counted."""

    def __init__(self) -> None:
        self.rung = 0

    def ring(self, _connection: Connection) -> Answer:
        self.rung += 1
        return Answer(201, {"ETag": '"1"'}, f"receipt {self.rung}".encode())


def send(database: Database, till: Till, key: str = "k", body: str = "b") -> Answer:
    return database.write(lambda connection: once(connection, "p", key, body, NOW, till.ring))


def test_the_first_time_does_the_work_and_the_second_gives_the_same_answer(database: Database) -> None:
    till = Till()

    first, second = send(database, till), send(database, till)

    assert first == second == Answer(201, {"ETag": '"1"'}, b"receipt 1")
    assert till.rung == 1


def test_another_key_does_the_work_again(database: Database) -> None:
    till = Till()

    assert send(database, till, "k1").body != send(database, till, "k2").body


def test_another_body_under_the_same_key_is_a_conflict(database: Database) -> None:
    till = Till()
    send(database, till)

    with pytest.raises(Conflict):
        send(database, till, body="other")
    assert till.rung == 1


def test_work_that_fails_leaves_the_key_free(database: Database) -> None:
    till = Till()

    def fail(_connection: Connection) -> Answer:
        raise Conflict.of("record.version.stale", version=1)

    with pytest.raises(Conflict):
        database.write(lambda connection: once(connection, "p", "k", "b", NOW, fail))

    assert send(database, till).status == 201


def test_old_keys_are_forgotten(database: Database) -> None:
    till = Till()
    send(database, till)

    forgotten = database.write(lambda connection: forget_old(connection, datetime(2026, 12, 24, tzinfo=UTC)))

    assert forgotten == 1
    assert send(database, till).body == b"receipt 2"
