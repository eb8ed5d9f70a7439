"""In which language a request is answered: what it asks for, else the person's, else the first we have."""

from starlette.requests import Request

from engine.text.catalog import LANGUAGES, LOCALES


def language_of(request: Request) -> str:
    """Return the locale of the answer."""
    asked = asked_language(request.headers.get("accept-language", ""))
    person = request.scope.get("state", {}).get("person")
    return asked or (person.language if person is not None else LOCALES[0])


def asked_language(header: str) -> str | None:
    """Return the first locale of ours that an `Accept-Language` header names, by its weights."""
    wishes = sorted((_wish(part) for part in header[:200].split(",")), key=lambda wish: -wish[1])
    for tag, weight in wishes:
        locale = LANGUAGES.get(tag.split("-")[0])
        if locale is not None and weight > 0:
            return locale
    return None


def _wish(part: str) -> tuple[str, float]:
    tag, _, parameter = part.strip().partition(";")
    try:
        weight = float(parameter.strip().removeprefix("q=")) if parameter else 1.0
    except ValueError:
        weight = 0.0
    return tag.strip().lower(), weight
