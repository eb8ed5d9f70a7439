"""Differences of an option list: choices that came, went or are shown otherwise."""

from collections.abc import Iterator

from builder.publishing.difference import Difference, difference, label_of, shown
from builder.words import word
from engine.metadata.definition import Definition
from engine.metadata.diff import Change


def choice_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell how the choices of a list changed."""
    before = {each["value"]: each for each in change.before}
    after = {each["value"]: each for each in change.after}
    merged = {value: each for each in change.after for value in each.get("merged", ())}
    options = label_of(new, change.id)
    for value, choice in after.items():
        if value not in before:
            yield difference("add", change.id, "choice.add", choice=choice["label"], list=options)
    for value, choice in before.items():
        if value in merged:
            words = {"choice": choice["label"], "into": merged[value]["label"]}
            yield difference("remove", change.id, "choice.merge", **words, list=options)
            continue
        if value not in after:
            yield difference("remove", change.id, "choice.remove", choice=choice["label"], list=options)
            continue
        for key in ("label", "color", "retired"):
            if choice.get(key) != after[value].get(key):
                words = {"subject": choice["label"], "property": word(f"property.{key}")}
                values = {"before": shown(old, choice.get(key)), "after": shown(new, after[value].get(key))}
                yield difference("change", change.id, "property", **words, **values)
    kept = [value for value in before if value in after]
    if kept != [value for value in after if value in before]:
        yield difference("change", change.id, "choice.order", list=options)
