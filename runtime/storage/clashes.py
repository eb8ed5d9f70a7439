"""What the database refused of a write: which unique combination is taken, in names the viewer knows."""

import sqlite3
from typing import Any

import psycopg
from sqlalchemy.exc import IntegrityError

from engine.kernel.errors import Conflict, DomainError, Invalid
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Unique
from engine.text.labels import label_params
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
    taken = next((each for each in entity.unique if _names(each, original)), None)
    if taken is None:
        return None
    return Invalid([_issue(entity, taken, readable)])


def _names(unique: Unique, original: Any) -> bool:
    """Tell whether a refusal is about a combination: PostgreSQL names its index, SQLite its columns."""
    diagnosis = getattr(original, "diag", None)
    if diagnosis is not None:
        return bool(diagnosis.constraint_name == physical_name("u", unique.id))
    columns = {part.strip().rpartition(".")[2] for part in str(original).partition(": ")[2].split(",")}
    return columns == {physical_name("f", id) for id in unique.fields}


def _issue(entity: Entity, unique: Unique, readable: frozenset[str]) -> Issue:
    """Name the fields and nothing of the other record; fields that may not be seen are not named."""
    fields = [each for each in entity.fields if each.id in unique.fields]
    if any(each.id not in readable for each in fields):
        return Issue("record.unique.taken_hidden")
    if unique.message:
        return Issue("record.unique.worded", (fields[0].name,), label_params("message", unique.message))
    names = {
        language: " + ".join(each.label.get(language, each.name) for each in fields)
        for language in ("zh", "en")
    }
    return Issue("record.unique.taken", (fields[0].name,), label_params("fields", names))
