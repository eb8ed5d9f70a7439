"""Measuring runs to its end on both kinds of database, and leaves nothing behind."""

import pytest
from sqlalchemy import create_engine, inspect, make_url, text

from runtime.bench.databases import POSTGRESQL, SQLITE, two_databases
from runtime.bench.raw import measure_raw
from runtime.bench.records import measure_records
from runtime.bench.stage import set_stage

ROWS = 100
SECONDS = 0.2


@pytest.mark.parametrize("kind", [SQLITE, POSTGRESQL])
def test_every_kind_of_request_is_measured(kind: str, request: pytest.FixtureRequest) -> None:
    server = request.getfixturevalue("postgres_server") if kind == POSTGRESQL else None

    with two_databases(kind, server) as urls, set_stage(*urls, ROWS) as stage:
        lines = {each.title: each for each in measure_records(stage, SECONDS)}
        raw = measure_raw(stage.peer_url, stage.peer_ids, SECONDS)

    assert all(each.ratio > 0 for each in lines.values())
    assert {"create", "update"} < lines.keys()
    assert raw.keys() < lines.keys()


def test_measured_databases_are_empty_and_go_again(postgres_server: str) -> None:
    with two_databases(POSTGRESQL, postgres_server) as urls:
        assert [tables_of(url) for url in urls] == [[], []]

    assert not {make_url(url).database for url in urls} & set(databases_of(postgres_server))


def tables_of(url: str) -> list[str]:
    engine = create_engine(url)
    try:
        return inspect(engine).get_table_names()
    finally:
        engine.dispose()


def databases_of(server: str) -> list[str]:
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"))
    try:
        with engine.connect() as connection:
            return list(connection.execute(text("SELECT datname FROM pg_database")).scalars())
    finally:
        engine.dispose()
