"""Option lists as raw documents: a new one, and choices made from labels."""

from collections.abc import Iterable, Sequence

from builder.commands.documents import Json, Label
from builder.commands.naming import propose_name


def new_list(id: str, name: str, label: Label, choices: Iterable[Label]) -> Json:
    """Return a new option list with a choice for each label."""
    return {
        "schema": "tongdao/options/1",
        "id": id,
        "name": name,
        "label": label,
        "choices": with_choices((), choices),
    }


def with_choices(choices: Sequence[Json], labels: Iterable[Label]) -> list[Json]:
    """Return choices with more of them, each with a value of its own made from its label."""
    made = list(choices)
    for label in labels:
        value = propose_name(label, taken_values(made), "choice")
        made.append({"value": value, "label": label})
    return made


def taken_values(choices: Iterable[Json]) -> list[str]:
    """Return the values a new choice cannot have: those of the choices, and those merged into one of them."""
    return [value for each in choices for value in (each["value"], *each.get("merged", ()))]
