"""Refusals as problem details (RFC 9457): the only place that knows which HTTP status each becomes.

Sentences come from the catalogue, in the language asked for. What nobody foresaw is answered with a code
and the id of the request, and told to the log alone.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from engine.kernel.errors import Conflict, DomainError, Forbidden, Invalid, NotFound, Unavailable
from engine.kernel.issue import Issue
from engine.text.catalog import say_issue
from runtime.server.answers import plain
from runtime.server.languages import language_of
from runtime.server.refusals import (
    Limited,
    PreconditionRequired,
    Stale,
    TooLarge,
    Unauthenticated,
    Unreadable,
    WrongMedia,
)

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 2

_STATUS: Mapping[type[DomainError], int] = {
    Unauthenticated: 401,
    Forbidden: 403,
    NotFound: 404,
    Conflict: 409,
    Stale: 412,
    PreconditionRequired: 428,
    TooLarge: 413,
    WrongMedia: 415,
    Unreadable: 400,
    Invalid: 422,
    Limited: 429,
    Unavailable: 503,
}
_CODES = {404: "request.path.unknown", 405: "request.method.unknown", 400: "request.body.syntax"}
_PROBLEM_OF_PYDANTIC = {
    "missing": "request.value.missing",
    "extra_forbidden": "request.value.unknown",
    "json_invalid": "request.body.syntax",
}


def refusal_answer(request: Request, error: DomainError) -> Response:
    """Answer a refusal."""
    extra: dict[str, Any] = {}
    headers: dict[str, str] = {}
    if isinstance(error, Stale):
        extra["current"] = error.current
    if isinstance(error, Unavailable):
        seconds = error.seconds if isinstance(error, Limited) else RETRY_SECONDS
        headers["Retry-After"] = str(seconds)
    return problem(request, status_of(error), error.issues, extra, headers)


def status_of(error: DomainError) -> int:
    """Return the HTTP status of a refusal: that of the nearest class in the table."""
    return next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)


def invalid_request_answer(request: Request, error: RequestValidationError) -> Response:
    """Answer a body or a parameter that FastAPI could not read."""
    return problem(request, 422, tuple(_issue(fault) for fault in error.errors()))


def http_answer(request: Request, error: HTTPException) -> Response:
    """Answer what the web framework itself refuses: unknown paths and methods."""
    code = _CODES.get(error.status_code, "request.refused")
    issues = (Issue(code, (), {"method": request.method}),)
    return problem(request, error.status_code, issues, headers=error.headers or {})


def unforeseen_answer(request: Request) -> Response:
    """Answer a fault of ours, without any detail."""
    issue = Issue("server.fault", (), {"request": request.scope["state"].get("request_id", "")})
    return problem(request, 500, (issue,))


def problem(
    request: Request,
    status: int,
    issues: tuple[Issue, ...],
    extra: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Build the answer; the first issue gives the problem its name."""
    locale = language_of(request)
    told = [issue_object(issue, locale) for issue in issues]
    body = {
        "type": f"urn:tongdao:{issues[0].code}" if issues else "about:blank",
        "title": told[0]["message"] if told else "",
        "status": status,
        "request": request.scope["state"].get("request_id", ""),
        "issues": told,
        **(extra or {}),
    }
    written = orjson.dumps(body, default=plain)
    return Response(written, status, {"Content-Language": locale, **(headers or {})}, MEDIA_TYPE)


def issue_object(issue: Issue, locale: str) -> dict[str, Any]:
    """Return an issue as it goes over the wire."""
    return {
        "code": issue.code,
        "pointer": issue.pointer,
        "params": dict(issue.params),
        "severity": issue.severity.value,
        "message": say_issue(issue, locale),
    }


def _issue(fault: Mapping[str, Any]) -> Issue:
    place = tuple(fault["loc"])
    path = place[1:] if place and place[0] in ("body", "query", "path", "header") else place
    code = _PROBLEM_OF_PYDANTIC.get(fault["type"], "request.value.wrong")
    return Issue(code, path, {"name": str(path[-1]) if path else "", "kind": fault["type"]})
