"""Choices of an option list, named by value or by their label in any language."""

from collections.abc import Callable, Mapping

from engine.entities.field_type import Surroundings
from engine.kernel.issue import Issue
from engine.metadata.model import Choice


def choices_of(around: Surroundings, list_id: str) -> tuple[Choice, ...]:
    """Return the choices of an option list, none where it is missing."""
    found = around.lists.get(list_id)
    return found.choices if found else ()


def retired(choices: tuple[Choice, ...]) -> frozenset[str]:
    """Return the values kept on old records but not taken for new ones."""
    return frozenset(each.value for each in choices if each.retired)


def choice_reader(choices: tuple[Choice, ...]) -> Callable[[object], str | Issue | None]:
    """Return the function from what was sent to the value of one choice."""
    values = frozenset(each.value for each in choices)
    spelled = _spellings(choices)

    def read(raw: object) -> str | Issue | None:
        if isinstance(raw, str) and raw in values:
            return raw
        if raw is None or raw == "":
            return None
        key = _key(str(raw)) if isinstance(raw, str | int) else ""
        found = spelled.get(key)
        if found is not None:
            return found
        return (
            None
            if isinstance(raw, str) and not key
            else Issue("field.choice.unknown", params={"value": str(raw)[:60]})
        )

    return read


def _spellings(choices: tuple[Choice, ...]) -> Mapping[str, str]:
    """Map values and labels, without case, to values; a label that two choices share names neither.

    Values that were merged into a choice still mean it: files and programs of before go on to work.
    """
    labels: dict[str, set[str]] = {}
    for choice in choices:
        for text in choice.label.values():
            labels.setdefault(_key(text), set()).add(choice.value)
    found = {key: values.pop() for key, values in labels.items() if len(values) == 1}
    merged = {_key(value): choice.value for choice in choices for value in choice.merged}
    return merged | found | {_key(choice.value): choice.value for choice in choices}


def _key(text: str) -> str:
    return text.strip().casefold()
