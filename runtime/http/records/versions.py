"""Versions of records as ETags: given with an answer, required with a change."""

from starlette.requests import Request

from engine.kernel.errors import Invalid
from runtime.server.refusals import PreconditionRequired


def etag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"{version}"'


def required_version(request: Request) -> int:
    """Return the version that a change is based on; raise PreconditionRequired without one."""
    given = request.headers.get("if-match", "").strip()
    if not given:
        raise PreconditionRequired.of("request.if_match.missing")
    text = given.removeprefix("W/").strip('"')
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Invalid.of("request.if_match.wrong", ("If-Match",))
    return int(text)
