"""One small table of every kind of column, on both databases, and its rows as Python sees them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Column, Engine, Integer, MetaData, Table, create_engine, event, insert, select
from sqlalchemy.types import TypeEngine

from engine.expressions import types
from engine.expressions.check import Checked, check_text
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.types import Type
from engine.kernel.issue import Issue
from engine.kernel.values import ErrorValue, Value
from runtime.storage.formulas.compile import formula_condition, parameters
from runtime.storage.formulas.sqlite_functions import register_functions
from runtime.storage.formulas.term import SqlField
from runtime.storage.sql_types import Day, Flag, Instant, Key, Scaled, Whole, Words

FIELDS: dict[str, tuple[TypeEngine, Type, int | None]] = {
    "price": (Scaled(2), types.NUMBER, 2),
    "rate": (Scaled(4), types.NUMBER, 4),
    "count": (Whole(), types.NUMBER, 0),
    "title": (Words(), types.TEXT, None),
    "word": (Words(), types.TEXT, None),
    "active": (Flag(), types.BOOLEAN, None),
    "day": (Day(), types.DATE, None),
    "due": (Day(), types.DATE, None),
    "at": (Instant(), types.DATETIME, None),
    "owner": (Key(), types.link("user"), None),
}
ME = "01890a5d-ac96-774b-bcce-b302099a8057"
OTHER = "01890a5d-ac96-774b-bcce-b302099a8058"
CONTEXT = Context(
    datetime(2024, 3, 1, 23, 30, tzinfo=UTC), ZoneInfo("Asia/Shanghai"), ME, frozenset({"sales", "north"})
)
ROWS: list[dict[str, Value]] = [
    {},
    {"price": Decimal("0.00"), "count": 0, "title": "", "active": False, "day": date(2024, 2, 29)},
    {
        "price": Decimal("99.90"),
        "rate": Decimal("0.0333"),
        "count": 3,
        "title": "Hello World",
        "word": "world",
        "active": True,
        "day": date(2024, 3, 2),
        "due": date(2024, 2, 29),
        "at": datetime(2024, 3, 1, 20, tzinfo=UTC),
        "owner": ME,
    },
    {
        "price": Decimal("-2.50"),
        "rate": Decimal("-0.5000"),
        "count": -7,
        "title": "通道 Channel",
        "word": "渠道",
        "active": False,
        "day": date(1999, 12, 31),
        "due": date(2024, 3, 2),
        "at": datetime(2024, 3, 1, 10, tzinfo=UTC),
        "owner": OTHER,
    },
    {
        "price": Decimal("9999999999999999.99"),
        "rate": Decimal("99999999999999.9999"),
        "count": 999999999,
        "title": "  École  des  arts ",
        "word": "ÉCOLE",
        "active": True,
        "day": date(2024, 1, 31),
        "due": date(9999, 12, 31),
        "at": datetime(2024, 1, 31, 16, tzinfo=UTC),
    },
]


def random_row(source: Random) -> dict[str, Value]:
    """Return a row of small values that meet often, some of them blank."""
    row: dict[str, Value] = {
        "price": Decimal(source.randint(-500, 500)).scaleb(-2) * source.choice((1, 100)),
        "rate": Decimal(source.randint(-30_000, 30_000)).scaleb(-4),
        "count": source.randint(-3, 3),
        "title": source.choice(("a", "A", "ab", " b", "Ä", "通道", "")),
        "word": source.choice(("a", "B", "ä", "道")),
        "active": source.random() < 0.5,
        "day": date(2024, 1, 1) + timedelta(days=source.randint(-40, 70)),
        "due": date(2024, 1, 1) + timedelta(days=source.randint(0, 70)),
        "at": datetime(2024, 2, 28, tzinfo=UTC) + timedelta(hours=source.randint(0, 100)),
        "owner": source.choice((ME, OTHER)),
    }
    return {name: value for name, value in row.items() if source.random() < 0.8}


_SOURCE = Random(20240301)
ROWS += [random_row(_SOURCE) for _ in range(40)]


class Fields:
    """Scope and resolver of the table."""

    def __init__(self, table: Table | None = None) -> None:
        self.table = table

    def resolve(self, path):
        if len(path) != 1 or path[0] not in FIELDS:
            return None
        _, type_, scale = FIELDS[path[0]]
        return type_ if self.table is None else SqlField(self.table.c[path[0]], type_, scale)


@dataclass(frozen=True)
class Rows:
    """The table on one database."""

    engine: Engine
    table: Table

    def matching(self, checked: Checked) -> set[int] | Issue:
        """Return the numbers of the rows for which an expression is true."""
        condition = formula_condition(checked, Fields(self.table), self.engine.dialect)
        if isinstance(condition, Issue):
            return condition
        with self.engine.connect() as connection:
            found = connection.execute(
                select(self.table.c.id).where(condition), parameters(CONTEXT, self.engine.dialect)
            )
            return set(found.scalars())


def checked(text: str) -> Checked:
    found = check_text(text, Fields())
    assert isinstance(found, Checked), found
    return found


def matching_in_python(expression: Checked, rows: Sequence[Mapping[str, Value]] = ROWS) -> set[int]:
    formula = compile_checked(expression)
    return {number for number, row in enumerate(rows) if is_true(formula(row, CONTEXT))}


def is_true(value: Value) -> bool:
    """Tell whether a filter with this result lets a row through."""
    if isinstance(value, ErrorValue) or value is None:
        return False
    if isinstance(value, str):
        return value.strip().upper() == "TRUE"
    return bool(value)


def fill(engine: Engine) -> Rows:
    columns = [Column(name, sql_type) for name, (sql_type, _, _) in FIELDS.items()]
    table = Table("formula_row", MetaData(), Column("id", Integer, primary_key=True), *columns)
    table.create(engine)
    with engine.begin() as connection:
        for number, row in enumerate(ROWS):
            blank = dict.fromkeys(FIELDS)
            connection.execute(insert(table), {"id": number, **blank, **row})
    return Rows(engine, table)


@pytest.fixture(scope="session")
def sqlite_rows() -> Iterator[Rows]:
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda driver, _: register_functions(driver))
    yield fill(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def postgres_rows(postgres_server: str) -> Iterator[Rows]:
    engine = create_engine(
        postgres_server.replace("postgresql://", "postgresql+psycopg://"),
        connect_args={"options": "-c timezone=UTC"},
    )
    rows = fill(engine)
    yield rows
    rows.table.drop(engine)
    engine.dispose()
