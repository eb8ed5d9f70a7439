"""Sentences by message code and locale, read once from the packaged files under `messages/`.

Reading them is, beside the schema files, the only I/O of the engine.
"""

import json
import re
from collections.abc import Mapping
from importlib.resources import files

from engine.kernel.issue import Issue, Scalar

LOCALES = ("zh-CN", "en")
LANGUAGES = {"zh": "zh-CN", "en": "en"}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def _read(locale: str) -> dict[str, str]:
    sentences: dict[str, str] = {}
    folder = files("engine.text") / "messages" / locale
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".json"):
            sentences |= json.loads(entry.read_text(encoding="utf-8"))
    return sentences


MESSAGES: Mapping[str, Mapping[str, str]] = {locale: _read(locale) for locale in LOCALES}


def say(code: str, locale: str, params: Mapping[str, Scalar]) -> str:
    """Return the sentence of a code in a locale; a code without one stands for itself."""
    sentence = MESSAGES[locale].get(code, code)
    return _PLACEHOLDER.sub(lambda found: _shown(params, found.group(1)), sentence)


def say_issue(issue: Issue, locale: str) -> str:
    """Return the sentence of an issue in a locale."""
    return say(issue.code, locale, issue.params)


def _shown(params: Mapping[str, Scalar], name: str) -> str:
    value = params.get(name)
    return "" if value is None else str(value)
