"""How often something may be tried."""

from datetime import UTC, datetime, timedelta

import pytest

from runtime.identity.limits import Limit, network_of, take
from runtime.identity.pace import Pace
from runtime.storage.database import Database

LIMIT = Limit("test", 3, 30)
START = datetime(2026, 11, 23, tzinfo=UTC)


def test_a_bucket_empties_and_fills_again_evenly(database: Database) -> None:
    def after(seconds: float) -> int:
        return database.write(
            lambda connection: take(connection, LIMIT, "a", START + timedelta(seconds=seconds))
        )

    assert [after(0), after(0), after(0)] == [0, 0, 0]
    assert after(0) == 11
    assert after(10.1) == 0
    assert after(10.1) > 0
    assert [after(300), after(300), after(300)] == [0, 0, 0]
    assert after(300) > 0


def test_buckets_are_apart(database: Database) -> None:
    def of(key: str) -> int:
        return database.write(lambda connection: take(connection, LIMIT, key, START))

    assert [of("a"), of("a"), of("a")] == [0, 0, 0]
    assert of("a") > 0
    assert of("b") == 0


def test_a_clock_that_goes_back_gives_nothing(database: Database) -> None:
    for _ in range(3):
        database.write(lambda connection: take(connection, LIMIT, "a", START))

    assert database.write(lambda connection: take(connection, LIMIT, "a", START - timedelta(days=1))) > 0


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2ff::1", "2001:db8:1:200::/56"),
        ("testclient", "unknown"),
        ("", "unknown"),
    ],
)
def test_addresses_are_counted_by_network(address: str, network: str) -> None:
    assert network_of(address) == network


def test_a_token_is_slowed_down_and_others_are_not() -> None:
    moment = [0.0]
    pace = Pace(calls=60, monotonic=lambda: moment[0])

    assert [pace.take("a") for _ in range(60)] == [0] * 60
    assert pace.take("a") == 1
    assert pace.take("b") == 0
    moment[0] = 1.1
    assert pace.take("a") == 0
