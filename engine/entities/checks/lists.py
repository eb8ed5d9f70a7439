"""Option lists and who uses them: values occur once, and a list that is chosen from offers something."""

from collections import Counter
from collections.abc import Iterator

from engine.entities.checks.placing import place_of
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Options


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for options in definition.options.values():
        yield from (issue.under(*place_of(options), "choices") for issue in _list(options))


def _list(options: Options) -> Iterator[Issue]:
    counts = Counter(choice.value.casefold() for choice in options.choices)
    for index, choice in enumerate(options.choices):
        if counts[choice.value.casefold()] > 1:
            yield Issue("options.value.duplicate", (index, "value"), {"value": choice.value})
