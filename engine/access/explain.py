"""Why somebody can or cannot do something: what each of their roles says, as issues to be put into words.

The first finding is the answer: an error where it is refused, a warning where it is allowed. It is the
decision itself (`engine.access.authorize`); what follows are the reasons. Conditions on fields that the one
who asks may not read are named and not judged.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from engine.access.authorize import authorize, roles_of, rule_of
from engine.access.decision import Action, Decision
from engine.access.levels import permissions
from engine.access.principal import Principal
from engine.access.scopes import covers
from engine.access.spoken import spoken, step_label
from engine.dependencies.names import names_in
from engine.dependencies.resolve import Standpoint, Step, resolve
from engine.entities.plan import plan_of
from engine.entities.record import open_record
from engine.entities.values import RecordValue, RecordValues
from engine.entities.working import Linked, compile_at, nothing_linked
from engine.expressions.context import Context
from engine.expressions.print import print_node
from engine.kernel.issue import EMPTY, Issue, Scalar, Severity
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Label, Role
from engine.text.labels import label_params

Shown = Callable[[Step, RecordValue], Label]


def as_text(step: Step, value: RecordValue) -> Label:
    """Return a value as a plain text, for who has no better words for it."""
    return {"en": "" if value is None else str(value)}


@dataclass(frozen=True, slots=True)
class Sample:
    """A record that conditions are judged for, as one knows it who may read all that its conditions name."""

    values: RecordValues
    context: Context
    linked: Linked = nothing_linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who explains whom: the name of the person, and what may be told.

    `may_read` tells whether the one who asks reads a field; `shown` puts a value of the record into words.
    """

    person: Label
    may_read: Callable[[Step], bool] = lambda step: True
    shown: Shown = as_text


def explain(
    definition: Definition,
    principal: Principal,
    action: Action,
    entity: str,
    asking: Asking,
    sample: Sample | None = None,
) -> tuple[Issue, ...]:
    """Return the answer, and a finding per role; with a record it is about that one."""
    found = definition.entities.get(entity)
    if found is None:
        return (Issue("access.entity.unknown", params={"entity": entity}),)
    about = _About(definition, principal, action, found, asking, sample)
    return (about.answer(), *about.reasons())


@dataclass(frozen=True, slots=True)
class _About:
    """One question."""

    definition: Definition
    principal: Principal
    action: Action
    entity: Entity
    asking: Asking
    sample: Sample | None

    def answer(self) -> Issue:
        """Return whether it is allowed, in one sentence."""
        decision = authorize(self.definition, self.principal, self.action, self.entity.id)
        if not isinstance(decision, Decision):
            return self._told("refused", Severity.ERROR)
        if decision.row is True:
            return self._told("allowed" if self.sample is None else "allowed_record")
        if self.sample is None:
            return self._told("allowed_some")
        rule = print_node(decision.row)
        if not self._may_judge(rule):
            return self._told("unsure")
        is_met = self._is_met(rule, self.sample)
        return self._told("allowed_record") if is_met else self._told("record_refused", Severity.ERROR)

    def reasons(self) -> Iterator[Issue]:
        """Yield what speaks for it and against it."""
        if self.principal.kind == "system":
            yield Issue("access.explain.system", severity=Severity.WARNING)
            return
        if not covers(self.principal.scopes, self.action, self.definition.app.id, self.entity.id):
            params = {"action": self.action, "entity": self.entity.name}
            yield Issue("access.scope.missing", params=params)
        grant = self.principal.grant
        if grant is not None and grant.entity == self.entity.id and self.action in ("read", "update"):
            yield self._told("task")
        roles = roles_of(self.definition, self.principal.roles)
        if not roles:
            yield self._told("no_role", Severity.ERROR)
        for role in roles:
            yield from self._by(role)

    def _by(self, role: Role) -> Iterator[Issue]:
        """Yield what one role says, and the values of the record its conditions look at."""
        rules = [rule_of(each, self.action) for each in permissions((role,), self.entity.id)]
        if True in rules:
            yield _said("grants", role)
            return
        conditions = [rule for rule in rules if isinstance(rule, str)]
        if not conditions:
            yield _said("denies", role, Severity.ERROR)
        for condition in conditions:
            yield from self._by_condition(role, condition)

    def _by_condition(self, role: Role, condition: str) -> Iterator[Issue]:
        words = label_params("condition", spoken(self.definition, self.entity, condition))
        if self.sample is None:
            yield _said("condition", role, params=words)
        elif not self._may_judge(condition):
            yield _said("condition_hidden", role, params=words)
        elif self._is_met(condition, self.sample):
            yield _said("condition_met", role, params=words)
        else:
            yield _said("condition_missed", role, Severity.ERROR, words)
            yield from self._values(condition, self.sample)

    def _values(self, condition: str, sample: Sample) -> Iterator[Issue]:
        """Yield the values of the record that a condition names at its first step."""
        for path in names_in(condition):
            steps = resolve(self.definition, Standpoint(self.entity), path)
            if steps and len(steps) == 1:
                value = self.asking.shown(steps[0], sample.values.get(steps[0].name))
                params = label_params("field", step_label(steps[0])) | label_params("value", value)
                yield Issue("access.explain.value", params=params, severity=Severity.WARNING)

    def _may_judge(self, condition: str) -> bool:
        where = Standpoint(self.entity)
        paths = (resolve(self.definition, where, path) for path in names_in(condition))
        return all(steps is not None and all(map(self.asking.may_read, steps)) for steps in paths)

    def _is_met(self, condition: str, sample: Sample) -> bool:
        working = open_record(
            plan_of(self.definition, self.entity.id), sample.values, sample.context, sample.linked
        )
        return compile_at(self.definition, Standpoint(self.entity), condition)(working) is True

    def _told(self, code: str, severity: Severity = Severity.WARNING) -> Issue:
        params = label_params("person", self.asking.person) | label_params("entity", self.entity.label)
        return Issue(f"access.explain.{code}", params=params | {"action": self.action}, severity=severity)


def _said(
    code: str, role: Role, severity: Severity = Severity.WARNING, params: Mapping[str, Scalar] = EMPTY
) -> Issue:
    return Issue(
        f"access.explain.{code}", params={**label_params("role", role.label), **params}, severity=severity
    )
