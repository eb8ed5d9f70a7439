"""Why somebody sees a field, or does not, and whether a view is offered to them: role by role."""

from collections.abc import Iterator

from engine.access.authorize import authorize, roles_of
from engine.access.decision import Decision
from engine.access.levels import LEVELS, field_levels, permissions
from engine.access.principal import Principal
from engine.access.rights import rights_of
from engine.access.visible import visible_documents
from engine.entities.sources import sources
from engine.kernel.issue import Issue, Scalar, Severity
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import Label, Role
from engine.text.labels import label_params


def explain_field(
    definition: Definition, principal: Principal, field: str, person: Label
) -> tuple[Issue, ...]:
    """Return how far somebody gets to a field, then what each of their roles says about it."""
    place = definition.field(field)
    if place is None:
        return (Issue("access.entity.unknown", params={"entity": field}),)
    level = rights_of(definition, principal, place.entity.id).fields[field]
    severity = Severity.ERROR if level == "hidden" else Severity.WARNING
    about = label_params("field", place.field.label)
    params: dict[str, Scalar] = {**label_params("person", person), **about, "level": level}
    answer = Issue("access.explain.field_answer", params=params, severity=severity)
    return (answer, *_by_role(definition, principal, place), *_held_back(definition, principal, place))


def explain_view(definition: Definition, principal: Principal, view: str, person: Label) -> tuple[Issue, ...]:
    """Return whether a view is offered to somebody, and why it is not."""
    found = definition.views.get(view)
    if found is None:
        return (Issue("access.entity.unknown", params={"entity": view}),)
    labels = label_params("person", person) | label_params("view", found.label)
    if any(each["id"] == view for each in visible_documents(definition, principal).views):
        return (Issue("access.explain.view_offered", params=labels, severity=Severity.WARNING),)
    reading = authorize(definition, principal, "read", found.entity)
    if not isinstance(reading, Decision):
        return (Issue("access.explain.view_unreadable", params=labels),)
    picking = [
        role for role in roles_of(definition, principal.roles) if role.views and view not in role.views
    ]
    if not picking:
        return (Issue("access.explain.view_filtered", params=labels),)
    return (
        Issue("access.explain.view_missing", params=labels),
        *(_said("view_picked", role, Severity.ERROR) for role in picking),
    )


def _by_role(definition: Definition, principal: Principal, place: FieldPlace) -> Iterator[Issue]:
    for role in roles_of(definition, principal.roles):
        said = [each for each in permissions((role,), place.entity.id) if each.read is not False]
        level = field_levels(definition, (role,), place.entity.id, said)[place.field.id]
        writes = any(each.create is not False or each.update is not False for each in said)
        shown = "read" if level == "edit" and not writes else level
        severity = Severity.ERROR if shown == "hidden" else Severity.WARNING
        yield _said("field", role, severity, **label_params("field", place.field.label), level=shown)


def _held_back(definition: Definition, principal: Principal, place: FieldPlace) -> Iterator[Issue]:
    """Yield the fields that a computed one is made of and that are shown less than it could be."""
    rights = rights_of(definition, principal, place.entity.id).fields[place.field.id]
    if LEVELS.index(rights) >= LEVELS.index("read"):
        return
    for id in sorted(sources(definition, place.field.id)):
        source = definition.field(id)
        level = rights_of(definition, principal, source.entity.id).fields[id] if source else "edit"
        if source is not None and LEVELS.index(level) < LEVELS.index("read"):
            labels = label_params("field", place.field.label) | label_params("source", source.field.label)
            yield Issue(
                "access.explain.computed", params=labels | {"level": level}, severity=Severity.WARNING
            )


def _said(code: str, role: Role, severity: Severity = Severity.WARNING, **params: Scalar) -> Issue:
    return Issue(
        f"access.explain.{code}", params=label_params("role", role.label) | params, severity=severity
    )
