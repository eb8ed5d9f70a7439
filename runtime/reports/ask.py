"""A question asked of a database: one snapshot, a deadline, and the answer as it is sent."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection

from engine.kernel.errors import Invalid, Unavailable
from engine.metadata.model import Query
from engine.metadata.structure import plain
from engine.reports.answer import Groups, answer
from engine.reports.eyes import Eyes
from engine.reports.question import Demand, Question, Source
from engine.reports.understand import understand
from runtime.reports.groups import MOST_GROUPS, bound, group_shape, grouping
from runtime.reports.titles import Titles
from runtime.reports.wire import answer_json
from runtime.storage.database import REPORT_SECONDS, Database
from runtime.storage.plans import plans_of
from runtime.storage.sql_types import is_sqlite
from runtime.storage.statement import run
from runtime.storage.viewer import Viewer

_OVERFLOW = "integer overflow"
_TOO_SLOW = "storage.query.too_slow"


def understood(viewer: Viewer, query: Query) -> Question:
    """Return the question a query asks for a viewer; raise Invalid with every reason against it."""
    found = understand(Eyes(viewer.definition, viewer.principal), query)
    if isinstance(found, list):
        raise Invalid(found)
    return found


@contextmanager
def asking(database: Database, viewer: Viewer, query: Query) -> Iterator["Asked"]:
    """Understand a query and lend the snapshot it is answered from."""
    question = understood(viewer, query)
    with snapshot(database) as connection:
        yield Asked(viewer, connection, question)


def ask(asked: "Asked", language: str) -> Mapping[str, Any]:
    """Answer a question as it is sent."""
    titles = Titles(asked.viewer, asked.connection, language)
    found = answer(asked.question, asked.viewer.context, asked.aggregate, titles.ranks)
    return answer_json(asked.question, found, titles, asked.viewer.context)


@contextmanager
def snapshot(database: Database) -> Iterator[Connection]:
    """Lend a connection on which all statements see one state of the database."""
    try:
        with database.read(REPORT_SECONDS) as connection:
            if is_sqlite(database.dialect):
                yield connection
                return
            connection.exec_driver_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")
    except Unavailable as refused:
        if any(issue.code == _TOO_SLOW for issue in refused.issues):
            raise Unavailable.of("report.query.too_slow", (), seconds=int(REPORT_SECONDS)) from None
        raise


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on a connection."""

    viewer: Viewer
    connection: Connection
    question: Question

    @property
    def eyes(self) -> Eyes:
        """Return what the viewer sees of the definition."""
        return Eyes(self.viewer.definition, self.viewer.principal)

    def aggregate(self, source: Source, demand: Demand, part: str = "") -> Groups:
        """Group the rows of a source; statements are kept by the shape of the question.

        `part` tells figures apart that are not those of the source in the question.
        """
        viewer = self.viewer
        key = (viewer.reach, "grouping", part, self._shape(source), group_shape(demand))
        plans = plans_of(viewer.definition)
        compiled = plans.get(key, lambda: grouping(viewer, source, demand))
        try:
            rows = run(self.connection, compiled.statement, bound(viewer, compiled, demand))
        except sqlite3.OperationalError as problem:
            if _OVERFLOW not in str(problem):
                raise
            compiled = plans.get((key, "exact"), lambda: grouping(viewer, source, demand, exact=True))
            rows = run(self.connection, compiled.statement, bound(viewer, compiled, demand))
        if len(rows) > MOST_GROUPS:
            raise Invalid.of("report.groups.too_many", (), limit=MOST_GROUPS)
        return dict(map(compiled.read, rows))

    def _shape(self, source: Source) -> tuple[object, ...]:
        query = self.question.query
        asked = orjson.dumps([plain(query.measures), plain(query.dimensions)])
        date = next((each.date.words for each in source.figures if each.date), None)
        return asked, source.home.key, date, tuple(each.id for each in source.figures)
