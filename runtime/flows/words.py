"""Codes of the flow engine in words of a language; parameters may be labels per language."""

from collections.abc import Mapping
from typing import Any

from engine.text.catalog import LANGUAGES, say
from engine.text.labels import label_params


def words(code: str, params: Mapping[str, Any]) -> dict[str, str]:
    """Return a sentence in both languages."""
    return {language: say_in(code, locale, params) for language, locale in LANGUAGES.items()}


def say_in(code: str, locale: str, params: Mapping[str, Any]) -> str:
    """Return a sentence in a locale."""
    flat: dict[str, Any] = {}
    for name, value in params.items():
        flat |= label_params(name, value) if isinstance(value, Mapping) else {name: value}
    return say(code, locale, flat)
