"""Import of a sheet, mapped, checked and logged, against calamine plus executemany of the same rows."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter
from python_calamine import CalamineWorkbook

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import SYSTEM
from engine.metadata.model import ImportColumn, ImportMapping
from runtime.bench.documents import APP, ENTITY, documents, orders
from runtime.bench.report import Line
from runtime.server.wiring import open_services
from runtime.settings import Settings
from runtime.transfer.binding import Binding, bind
from runtime.transfer.drafts import DraftReader
from runtime.transfer.headers import find_table, table_rows
from runtime.transfer.importing import Destination, Importer
from runtime.transfer.sheets import Book, read_book

ROWS = 5_000


def measure_imports() -> list[Line]:
    """Return rows per second from the file to the database."""
    with TemporaryDirectory(prefix="tongdao-bench-") as folder:
        columns = _write_sheet(Path(folder) / "orders.xlsx")
        ours = _timed(lambda: _by_product(Path(folder), columns))
        by_hand = _timed(lambda: _by_hand(Path(folder), columns))
    return [Line(f"{ROWS:,} rows of xlsx", ROWS / ours, ROWS / by_hand, "rows/s")]


def _write_sheet(path: Path) -> Sequence[str]:
    rows = [{**each, "customer": ""} for each in orders(0, ROWS, [""])]
    columns = [name for name in rows[0] if name != "customer"]
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, columns)
        for number, row in enumerate(rows, 1):
            page.write_row(number, 0, [row[name] for name in columns])
    return columns


def _by_product(folder: Path, columns: Sequence[str]) -> None:
    services = open_services(Settings(data=folder, database=f"sqlite:///{folder}/tongdao.sqlite"))
    try:
        services.install(documents())
        installed = services.apps.get(APP)
        definition = installed.definition
        entity = next(each for each in definition.entities.values() if each.name == ENTITY)
        book = read_book(folder / "orders.xlsx", folder / "read", "orders.xlsx")
        assert isinstance(book, Book)
        table = find_table(book, book.sheets[0])
        mapping = ImportMapping(
            entity=entity.id, columns=tuple(ImportColumn(column=name, field=name) for name in columns)
        )
        decision = authorize(definition, SYSTEM, "import", entity.id)
        assert isinstance(decision, Decision)
        binding = bind(definition, decision, mapping, table)
        assert isinstance(binding, Binding), binding
        destination = Destination(
            services.database, services.repository(installed, SYSTEM), definition, people={}
        )
        drafts = DraftReader(definition, binding).drafts(table_rows(book, book.sheets[0], table))
        report = Importer(destination, binding).run(drafts, lambda _report, _done: True)
        assert report.created == ROWS, report
    finally:
        services.close()


def _by_hand(folder: Path, columns: Sequence[str]) -> None:
    rows = CalamineWorkbook.from_path(str(folder / "orders.xlsx")).get_sheet_by_index(0).to_python()[1:]
    connection = sqlite3.connect(folder / "by_hand.sqlite")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"CREATE TABLE o ({', '.join(columns)})")
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO o VALUES ({marks})", rows)
    connection.commit()
    connection.close()


def _timed(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
