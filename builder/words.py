"""Sentences of the designer: a code with parameters, said in every language at once.

Parameters that are labels are said in the language of the sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.kernel.issue import EMPTY, Scalar
from engine.ports import Words
from engine.text.catalog import LANGUAGES, say


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message code and its parameters."""

    code: str
    params: Words


def said(phrase: Phrase) -> dict[str, str]:
    """Return the sentence of a phrase per language."""
    return {
        language: say(
            phrase.code, locale, {key: _shown(each, language) for key, each in phrase.params.items()}
        )
        for language, locale in LANGUAGES.items()
    }


def word(code: str) -> dict[str, str]:
    """Return a word of the designer per language, to be used inside a sentence."""
    return {language: say(code, locale, EMPTY) for language, locale in LANGUAGES.items()}


def _shown(value: Scalar | Mapping[str, str], language: str) -> Scalar:
    if isinstance(value, Mapping):
        return value.get(language) or next(iter(value.values()), "")
    return value
