"""Why somebody can or cannot do something: what each of their roles says, as issues to be put into words."""

from collections.abc import Iterator

from engine.access.authorize import authorize, roles_of, rule_of
from engine.access.decision import Action
from engine.access.levels import field_levels, permissions
from engine.access.principal import Principal
from engine.access.scopes import covers
from engine.dependencies.resolve import Standpoint
from engine.entities.plan import plan_of
from engine.entities.record import open_record
from engine.entities.values import RecordValues
from engine.entities.working import Linked, compile_at, nothing_linked
from engine.expressions.context import Context
from engine.kernel.issue import Issue, Scalar, Severity
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Role
from engine.text.labels import label_params


def explain(
    definition: Definition,
    principal: Principal,
    action: Action,
    entity: str,
    *,
    record: RecordValues | None = None,
    context: Context | None = None,
    linked: Linked = nothing_linked,
) -> tuple[Issue, ...]:
    """Return a finding per role, and one where none or only a token's scopes are to blame.

    With a record and a context, conditions are judged for that record. The first finding is the answer: an
    error where the action is refused, a warning where it is allowed.
    """
    found = definition.entities.get(entity)
    if found is None:
        return (Issue("access.entity.unknown", params={"entity": entity}),)
    reasons = tuple(_reasons(definition, principal, action, found, record, context, linked))
    refusal = authorize(definition, principal, action, entity)
    if isinstance(refusal, Issue):
        return (refusal, *reasons)
    allowed = record is None or any(reason.code in _GRANTS for reason in reasons)
    params = _params(action, found)
    if allowed:
        return (Issue("access.explain.allowed", params=params, severity=Severity.WARNING), *reasons)
    return (Issue("access.explain.record_refused", params=params), *reasons)


def explain_field(definition: Definition, principal: Principal, field: str) -> tuple[Issue, ...]:
    """Return what each role of a principal says about seeing a field."""
    place = definition.field(field)
    if place is None:
        return (Issue("access.entity.unknown", params={"entity": field}),)
    return tuple(
        _said(
            "access.explain.field",
            role,
            field=place.field.name,
            level=_level(definition, role, place.entity.id, field),
        )
        for role in roles_of(definition, principal.roles)
    )


_GRANTS = ("access.explain.grants", "access.explain.condition_met", "access.explain.system")


def _reasons(
    definition: Definition,
    principal: Principal,
    action: Action,
    entity: Entity,
    record: RecordValues | None,
    context: Context | None,
    linked: Linked,
) -> Iterator[Issue]:
    if principal.kind == "system":
        yield Issue("access.explain.system", severity=Severity.WARNING)
        return
    if not covers(principal.scopes, action, definition.app.id, entity.id):
        yield Issue("access.scope.missing", params=_params(action, entity))
    roles = roles_of(definition, principal.roles)
    if not roles:
        yield Issue("access.explain.no_role")
    for role in roles:
        rules = [rule_of(each, action) for each in permissions((role,), entity.id)]
        conditions = [rule for rule in rules if isinstance(rule, str)]
        if True in rules:
            yield _said("access.explain.grants", role)
        elif not conditions:
            yield _said("access.explain.denies", role)
        elif record is None or context is None:
            yield _said("access.explain.condition", role, condition=" OR ".join(conditions))
        else:
            working = open_record(plan_of(definition, entity.id), record, context, linked)
            evaluations = (compile_at(definition, Standpoint(entity), each) for each in conditions)
            is_met = any(evaluation(working) is True for evaluation in evaluations)
            code = "access.explain.condition_met" if is_met else "access.explain.condition_missed"
            yield _said(code, role, condition=" OR ".join(conditions))


def _level(definition: Definition, role: Role, entity: str, field: str) -> str:
    granting = (each for each in permissions((role,), entity) if each.read is not False)
    return field_levels(definition, (role,), entity, granting)[field]


def _params(action: Action, entity: Entity) -> dict[str, Scalar]:
    return {"action": action, "entity": entity.name}


def _said(code: str, role: Role, **params: Scalar) -> Issue:
    return Issue(code, params={**label_params("role", role.label), **params}, severity=Severity.WARNING)
