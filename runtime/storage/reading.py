"""Reading records for a viewer on one connection: one, a page, their lines, and what their links lead to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy import select

from engine.access.decision import Decision
from engine.entities.values import Line
from engine.kernel.errors import Invalid, NotFound
from engine.kernel.issue import Issue
from engine.metadata.model import LinesOptions, LinkOptions, PersonOptions
from engine.query.record_query import Expand, RecordQuery, check_limits
from runtime.storage.asking import ListQuestion, ask, parameters, shape_key
from runtime.storage.authorized import AuthorizedField, authorized, shown_fields
from runtime.storage.binding import is_one_of, kept, kept_list
from runtime.storage.columns.families import KEY
from runtime.storage.compile import ListPlan, get_plan, lines_plan, titles_plan
from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.ids import is_record_id
from runtime.storage.paging import Key, read_cursor, write_cursor
from runtime.storage.plans import plans_of
from runtime.storage.rows import Reader, Shown, value_reader, wire_reader
from runtime.storage.statement import Row, Statement, compile_statement, run
from runtime.storage.system_tables import sys_user
from runtime.storage.viewer import Viewer

