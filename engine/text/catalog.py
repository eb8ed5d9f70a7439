"""Sentences by message code and locale, read once from the packaged files under `messages/`.

Reading them is, beside the schema files, the only I/O of the engine. A sentence has placeholders:
`{limit}` is a parameter, or a label carried as `limit.zh` and `limit.en`; `{action:access.action}` is the
sentence of the code `access.action.<value>`; `{at:instant}` is a moment as people write it, in the zone of
`at.zone`. Parameters are never read as sentences themselves.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

from engine.kernel.issue import Issue, Scalar
from engine.text.labels import in_language, label_of

LOCALES = ("zh-CN", "en")
FALLBACK = "en"
LANGUAGES = {"zh": "zh-CN", "en": "en"}
PLACEHOLDER = re.compile(r"\{(\w+)(?::([\w.]+))?\}")
_GENERAL = "value"
_INSTANT = "instant"


def _read(locale: str) -> dict[str, str]:
    sentences: dict[str, str] = {}
    folder = files("engine.text") / "messages" / locale
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".json"):
            sentences |= json.loads(entry.read_text(encoding="utf-8"))
    return sentences


MESSAGES: Mapping[str, Mapping[str, str]] = {locale: _read(locale) for locale in LOCALES}


def say(code: str, locale: str, params: Mapping[str, Scalar]) -> str:
    """Return the sentence of a code in a locale; a code without any stands for itself."""
    return PLACEHOLDER.sub(lambda found: _filled(found, locale, params), _sentence(code, locale))


def say_issue(issue: Issue, locale: str) -> str:
    """Return the sentence of an issue in a locale."""
    return say(issue.code, locale, issue.params)


def general_codes(code: str) -> Iterator[str]:
    """Yield a code and the ever more general ones that may speak for it: `a.b.c`, `a.c`, `value.c`."""
    area, *things, problem = code.split(".") if "." in code else (code, code)
    for length in range(len(things), -1, -1):
        yield ".".join((area, *things[:length], problem))
    yield f"{_GENERAL}.{problem}"


def _sentence(code: str, locale: str) -> str:
    for messages in (MESSAGES.get(locale, {}), MESSAGES[FALLBACK]):
        for candidate in general_codes(code):
            if candidate in messages:
                return messages[candidate]
    return code


def _filled(found: re.Match[str], locale: str, params: Mapping[str, Scalar]) -> str:
    name, prefix = found.groups()
    if name not in params:
        return in_language(label_of(name, params), locale)
    value = params[name]
    if prefix == _INSTANT:
        return _moment(value, params.get(f"{name}.zone"))
    if prefix:
        return _sentence(f"{prefix}.{value}", locale)
    return "" if value is None else str(value)


def _moment(value: Scalar, zone: Scalar) -> str:
    """Write a moment to the minute; where no zone is known, as the one of all."""
    if not isinstance(value, str) or not value:
        return ""
    moment = datetime.fromisoformat(value)
    if isinstance(zone, str):
        return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
