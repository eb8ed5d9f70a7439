"""API tokens: made for a person, narrowed by scopes, shown whole only once, revocable at once.

Owns the rows of `sys_token`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from engine.kernel.errors import NotFound
from engine.ports import Clock, IdSource
from runtime.identity.credentials import NewToken, new_token
from runtime.identity.epoch import raise_epoch
from runtime.storage.system_tables import sys_token


@dataclass(frozen=True, slots=True)
class Token:
    """An API token without its secret; `prefix` is what people recognise it by."""

    id: str
    user_id: str
    name: str
    prefix: str
    scopes: frozenset[str] | None
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None

    def is_alive(self, now: datetime) -> bool:
        """Tell whether the token still holds."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenWish:
    """What a token shall be; without scopes it may do what its person may."""

    user_id: str
    name: str
    scopes: frozenset[str] | None
    expires_at: datetime | None


def make_token(
    connection: Connection, wish: TokenWish, clock: Clock, ids: IdSource, by: str
) -> tuple[NewToken, Token]:
    """Make a token; its text is returned here and never again."""
    secret, now = new_token(), clock.now()
    token = Token(
        id=ids.record_id(),
        user_id=wish.user_id,
        name=wish.name,
        prefix=secret.shown,
        scopes=wish.scopes,
        created_at=now,
        expires_at=wish.expires_at,
        revoked_at=None,
    )
    connection.execute(
        insert(sys_token).values(
            id=token.id,
            user_id=token.user_id,
            name=token.name,
            prefix=token.prefix,
            token_hash=secret.digest,
            scopes=None if token.scopes is None else sorted(token.scopes),
            created_at=now,
            created_by=by,
            expires_at=token.expires_at,
        )
    )
    return secret, token


def find_token(connection: Connection, token_digest: str) -> Token | None:
    """Return the token a digest belongs to."""
    row = connection.execute(select(sys_token).where(sys_token.c.token_hash == token_digest)).one_or_none()
    return _token(row) if row is not None else None


def list_tokens(connection: Connection) -> Sequence[Token]:
    """Return all tokens that were not revoked, newest first."""
    living = select(sys_token).where(sys_token.c.revoked_at.is_(None))
    return [_token(row) for row in connection.execute(living.order_by(sys_token.c.created_at.desc()))]


def revoke_token(connection: Connection, id: str, now: datetime) -> None:
    """End a token everywhere; raise NotFound."""
    ending = update(sys_token).where(sys_token.c.id == id, sys_token.c.revoked_at.is_(None))
    if not connection.execute(ending.values(revoked_at=now)).rowcount:
        raise NotFound.of("identity.token.unknown")
    raise_epoch(connection)


def _token(row: Row[Any]) -> Token:
    scopes = None if row.scopes is None else frozenset(row.scopes)
    return Token(
        row.id, row.user_id, row.name, row.prefix, scopes, row.created_at, row.expires_at, row.revoked_at
    )
