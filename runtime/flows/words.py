"""Codes of the flow engine in words of a language; parameters may be labels per language."""

from collections.abc import Mapping
from typing import Any

from engine.flows.explain import explain
from engine.flows.instance import Reason
from engine.text.catalog import say
from engine.text.labels import label_params


def words(code: str, params: Mapping[str, Any]) -> dict[str, str]:
    """Return a sentence in both languages, as administrators are told: with the values that were seen."""
    return explain(Reason(code=code, params=params), release=0)


def say_in(code: str, locale: str, params: Mapping[str, Any]) -> str:
    """Return a sentence in a locale."""
    flat: dict[str, Any] = {}
    for name, value in params.items():
        flat |= label_params(name, value) if isinstance(value, Mapping) else {name: value}
    return say(code, locale, flat)
