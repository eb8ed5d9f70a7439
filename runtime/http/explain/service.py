"""Explaining a person to who oversees the app, with no more than the asker may read."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection

from engine.access.authorize import authorize
from engine.access.decision import Action, Decision
from engine.access.explain import Asking, Sample, as_text, explain
from engine.access.explain_field import explain_field, explain_view
from engine.access.principal import SYSTEM, Principal
from engine.dependencies.resolve import Step
from engine.entities.values import RecordValue
from engine.kernel.errors import NotFound
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.model import ChoiceOptions, Entity, Label, LinkOptions, PersonOptions
from engine.text.catalog import LANGUAGES, say, say_issue
from engine.text.labels import label_params
from runtime.flows.granting import with_tasks
from runtime.identity.people import Person, get_account, get_person, roles_held
from runtime.server.apps import InstalledApp
from runtime.server.services import Services
from runtime.storage.expanding import titles
from runtime.storage.linked import LinkedValues
from runtime.storage.viewer import Viewer

_SPEAKS_AGAINST = (Severity.ERROR,)
_TELLS = ("condition", "condition_hidden", "value", "computed", "unsure", "allowed_some")
_PEOPLE = ("created_by", "modified_by")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a person by id, an entity by name, and what of it by id."""

    person: str
    entity: str
    action: Action
    record: str | None = None
    field: str | None = None
    view: str | None = None


def explained(
    services: Services, installed: InstalledApp, question: Question, asker: Principal
) -> dict[str, Any]:
    """Return whether the person can, and why, in every language."""
    entity = installed.definition.entity_named(question.entity)
    if entity is None:
        raise NotFound.of("access.entity.unknown", (), entity=question.entity)
    with services.database.read() as connection:
        person = get_person(connection, question.person)
        held = roles_held(connection, question.person)
    principal = Principal(person.id, "human", held, user=person.id)
    explaining = _Explaining(services, installed, entity, person, asker)
    findings = explaining.findings(principal, question)
    off = Issue("access.explain.switched_off", (), label_params("person", person.name))
    told = findings if person.active else (off, *findings)
    return {"allowed": _allowed(told[0]), "findings": [_finding(each) for each in told]}


@dataclass(frozen=True, slots=True)
class _Explaining:
    services: Services
    installed: InstalledApp
    entity: Entity
    person: Person
    asker: Principal

    def findings(self, principal: Principal, question: Question) -> tuple[Issue, ...]:
        """Return the answer and its reasons."""
        definition, name = self.installed.definition, self.person.name
        if question.view is not None:
            return explain_view(definition, principal, question.view, name)
        if question.record is not None:
            found = self._about_record(principal, question.action, question.record)
        else:
            asking = Asking(person=name, may_read=partial(may_read, definition, self.asker, self.entity.id))
            found = explain(definition, principal, question.action, self.entity.id, asking)
        if question.field is None:
            return found
        about = explain_field(definition, principal, question.field, name)
        # Who does not see the record does not see its fields: then that is the answer.
        return about if _allowed(found[0]) is not False else (*found, *about)

    def _about_record(self, principal: Principal, action: Action, record: str) -> tuple[Issue, ...]:
        """Explain one record, which the asker reads; conditions are judged by all its values."""
        definition = self.installed.definition
        self.services.repository(self.installed, self.asker).get_json(self.entity.id, record)
        values = self.services.repository(self.installed, SYSTEM).get(self.entity.id, record)
        viewer = self.services.repository(self.installed, principal).viewer
        system = self.services.repository(self.installed, SYSTEM).viewer
        known = {**values.values, "id": values.id, "version": values.version}
        known |= {"created_at": values.created_at, "created_by": values.created_by}
        known |= {"modified_at": values.modified_at, "modified_by": values.modified_by}
        asking = self.services.repository(self.installed, self.asker).viewer
        with self.services.database.read() as connection:
            place = (self.entity.id, record)
            granted = with_tasks(connection, self.services.apps, definition, principal, place)
            sample = Sample(known, viewer.context, LinkedValues(system, connection))
            told = Asking(
                person=self.person.name,
                may_read=partial(may_read, definition, self.asker, self.entity.id),
                shown=partial(_shown, asking, connection),
            )
            return explain(definition, granted, action, self.entity.id, told, sample)


def may_read(definition: Definition, asker: Principal, entity: str, step: Step) -> bool:
    """Tell whether somebody who reads a record of an entity reads the field at a step of a path from it.

    What lies behind a link is read only by who reads every record there.
    """
    decision = authorize(definition, asker, "read", step.entity.id)
    if not isinstance(decision, Decision) or (step.entity.id != entity and decision.row is not True):
        return False
    return step.field is None or step.field.id in decision.readable


def _shown(viewer: Viewer, connection: Connection, step: Step, value: RecordValue) -> Label:
    """Put a value into words: people, records and choices by their names."""
    options = step.field.options if step.field else None
    if isinstance(value, str) and (isinstance(options, PersonOptions) or step.name in _PEOPLE):
        account = get_account(connection, value)
        return account.person.name if account else as_text(step, value)
    if isinstance(value, str) and isinstance(options, LinkOptions):
        return _titled(titles(viewer, connection, options.entity, [value]), value)
    if isinstance(value, str) and isinstance(options, ChoiceOptions):
        choices = viewer.definition.options[options.list].choices
        return next((each.label for each in choices if each.value == value), as_text(step, value))
    if value is None:
        return {language: say("access.value.none", locale, {}) for language, locale in LANGUAGES.items()}
    return as_text(step, value)


def _titled(found: Any, id: str) -> Label:
    return {"en": str(found[id]["title"]) if id in found else id}


def _allowed(answer: Issue) -> bool | None:
    if answer.code == "access.explain.unsure":
        return None
    return answer.severity not in _SPEAKS_AGAINST


def _finding(issue: Issue) -> dict[str, Any]:
    tells = issue.code.rpartition(".")[2] in _TELLS
    verdict = "tells" if tells else "no" if issue.severity in _SPEAKS_AGAINST else "yes"
    words = {language: say_issue(issue, locale) for language, locale in LANGUAGES.items()}
    return {"code": issue.code, "verdict": verdict, "words": words}
