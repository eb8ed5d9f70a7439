"""Which sections and items of a form are shown, required and locked for given values.

The browser has the same rules (`frontend/src/core/forms/behaviour.ts`), held together by shared vectors. A
condition that cannot be computed does not get in the way: its field is shown, not required, not locked.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.dependencies.resolve import Standpoint
from engine.entities.field_type import Trait
from engine.entities.field_types._index import FIELD_TYPES
from engine.entities.plan import plan_of
from engine.entities.record import open_record
from engine.entities.values import RecordValues
from engine.entities.working import Evaluation, Linked, Working, compile_at, nothing_linked
from engine.expressions.context import Context
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.metadata.definition import Definition
from engine.metadata.model import Field, Form, FormItem
from engine.text.labels import label_params


@dataclass(frozen=True, slots=True)
class ItemState:
    """How one field stands on the form now; whether its section is shown is said of the section."""

    is_shown: bool
    is_required: bool
    is_locked: bool
    choices: frozenset[str] | None = None  # those that may be chosen now; None means all of the list


@dataclass(frozen=True, slots=True)
class FormBehaviour:
    """Items by field id, and which sections are shown, by section id."""

    items: Mapping[str, ItemState]
    sections: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class _Conditions:
    """The compiled conditions of one form, by their text."""

    by_text: Mapping[str, Evaluation]

    def hold(self, text: str | None, record: Working, *, otherwise: bool) -> bool:
        """Tell whether a condition holds; `otherwise` where there is none or it cannot be computed."""
        if text is None:
            return otherwise
        value = self.by_text[text](record)
        return value if isinstance(value, bool) else otherwise

    def offered(self, text: str | None, record: Working) -> frozenset[str] | None:
        """Return what an expression over choices gives: a list or one value; nothing narrows nothing."""
        value = self.by_text[text](record) if text is not None else None
        given = value if isinstance(value, tuple) else (value,)
        return frozenset(each for each in given if isinstance(each, str) and each) or None


def behaviour_of(
    definition: Definition,
    form: Form,
    values: RecordValues,
    context: Context,
    *,
    writable: frozenset[str],
    linked: Linked = nothing_linked,
) -> FormBehaviour:
    """Work out the state of every section and item for the values entered so far."""
    conditions = _conditions(definition, form.id)
    record = open_record(plan_of(definition, form.entity), values, context, linked)
    return FormBehaviour(
        items={
            item.field: _state(definition, item, conditions, record, writable)
            for section in form.layout
            for item in section.items
        },
        sections={each.id: conditions.hold(each.show, record, otherwise=True) for each in form.layout},
    )


def check_filled(
    definition: Definition, form: Form, values: RecordValues, behaviour: FormBehaviour
) -> list[Issue]:
    """Return the items that are shown and required on the form, but blank."""
    shown = [section for section in form.layout if behaviour.sections[section.id]]
    fields = [_field(definition, item.field) for section in shown for item in section.items]
    return [
        Issue("value.required", (field.name,), label_params("field", field.label))
        for field in fields
        if behaviour.items[field.id].is_shown
        and behaviour.items[field.id].is_required
        and values.get(field.name) in (None, ())
    ]


def check_offered(
    definition: Definition, form: Form, values: RecordValues, behaviour: FormBehaviour
) -> list[Issue]:
    """Return the choices that were entered, but may not be chosen now."""
    fields = (_field(definition, item.field) for section in form.layout for item in section.items)
    return [
        Issue("value.choice.not_offered", (field.name,), label_params("field", field.label))
        for field in fields
        if not behaviour.items[field.id].is_locked
        and not _are_offered(values.get(field.name), behaviour.items[field.id].choices)
    ]


def _are_offered(value: object, choices: frozenset[str] | None) -> bool:
    chosen = value if isinstance(value, tuple) else (value,)
    return choices is None or all(each is None or each in choices for each in chosen)


def _state(
    definition: Definition,
    item: FormItem,
    conditions: _Conditions,
    record: Working,
    writable: frozenset[str],
) -> ItemState:
    field = _field(definition, item.field)
    enterable = field.id in writable and not field.read_only and _is_entered(field)
    required = field.required or conditions.hold(item.require, record, otherwise=False)
    return ItemState(
        is_shown=conditions.hold(item.show, record, otherwise=True),
        is_required=enterable and required,
        is_locked=not enterable or conditions.hold(item.lock, record, otherwise=False),
        choices=conditions.offered(item.choices, record),
    )


def _is_entered(field: Field) -> bool:
    return FIELD_TYPES[field.type].traits.isdisjoint((Trait.COMPUTED, Trait.GENERATED))


def _field(definition: Definition, id: str) -> Field:
    place = definition.field(id)
    assert place is not None
    return place.field


@remember
def _conditions(definition: Definition, form_id: str) -> _Conditions:
    form = definition.forms[form_id]
    where = Standpoint(definition.entities[form.entity])
    items = [item for section in form.layout for item in section.items]
    texts = [text for item in items for text in (item.show, item.require, item.lock, item.choices)]
    texts += [section.show for section in form.layout]
    return _Conditions({text: compile_at(definition, where, text) for text in texts if text})
