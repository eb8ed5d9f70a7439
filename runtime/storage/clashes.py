"""What the database refused of a write: which unique combination is taken, in names the viewer knows."""

import sqlite3
from typing import Any

import psycopg
from sqlalchemy.exc import IntegrityError

from engine.entities.constraints import taken
from engine.kernel.errors import Conflict, DomainError, Invalid
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Unique
from runtime.storage.physical import physical_name

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
    rule = next((each for each in entity.unique if _names(each, original)), None)
    return Invalid([taken(entity, rule, readable)]) if rule else None


def _names(unique: Unique, original: Any) -> bool:
    """Tell whether a refusal is about a combination: PostgreSQL names its index, SQLite its columns."""
    diagnosis = getattr(original, "diag", None)
    if diagnosis is not None:
        return bool(diagnosis.constraint_name == physical_name("u", unique.id))
    columns = {part.strip().rpartition(".")[2] for part in str(original).partition(": ")[2].split(",")}
    return columns == {physical_name("f", id) for id in unique.fields}
