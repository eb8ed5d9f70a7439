"""Values of records as cells of a file, in the words of a language."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from engine.metadata.definition import Definition
from engine.metadata.model import (
    ChoiceOptions,
    Field,
    Label,
    LinkOptions,
    LookupOptions,
    MultiChoiceOptions,
    PersonOptions,
)
from runtime.transfer.titles import Titles
from runtime.transfer.writing import OutCell

ToCell = Callable[[Any], OutCell]
_YES_NO = {"zh": ("是", "否"), "en": ("Yes", "No")}
_COMMA = {"zh": "、", "en": ", "}


class CellMaker:
    """Makes cells for the fields of one app."""

    def __init__(self, definition: Definition, titles: Titles, language: str) -> None:
        self._definition = definition
        self._titles = titles
        self._language = language
        self._zone = ZoneInfo(definition.app.timezone)

    def for_field(self, field: Field) -> ToCell:
        """Return what makes cells of a field's values; blank stays blank."""
        shown = self._shown(field)
        make = self._maker(shown)
        return lambda value: None if value is None else make(value)

    def look_up(self, field: Field, values: Iterable[Any]) -> None:
        """Look up what cells of a link will need."""
        shown = self._shown(field)
        if isinstance(shown.options, LinkOptions):
            self._titles.look_up(shown.options.entity, (value for value in values if value is not None))

    def text(self, label: Label, otherwise: str) -> str:
        """Return a label in the language of the file."""
        return label.get(self._language) or next(iter(label.values()), otherwise)

    def _shown(self, field: Field) -> Field:
        """Follow lookups to the field whose values they show."""
        while isinstance(field.options, LookupOptions):
            place = self._definition.field(field.options.field)
            if place is None:
                return field
            field = place.field
        return field

    def _maker(self, field: Field) -> ToCell:
        match field.options:
            case LinkOptions(entity=entity):
                return lambda id: self._titles.title(entity, id)
            case PersonOptions():
                return self._titles.person
            case ChoiceOptions(list=list_id):
                words = self._choices(list_id)
                return lambda value: words.get(value, value)
            case MultiChoiceOptions(list=list_id):
                words = self._choices(list_id)
                comma = _COMMA[self._language]
                return lambda values: comma.join(words.get(value, value) for value in values)
        return self._plain

    def _choices(self, list_id: str) -> Mapping[str, str]:
        choices = self._definition.options[list_id].choices
        return {choice.value: self.text(choice.label, choice.value) for choice in choices}

    def _plain(self, value: Any) -> OutCell:
        match value:
            case bool():
                return _YES_NO[self._language][0 if value else 1]
            case datetime():
                return value.astimezone(self._zone).replace(tzinfo=None, microsecond=0)
        return value  # type: ignore[no-any-return]
