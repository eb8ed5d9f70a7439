"""The idempotency key of a request, with a fingerprint of what was asked under it."""

from dataclasses import dataclass
from hashlib import sha256

from starlette.requests import Request

from engine.kernel.errors import Invalid
from runtime.storage.idempotency import KEY_LENGTH


@dataclass(frozen=True, slots=True)
class Idempotency:
    """A key, and what it stands for."""

    key: str
    fingerprint: str


def idempotency_of(request: Request, body: bytes) -> Idempotency | None:
    """Return the key of a request, None without one; raise Invalid for one that cannot be kept."""
    key = request.headers.get("idempotency-key")
    if key is None:
        return None
    if not 0 < len(key) <= KEY_LENGTH or not (key.isascii() and key.isprintable()):
        raise Invalid.of("request.idempotency.wrong", ("Idempotency-Key",), most=KEY_LENGTH)
    asked = f"{request.method} {request.url.path}?{request.url.query}\n"
    return Idempotency(key, sha256(asked.encode() + body).hexdigest())
