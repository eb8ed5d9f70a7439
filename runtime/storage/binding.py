"""Parameters of statements: values are handed over as the database keeps them, converted once."""

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import Dialect, any_, bindparam, column, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.elements import BindParameter, ColumnElement
from sqlalchemy.types import TEXT, NullType, TypeEngine

from engine.kernel.values import Value
from runtime.storage.columns.column import Storage
from runtime.storage.sql_types import Words, is_sqlite

Sql = ColumnElement[Any]


def parameter(name: str, storage: Storage, dialect: Dialect) -> BindParameter[Any]:
    """Return a named parameter for a value in the form of `kept`."""
    if is_sqlite(dialect):
        return bindparam(name, type_=NullType())
    return bindparam(name, type_=_native(storage, dialect))


def is_one_of(target: Sql, name: str, storage: Storage, dialect: Dialect) -> Sql:
    """Return whether a value is in a list that is handed over as one parameter (`kept_list`)."""
    if is_sqlite(dialect):
        each = func.json_each(bindparam(name, type_=NullType())).table_valued(column("value"))
        return target.in_(select(each.c.value))
    return target == any_(bindparam(name, type_=ARRAY(_native(storage, dialect))))


def kept(value: Value, storage: Storage, dialect: Dialect) -> Any:
    """Return a record value as the database keeps it."""
    convert = storage.conversion(dialect).to_db
    return convert(value) if convert and value is not None else value


def kept_list(values: Iterable[Value], storage: Storage, dialect: Dialect) -> Any:
    """Return a list of record values as one parameter."""
    items = [kept(value, storage, dialect) for value in values]
    return orjson.dumps(items).decode() if is_sqlite(dialect) else items


def _native(storage: Storage, dialect: Dialect) -> TypeEngine[Any]:
    if isinstance(storage.sql_type, Words):
        return TEXT()
    return storage.sql_type.dialect_impl(dialect)
