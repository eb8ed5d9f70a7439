"""Passwords: what is asked of them, and Argon2id hashing that cannot starve the server.

Hashes are made in a pool as wide as the machine; who comes when its queue is full is asked to try again.
"""

import os
from functools import cache, partial
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from engine.kernel.issue import Issue
from runtime.pool import BoundedPool

LEAST = 8
LEAST_OF_ADMINISTRATORS = 15
MOST_CHARACTERS = 256
MOST_BYTES = 1024
QUEUE = 64

_ARGON2 = PasswordHasher(memory_cost=19 * 1024, time_cost=2, parallelism=1)
# Verified when nobody has the login given, so that both answers take the same time.
_NOBODY = _ARGON2.hash("nobody has this password")


def check_password(password: str, login: str, *, least: int = LEAST) -> list[Issue]:
    """Return what is wrong with a password that somebody wants to have."""
    if len(password) < least:
        return [Issue("identity.password.short", ("password",), {"least": least})]
    if is_too_long(password):
        return [Issue("identity.password.long", ("password",), {"most": MOST_CHARACTERS})]
    if password.casefold() in _common_passwords() or password.casefold() == login.casefold():
        return [Issue("identity.password.common", ("password",))]
    return []


def is_too_long(password: str) -> bool:
    """Tell whether a password is longer than we hash."""
    return len(password) > MOST_CHARACTERS or len(password.encode()) > MOST_BYTES


def hash_password(password: str) -> str:
    """Return the Argon2id hash; takes a good part of a second."""
    return _ARGON2.hash(password)


def is_right(password: str, stored: str | None) -> bool:
    """Tell whether the password belongs to the hash; takes as long where there is none."""
    try:
        return _ARGON2.verify(stored or _NOBODY, password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(stored: str) -> bool:
    """Tell whether a hash was made with other parameters than today's."""
    return _ARGON2.check_needs_rehash(stored)


class HashingPool:
    """Runs hashing beside the event loop, a few at a time."""

    def __init__(self, width: int | None = None) -> None:
        self._pool = BoundedPool("hashing", width or os.cpu_count() or 1, QUEUE, "identity.password.busy")

    async def hash(self, password: str) -> str:
        """Hash a password."""
        return await self._pool.run(partial(hash_password, password))

    async def is_right(self, password: str, stored: str | None) -> bool:
        """Verify a password; None stands for a person who does not exist."""
        return await self._pool.run(partial(is_right, password, stored))

    def close(self) -> None:
        """End the threads."""
        self._pool.close()


@cache
def _common_passwords() -> frozenset[str]:
    path = Path(__file__).with_name("common_passwords.txt")
    return frozenset(path.read_text(encoding="utf-8").split())
