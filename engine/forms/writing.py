"""A record written through a form: what of the form's rules it breaks.

The browser keeps them while somebody fills the form in (`frontend/src/core/forms/holding.ts`); here whoever
is out of date, or no browser at all, is held to them. A field may be changed through a form when it is shown
and unlocked as the form opens, or once everything else is entered. Its own new value opens nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.dependencies.names import names_in
from engine.dependencies.uses import RECORD
from engine.entities.plan import plan_of
from engine.entities.record import Prepared, open_record, preview
from engine.entities.values import RecordValues
from engine.entities.working import Linked, nothing_linked
from engine.expressions.context import Context
from engine.forms.behaviour import (
    FormBehaviour,
    behaviour_of,
    check_filled,
    check_offered,
    condition_texts,
    field_of,
    items_of,
    not_offered,
    open_items,
    shown_items,
)
from engine.forms.candidates import is_offered
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.metadata.definition import Definition
from engine.metadata.model import Form, FormItem
from engine.text.labels import label_params


@dataclass(frozen=True, slots=True)
class Through:
    """The form a record is written through; `enterable` narrows what its person may write, None does not."""

    form: Form
    enterable: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A record as it would be stored, what was sent for it, and by whom; `existing` is None for a new one.

    `given` are the names of fields the system fills on storing, such as the number: a form does not see them.
    """

    prepared: Prepared
    sent: frozenset[str]
    existing: RecordValues | None
    context: Context
    writable: frozenset[str]
    linked: Linked = nothing_linked
    given: frozenset[str] = frozenset()


def through_form(
    definition: Definition, entity: str, name: str | None, enterable: frozenset[str] | None = None
) -> Through | None:
    """Return the form of an entity that somebody names, None where they name none; raise for an unknown."""
    if name is None:
        return None
    found = next((form for form in definition.forms_of(entity) if form.name == name), None)
    if found is None:
        raise Invalid.of("record.form.unknown", ("form",), name=name[:64])
    return Through(found, enterable)


@remember
def has_rules(definition: Definition, form_id: str) -> bool:
    """Tell whether a form asks more of a record than its entity does."""
    form = definition.forms[form_id]
    return bool(condition_texts(form)) or any(item.candidates for item in items_of(form))


@remember
def names_read(definition: Definition, form_id: str) -> frozenset[str]:
    """Return the names of the record's fields that the rules of a form begin at."""
    form = definition.forms[form_id]
    names = {path[0] for text in condition_texts(form) for path in names_in(text)}
    candidates = [path for item in items_of(form) for path in names_in(item.candidates or "")]
    return frozenset(names | {path[1] for path in candidates if path[0] == RECORD and len(path) > 1})


def check_written(definition: Definition, form: Form, entered: Entered) -> list[Issue]:
    """Return everything about a record that its form does not allow, one issue a field."""
    values = _after(entered)
    behaviour = _behaviour(definition, form, entered, values)
    issues = [
        *_check_open(definition, form, entered, values, behaviour),
        *check_filled(definition, form, values, behaviour),
        *check_offered(definition, form, values, behaviour),
        *_check_candidates(definition, form, entered, values),
    ]
    first: dict[object, Issue] = {}
    for issue in issues:
        first.setdefault(issue.path[0], issue)
    return list(first.values())


def _after(entered: Entered) -> RecordValues:
    """Return the record as the form shows it before it is stored."""
    values = {name: value for name, value in entered.prepared.values.items() if name not in entered.given}
    if entered.existing is not None:
        return {**entered.existing, **values}
    return {**values, "created_at": entered.context.now, "created_by": entered.context.user}


def _behaviour(definition: Definition, form: Form, entered: Entered, values: RecordValues) -> FormBehaviour:
    return behaviour_of(
        definition, form, values, entered.context, writable=entered.writable, linked=entered.linked
    )


def _check_open(
    definition: Definition, form: Form, entered: Entered, values: RecordValues, now: FormBehaviour
) -> Iterator[Issue]:
    """Yield what was changed although it was neither open to begin with nor in the end."""
    sent = [item for item in _sent(definition, form, entered) if item.field in _closable(definition, form.id)]
    if not sent:
        return
    opening = entered.existing if entered.existing is not None else _blank(definition, form, entered)
    at_first = _open(form, _behaviour(definition, form, entered, opening))
    shown = {item.field for item in shown_items(form, now)}
    for item in sent:
        field = field_of(definition, item)
        if item.field in at_first or not _is_changed(field.name, entered, opening):
            continue
        at_last = _without(definition, form, entered, {**values, field.name: opening.get(field.name)})
        if item.field not in _open(form, _behaviour(definition, form, entered, at_last)):
            code = "value.form.locked" if item.field in shown else "value.form.hidden"
            yield Issue(code, (field.name,), label_params("field", field.label))


@remember
def _closable(definition: Definition, form_id: str) -> frozenset[str]:
    """Return by id the fields that a form may hide or lock."""
    layout = definition.forms[form_id].layout
    return frozenset(
        item.field for section in layout for item in section.items if section.show or item.show or item.lock
    )


def _open(form: Form, behaviour: FormBehaviour) -> set[str]:
    return {item.field for item in open_items(form, behaviour)}


def _sent(definition: Definition, form: Form, entered: Entered) -> list[FormItem]:
    return [item for item in items_of(form) if field_of(definition, item).name in entered.sent]


def _without(definition: Definition, form: Form, entered: Entered, values: RecordValues) -> RecordValues:
    """Return a record with what is computed from a field that was taken back."""
    entity, context = definition.entities[form.entity], entered.context
    again = preview(definition, entity, {}, values, context, writable=entered.writable, linked=entered.linked)
    return {**values, **again.values}


def _blank(definition: Definition, form: Form, entered: Entered) -> RecordValues:
    """Return a new record as the form opens it, with its defaults."""
    entity, context = definition.entities[form.entity], entered.context
    opened = preview(definition, entity, {}, None, context, writable=entered.writable, linked=entered.linked)
    return {**opened.values, "created_at": context.now, "created_by": context.user}


def _is_changed(name: str, entered: Entered, opening: RecordValues) -> bool:
    if entered.existing is not None:
        return name in entered.prepared.changed
    return (entered.prepared.values.get(name) or None) != (opening.get(name) or None)


def _check_candidates(
    definition: Definition, form: Form, entered: Entered, values: RecordValues
) -> Iterator[Issue]:
    """Yield the links that newly lead to a record the form does not offer."""
    narrowed = [item for item in _sent(definition, form, entered) if item.candidates]
    if not narrowed:
        return
    record = open_record(plan_of(definition, form.entity), values, entered.context, entered.linked)
    for item in narrowed:
        field = field_of(definition, item)
        id = values.get(field.name) if field.name in entered.prepared.changed else None
        if isinstance(id, str) and not is_offered(definition, item, id, record):
            yield not_offered(field)
