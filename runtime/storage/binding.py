"""Parameters of statements: values are handed over as the database keeps them, converted once."""

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import Column, Dialect, any_, bindparam, column, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.elements import BindParameter, ColumnElement
from sqlalchemy.types import TEXT, TypeDecorator, TypeEngine, UserDefinedType

from engine.kernel.values import Value
from runtime.storage.columns.column import Storage
from runtime.storage.sql_types import Json, Words, is_sqlite

Sql = ColumnElement[Any]


class AsKept(UserDefinedType[Any]):
    """The type of a parameter on SQLite: whatever it is compared with, it is handed over untouched."""

    cache_ok = True


def parameter(name: str, storage: Storage, dialect: Dialect) -> BindParameter[Any]:
    """Return a named parameter for a value in the form of `kept`."""
    if is_sqlite(dialect):
        return bindparam(name, type_=AsKept())
    return bindparam(name, type_=_native(storage.sql_type, dialect))


def column_parameter(target: Column[Any], dialect: Dialect) -> BindParameter[Any]:
    """Return the parameter for a column, of its name."""
    if is_sqlite(dialect):
        return bindparam(target.name, type_=AsKept())
    return bindparam(target.name, type_=_native(target.type, dialect))


def is_one_of(target: Sql, name: str, storage: Storage, dialect: Dialect) -> Sql:
    """Return whether a value is in a list that is handed over as one parameter (`kept_list`)."""
    if is_sqlite(dialect):
        each = func.json_each(bindparam(name, type_=AsKept())).table_valued(column("value"))
        return target.in_(select(each.c.value))
    return target == any_(bindparam(name, type_=ARRAY(_native(storage.sql_type, dialect))))


def kept(value: Value, storage: Storage, dialect: Dialect) -> Any:
    """Return a record value as the database keeps it."""
    convert = storage.conversion(dialect).to_db
    return convert(value) if convert and value is not None else value


def kept_list(values: Iterable[Value], storage: Storage, dialect: Dialect) -> Any:
    """Return a list of record values as one parameter."""
    items = [kept(value, storage, dialect) for value in values]
    return orjson.dumps(items).decode() if is_sqlite(dialect) else items


def _native(sql_type: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    """Return PostgreSQL's own type, which is written as a cast; an order of texts has no place in one."""
    if isinstance(sql_type, Words | Json):
        return TEXT()
    if isinstance(sql_type, TypeDecorator):
        return sql_type.load_dialect_impl(dialect)
    return sql_type
