"""A form filled in step by step: which steps there are now, what is open on them, and how far one may go.

The browser has the same (`frontend/src/core/forms/steps.ts`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.entities.values import RecordValues
from engine.forms.behaviour import FormBehaviour, check_filled, check_offered
from engine.metadata.definition import Definition
from engine.metadata.model import Form


@dataclass(frozen=True, slots=True)
class FormStep:
    """A section as a step: the names of fields that keep it open, and whether all before it are complete."""

    section: str
    open: tuple[str, ...]
    is_reachable: bool


def steps_of(
    definition: Definition, form: Form, values: RecordValues, behaviour: FormBehaviour
) -> Sequence[FormStep]:
    """Return the sections that are shown and have anything on them, as steps."""
    issues = [
        *check_filled(definition, form, values, behaviour),
        *check_offered(definition, form, values, behaviour),
    ]
    open_names = {str(issue.path[0]) for issue in issues}
    steps: list[FormStep] = []
    for section, names in _shown(definition, form, behaviour).items():
        is_reachable = all(not step.open for step in steps)
        steps.append(FormStep(section, tuple(name for name in names if name in open_names), is_reachable))
    return steps


def _shown(definition: Definition, form: Form, behaviour: FormBehaviour) -> Mapping[str, list[str]]:
    """Return the names of shown fields by the section they stand in, where there are any."""
    names = {
        section.id: [
            place.field.name
            for item in section.items
            for place in [definition.field(item.field)]
            if place and behaviour.items[item.field].is_shown
        ]
        for section in form.layout
        if behaviour.sections[section.id]
    }
    return {section: listed for section, listed in names.items() if listed}
