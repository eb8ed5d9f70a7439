"""Reads request bodies up to a limit, and hands them on to whoever reads them again."""

import asyncio
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.types import Message, Receive, Scope

from runtime.server.refusals import TooLarge, WrongMedia
from runtime.server.strict_json import Limits, parse

# Bodies from this size on are parsed beside the event loop.
_BESIDE = 256_000


async def read_json(scope: Scope, receive: Receive, limits: Limits) -> tuple[Any, bytes]:
    """Return the parsed body and its bytes; an empty body is None."""
    body = await read_bytes(scope, receive, limits.bytes)
    if not body:
        return None, body
    _require_json(scope)
    if len(body) < _BESIDE:
        return parse(body, limits), body
    return await asyncio.to_thread(parse, body, limits), body


async def read_bytes(scope: Scope, receive: Receive, most: int) -> bytes:
    """Return the body; stop as soon as it is longer than allowed, whatever its headers say."""
    said = header(scope, b"content-length")
    if said.isdigit() and int(said) > most:
        raise TooLarge.of("request.body.large", (), most=most)
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunk = message.get("body", b"")
        size += len(chunk)
        if size > most:
            raise TooLarge.of("request.body.large", (), most=most)
        chunks.append(chunk)
        if not message.get("more_body", False):
            return b"".join(chunks)


def replay(body: bytes, receive: Receive) -> Receive:
    """Return a `receive` that gives the body once more."""
    given = False

    async def receive_again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again


def header(scope: Scope, name: bytes) -> str:
    """Return a header of the request, or an empty text."""
    found = next((value for key, value in scope["headers"] if key == name), b"")
    return str(found, "latin-1")


def _require_json(scope: Scope) -> None:
    media = header(scope, b"content-type").partition(";")[0].strip().lower()
    if media != "application/json" and not (media.startswith("application/") and media.endswith("+json")):
        raise WrongMedia.of("request.media.wrong", (), expected="application/json")
