"""One readable difference between two states of an app, and how values are put into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from builder.commands.documents import Label
from builder.words import Phrase, word
from engine.metadata.definition import Definition
from engine.ports import Words

LONGEST = 60
Action = Literal["add", "remove", "change"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes, in business words; `document` is the id of the document it is in."""

    action: Action
    document: str
    words: Phrase


def difference(action: Action, document: str, code: str, /, **params: Any) -> Difference:
    """Make a difference from the code and parameters of its sentence."""
    words: Words = params
    return Difference(action, document, Phrase(f"change.{code}", words))


def shown(definition: Definition, value: Any) -> Label:
    """Put a value of a document into words per language; ids become labels."""
    if isinstance(value, bool):
        return word("value.yes" if value else "value.no")
    if value in (None, "", [], {}):
        return word("value.none")
    if isinstance(value, Mapping) and all(isinstance(each, str) for each in value.values()):
        return value
    if isinstance(value, str):
        return label_of(definition, value) or _everywhere(value)
    return _everywhere(str(value))


def label_of(definition: Definition, id: str) -> Label:
    """Return the label of a document or field by its id, empty where there is none."""
    document = definition.document(id)
    if document is not None:
        return document.label
    place = definition.field(id)
    return place.field.label if place else {}


def _everywhere(text: str) -> Label:
    return {"zh": _short(text), "en": _short(text)}


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
