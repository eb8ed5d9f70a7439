"""Answers of the audit routes."""

from datetime import datetime

from pydantic import BaseModel


class AuditEntry(BaseModel):
    """One change, without values: who may audit need not be allowed to read."""

    app: str
    sequence: int
    at: datetime
    by: str | None
    by_name: str | None
    kind: str
    action: str
    entity: str | None
    record: str | None
    source: str
    reason: str | None
    fields: list[str]


class AuditAnswer(BaseModel):
    """A page of the trail, newest first; `next_cursor` leads to older entries."""

    items: list[AuditEntry]
    next_cursor: str | None


class VerifiedApp(BaseModel):
    """Whether one chain holds; `message` says where it does not."""

    app: str
    holds: bool
    message: str | None


class VerifyAnswer(BaseModel):
    """Whether all chains hold."""

    items: list[VerifiedApp]
