"""The peer: the same orders by hand-written FastAPI endpoints over SQLAlchemy Core.

It has no rights, no history and no checks, and runs as a process of its own:
`python -m runtime.bench.plain DATABASE_URL PORT`.
"""

import sys
import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import orjson
import uvicorn
from fastapi import FastAPI, Request, Response
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Engine,
    Index,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    create_engine,
    event,
    insert,
    select,
    update,
)

from runtime.bench.documents import PLAIN_TEXTS

METADATA = MetaData()
CUSTOMER = Table("plain_customer", METADATA, Column("id", String, primary_key=True), Column("name", String))
ORDER = Table(
    "plain_order",
    METADATA,
    Column("id", String, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("no", String),
    Column("customer", String, index=True),
    Column("ordered_on", Date),
    Column("paid_at", DateTime(timezone=True)),
    Column("status", String),
    Column("amount", Numeric(18, 2)),
    Column("cost", Numeric(18, 2)),
    Column("discount", Numeric(18, 4)),
    Column("weight", Numeric(18, 3)),
    Column("pieces", Integer),
    Column("urgent", Boolean),
    *(Column(name, String) for name in PLAIN_TEXTS),
    Column("net", Numeric(18, 2)),
    Index("ix_plain_order_no", "no"),
)

NAMES = [str(column.name) for column in ORDER.columns]


def open_engine(url: str) -> Engine:
    """Open the peer's database as its author would: WAL and FULL on SQLite."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def prepare(connection: Any, _record: object) -> None:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")

    return engine


def row_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return an order as a row, as JSON has it."""
    row = dict(values)
    row["ordered_on"] = date.fromisoformat(row["ordered_on"])
    row["paid_at"] = datetime.fromisoformat(row["paid_at"])
    return row


def fill(engine: Engine, customers: Sequence[str], orders: Sequence[Mapping[str, Any]]) -> None:
    """Make the tables and put all rows in."""
    METADATA.drop_all(engine)
    METADATA.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(CUSTOMER), [{"id": id, "name": f"Customer {id[-4:]}"} for id in customers])
        rows = [{"id": str(uuid.uuid4()), "version": 1, "cost": None, **row_of(each)} for each in orders]
        connection.execute(insert(ORDER), [{**row, "net": row["amount"]} for row in rows])


def some_ids(engine: Engine, count: int) -> tuple[str, ...]:
    """Return ids of orders from all over the table."""
    with engine.connect() as connection:
        found = connection.execute(select(ORDER.c.id)).scalars().all()
    return tuple(found[:: max(1, len(found) // count)])


def create_app(engine: Engine) -> FastAPI:
    """Return the peer's application."""
    app = FastAPI()
    reading = engine.execution_options(isolation_level="AUTOCOMMIT")

    @app.get("/orders/{id}")
    async def get(id: str) -> Response:
        with reading.connect() as connection:
            row = connection.execute(select(ORDER).where(ORDER.c.id == id)).one()
        return _answer(_named(row))

    @app.get("/orders")
    async def find(limit: int = 20, expand: bool = False) -> Response:
        with reading.connect() as connection:
            found = select(ORDER).order_by(ORDER.c.no.desc()).limit(limit)
            rows = [_named(row) for row in connection.execute(found)]
            if expand:
                wanted = {row["customer"] for row in rows}
                people = connection.execute(select(CUSTOMER).where(CUSTOMER.c.id.in_(wanted))).all()
                names = {id: {"id": id, "title": name} for id, name in people}
                rows = [{**row, "customer": names.get(row["customer"])} for row in rows]
        return _answer({"items": rows})

    @app.post("/orders")
    async def create(request: Request) -> Response:
        row = {"id": str(uuid.uuid4()), "version": 1, **row_of(orjson.loads(await request.body()))}
        with engine.begin() as connection:
            connection.execute(insert(ORDER).values(row))
        return _answer(row)

    @app.patch("/orders/{id}")
    async def change(id: str, request: Request) -> Response:
        values = orjson.loads(await request.body())
        with engine.begin() as connection:
            changed = update(ORDER).where(ORDER.c.id == id).values(**values, version=ORDER.c.version + 1)
            connection.execute(changed)
            row = connection.execute(select(ORDER).where(ORDER.c.id == id)).one()
        return _answer(_named(row))

    @app.post("/orders/bulk")
    async def bulk(request: Request) -> Response:
        rows = [
            {"id": str(uuid.uuid4()), "version": 1, **row_of(each)}
            for each in orjson.loads(await request.body())["records"]
        ]
        with engine.begin() as connection:
            connection.execute(insert(ORDER), rows)
        return _answer({"saved": len(rows)})

    return app


def _named(row: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(NAMES, row, strict=True))


def _answer(content: dict[str, Any]) -> Response:
    return Response(orjson.dumps(content, default=str), media_type="application/json")


if __name__ == "__main__":
    uvicorn.run(create_app(open_engine(sys.argv[1])), port=int(sys.argv[2]), log_level="warning")
