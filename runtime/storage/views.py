"""A readable view per entity for administrators' SQL tools: the names of the app, decimals as numbers.

The product itself never reads them; they are made anew inside every schema change.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Dialect, Integer, Select, select, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import DDLElement
from sqlalchemy.sql.compiler import DDLCompiler

from engine.metadata.definition import Definition
from engine.metadata.model import Entity
from runtime.storage.physical import StoredField, record_tables
from runtime.storage.sql_types import is_sqlite

IDENTIFIER_BYTES = 63


class CreateView(DDLElement):
    """`CREATE VIEW name AS select`; the select has no parameters."""

    inherit_cache = False

    def __init__(self, name: str, selected: Select[Any]) -> None:
        self.name = name
        self.selected = selected


class DropView(DDLElement):
    """`DROP VIEW IF EXISTS name`."""

    inherit_cache = False

    def __init__(self, name: str) -> None:
        self.name = name


@compiles(CreateView)
def _create_view(element: CreateView, compiler: DDLCompiler, **_: Any) -> str:
    body = compiler.sql_compiler.process(element.selected, literal_binds=True)
    return f"CREATE VIEW {compiler.preparer.quote_identifier(element.name)} AS {body}"


@compiles(DropView)
def _drop_view(element: DropView, compiler: DDLCompiler, **_: Any) -> str:
    return f"DROP VIEW IF EXISTS {compiler.preparer.quote_identifier(element.name)}"


def drop_views(definition: Definition) -> Iterator[DropView]:
    """Yield what removes the views of a definition."""
    for entity in definition.entities.values():
        yield DropView(view_name(definition, entity))


def create_views(definition: Definition, dialect: Dialect) -> Iterator[CreateView]:
    """Yield what makes the views of a definition."""
    for entity in definition.entities.values():
        tables = record_tables(definition)[entity.id]
        system = [each for each in tables.table.c if not each.name.startswith(("f_", "s_"))]
        shown = [_shown(each, dialect) for each in tables.stored.values()]
        yield CreateView(view_name(definition, entity), select(*system, *shown))


def view_name(definition: Definition, entity: Entity) -> str:
    """Return the name of an entity's view."""
    return _fitting(f"v_{definition.app.name}_{entity.name}", entity.id)


def _shown(stored: StoredField, dialect: Dialect) -> Any:
    name = _fitting(stored.field.name, stored.field.id)
    if stored.storage.scale is None or not is_sqlite(dialect):
        return stored.column.label(name)
    return (type_coerce(stored.column, Integer) / float(10**stored.storage.scale)).label(name)


def _fitting(name: str, id: str) -> str:
    """Cut a name that PostgreSQL would cut, and keep it distinct by its id."""
    if len(name.encode()) <= IDENTIFIER_BYTES:
        return name
    suffix = "_" + id.partition("_")[2]
    cut = name.encode()[: IDENTIFIER_BYTES - len(suffix)].decode(errors="ignore")
    return cut + suffix
