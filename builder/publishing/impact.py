"""What publishing a draft would mean: differences, work on stored data, uses of what changes, rights."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.checks.registry import run_checks
from builder.commands.documents import Label
from builder.publishing.difference import Difference, label_of
from builder.publishing.differences import differences
from builder.words import Phrase, word
from engine.access.levels import field_levels, permissions
from engine.dependencies.uses import field_uses
from engine.entities.sources import is_computed
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.diff import Change, diff
from engine.metadata.dump import kind_of
from engine.metadata.model import FieldAccess, Role
from engine.ports import StorageStep


@dataclass(frozen=True, slots=True)
class RoleAccess:
    """What one role may do with a new field; `listed` where the role names the field itself."""

    role: str
    label: Label
    access: FieldAccess
    listed: bool


@dataclass(frozen=True, slots=True)
class NewField:
    """A field that a draft adds, with what each role of its entity may do with it."""

    field: str
    entity: str
    label: Label
    computed: bool
    roles: tuple[RoleAccess, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything a person sees before publishing."""

    differences: Sequence[Difference]
    steps: Sequence[StorageStep]
    usages: Sequence[Phrase]
    fields: Sequence[NewField]
    issues: Sequence[Issue]


def impact_of(
    published: Definition, draft: Definition, steps: Sequence[StorageStep], runs: Mapping[str, int]
) -> Impact:
    """Compare a draft with what is published; steps and runs come from whoever keeps data and flows."""
    changes = diff(published, draft)
    return Impact(
        differences(published, draft, changes),
        steps,
        (*_runs(published, changes, runs), *_usages(published, changes)),
        tuple(_new_fields(draft, changes)),
        run_checks(draft),
    )


def _runs(published: Definition, changes: Sequence[Change], runs: Mapping[str, int]) -> Iterator[Phrase]:
    """Yield how many runs of changed flows are going on."""
    for id in dict.fromkeys(each for change in changes for each in (change.id, change.owner)):
        flow = published.flows.get(id)
        if flow is not None and runs.get(id):
            yield Phrase("usage.runs", {"flow": flow.label, "count": runs[id]})


def _usages(published: Definition, changes: Sequence[Change]) -> Iterator[Phrase]:
    """Yield which documents use the fields that change, once each."""
    touched = dict.fromkeys(
        change.id for change in changes if change.thing == "field" and change.action != "add"
    )
    for field in touched:
        users = dict.fromkeys(use.document for use in field_uses(published, field))
        for id in users:
            document = published.document(id)
            if document is not None:
                params = {"kind": word(f"kind.{kind_of(document)}"), "document": document.label}
                yield Phrase("usage.field", {"field": label_of(published, field), **params})


def _new_fields(draft: Definition, changes: Sequence[Change]) -> Iterator[NewField]:
    """Yield fields that entities in use gain; who uses a new entity is said of it as a whole."""
    new = {change.id for change in changes if (change.thing, change.action) == ("entity", "add")}
    for change in changes:
        place = draft.field(change.id) if (change.thing, change.action) == ("field", "add") else None
        if place is not None and place.entity.id not in new:
            yield NewField(
                place.field.id,
                place.entity.id,
                place.field.label,
                is_computed(place),
                tuple(_accesses(draft, place)),
            )


def _accesses(draft: Definition, place: FieldPlace) -> Iterator[RoleAccess]:
    for role in draft.roles.values():
        said = tuple(permissions((role,), place.entity.id))
        if any(each.read is not False for each in said):
            listed = any(place.field.id in each.fields for each in said)
            yield RoleAccess(role.id, role.label, _access(draft, role, place), listed)


def _access(draft: Definition, role: Role, place: FieldPlace) -> FieldAccess:
    said = tuple(each for each in permissions((role,), place.entity.id) if each.read is not False)
    level = field_levels(draft, (role,), place.entity.id, said)[place.field.id]
    enters = any(each.create is not False or each.update is not False for each in said)
    return "read" if level == "edit" and (is_computed(place) or not enters) else level
