"""Option lists and who uses them: values occur once, and a list that is chosen from offers something."""

from collections import Counter
from collections.abc import Iterator

from engine.entities.checks.placing import place_of
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.model import Choice, Options


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for options in definition.options.values():
        yield from (issue.under(*place_of(options), "choices") for issue in _list(options))


def _list(options: Options) -> Iterator[Issue]:
    placed = [
        (place, value) for index, each in enumerate(options.choices) for place, value in _values(index, each)
    ]
    counts = Counter(value.casefold() for _, value in placed)
    for place, value in placed:
        if counts[value.casefold()] > 1:
            yield Issue("options.value.duplicate", place, {"value": value})


def _values(index: int, choice: Choice) -> Iterator[tuple[Path, str]]:
    """Yield the value of a choice and those that were merged into it, with their places."""
    yield (index, "value"), choice.value
    yield from (((index, "merged", at), value) for at, value in enumerate(choice.merged))
