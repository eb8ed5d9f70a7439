"""What the database refused of a write: which unique combination is taken, in names the viewer knows."""

import sqlite3
from typing import Any

import psycopg
from sqlalchemy.exc import IntegrityError

from engine.entities.constraints import taken
from engine.entities.stock import stock_of, uniques_of
from engine.kernel.errors import Conflict, DomainError, Invalid
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Unique
from runtime.storage.physical import physical_name
from runtime.storage.stock_steps import BROKEN, guard_prefix

Refusal = (sqlite3.IntegrityError, psycopg.IntegrityError, IntegrityError)
_FOREIGN_KEYS = ("SQLITE_CONSTRAINT_FOREIGNKEY", "23503")


def clash(
    definition: Definition, entity: Entity, readable: frozenset[str], problem: Exception
) -> DomainError | None:
    """Return the refusal in the words of the app, or None where it is none of its rules."""
    original: Any = problem.orig if isinstance(problem, IntegrityError) else problem
    state = getattr(original, "sqlstate", None) or getattr(original, "sqlite_errorname", None)
    if state in _FOREIGN_KEYS:
        return Conflict.of("record.delete.referenced")
    stock = stock_of(definition, entity.id)
    if stock and _is_oversold(entity, original):
        visible = (stock.on_hand.name,) if stock.on_hand.id in readable else ()
        return Invalid([Issue("stock.balance.broken", visible)])
    rule = next((each for each in uniques_of(entity) if _names(each, original)), None)
    return Invalid([taken(entity, rule, readable)]) if rule else None


def _is_oversold(entity: Entity, original: Any) -> bool:
    """Tell whether the guard of a stock table refused: PostgreSQL by its name, SQLite by its word."""
    diagnosis = getattr(original, "diag", None)
    if diagnosis is not None:
        return str(diagnosis.constraint_name).startswith(guard_prefix(entity.id))
    return str(original) == BROKEN


def _names(unique: Unique, original: Any) -> bool:
    """Tell whether a refusal is about a combination: PostgreSQL names its index, SQLite its columns."""
    diagnosis = getattr(original, "diag", None)
    if diagnosis is not None:
        return bool(diagnosis.constraint_name == physical_name("u", unique.id))
    columns = {part.strip().rpartition(".")[2] for part in str(original).partition(": ")[2].split(",")}
    return columns == {physical_name("f", id) for id in unique.fields}
