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
from engine.kernel.values import ErrorValue
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
        return otherwise if isinstance(value, ErrorValue) else value is True

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
        items={item.field: _state(definition, item, conditions, record, writable) for item in items_of(form)},
        sections={each.id: conditions.hold(each.show, record, otherwise=True) for each in form.layout},
    )


def shown_items(form: Form, behaviour: FormBehaviour) -> list[FormItem]:
    """Return the items that are on the form now, in their order."""
    sections = [section for section in form.layout if behaviour.sections[section.id]]
    return [item for section in sections for item in section.items if behaviour.items[item.field].is_shown]


def check_filled(
    definition: Definition, form: Form, values: RecordValues, behaviour: FormBehaviour
) -> list[Issue]:
    """Return the items that are shown and required on the form and could be entered, but are blank."""
    return [
        Issue("value.required", (field.name,), label_params("field", field.label))
        for field in _open_fields(definition, form, behaviour)
        if behaviour.items[field.id].is_required and values.get(field.name) in (None, ())
    ]


def check_offered(
    definition: Definition, form: Form, values: RecordValues, behaviour: FormBehaviour
) -> list[Issue]:
    """Return the choices that stand on the form and could be changed, but may not be chosen now."""
    return [
        not_offered(field)
        for field in _open_fields(definition, form, behaviour)
        if not _are_offered(values.get(field.name), behaviour.items[field.id].choices)
    ]


def open_items(form: Form, behaviour: FormBehaviour) -> list[FormItem]:
    """Return the items that are shown and can be entered now."""
    return [item for item in shown_items(form, behaviour) if not behaviour.items[item.field].is_locked]


def _open_fields(definition: Definition, form: Form, behaviour: FormBehaviour) -> list[Field]:
    return [field_of(definition, item) for item in open_items(form, behaviour)]


def not_offered(field: Field) -> Issue:
    """Return what is said of a choice or link that the form does not offer."""
    return Issue("value.choice.not_offered", (field.name,), label_params("field", field.label))


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
    field = field_of(definition, item)
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


def items_of(form: Form) -> list[FormItem]:
    """Return all items of a form in reading order."""
    return [item for section in form.layout for item in section.items]


def field_of(definition: Definition, item: FormItem) -> Field:
    """Return the field that an item enters."""
    place = definition.field(item.field)
    assert place is not None
    return place.field


@remember
def _conditions(definition: Definition, form_id: str) -> _Conditions:
    form = definition.forms[form_id]
    where = Standpoint(definition.entities[form.entity])
    return _Conditions({text: compile_at(definition, where, text) for text in condition_texts(form)})


def condition_texts(form: Form) -> list[str]:
    """Return the conditions of a form over the record itself."""
    texts = [section.show for section in form.layout]
    for item in items_of(form):
        texts += [item.show, item.require, item.lock, item.choices]
    return [text for text in texts if text]
