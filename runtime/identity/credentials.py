"""Random credentials: session ids and API tokens of 256 bits, of which only a digest is stored."""

import secrets
from dataclasses import dataclass
from hashlib import sha256

TOKEN_PREFIX = "tongdao_"
_SHOWN = len(TOKEN_PREFIX) + 6


@dataclass(frozen=True, slots=True)
class NewToken:
    """An API token at the only moment it is whole."""

    text: str
    shown: str
    digest: str


def new_session_id() -> str:
    """Return a fresh session id."""
    return secrets.token_urlsafe(32)


def new_csrf_token() -> str:
    """Return a fresh CSRF token."""
    return secrets.token_urlsafe(24)


def new_token() -> NewToken:
    """Return a fresh API token; its prefix lets leak scanners recognise it."""
    text = TOKEN_PREFIX + secrets.token_urlsafe(32)
    return NewToken(text, text[:_SHOWN], digest(text))


def digest(credential: str) -> str:
    """Return what is stored instead of a credential."""
    return sha256(credential.encode()).hexdigest()
