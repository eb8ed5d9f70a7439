"""What the steps of a trial would do, in words: fields and choices by their labels, people by their names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from builder.commands.documents import Label
from builder.words import Phrase
from engine.flows.effects import (
    AssignTask,
    CallConnector,
    CreateRecord,
    Effect,
    FindRecords,
    Notify,
    ReleaseStock,
    Remind,
    ReserveStock,
    ShipStock,
    StartFlow,
    UpdateRecord,
)
from engine.flows.formulas import shown
from engine.metadata.definition import Definition
from engine.metadata.model import ChoiceOptions, Entity, Field, LinesOptions
from engine.ports import FlowTrials
from engine.text.catalog import LANGUAGES

Names = Mapping[str, Label]


@dataclass(frozen=True, slots=True)
class Teller:
    """What words are made from."""

    definition: Definition
    trials: FlowTrials
    names: Names

    def phrases(self, effect: Effect) -> Iterator[Phrase]:
        """Yield the sentences for an effect; what only reads says nothing."""
        match effect:
            case CreateRecord(entity=entity, values=values):
                yield self._written("flow.trial.create", entity, values)
            case UpdateRecord(entity=entity, values=values):
                yield self._written("flow.trial.update", entity, values)
            case FindRecords(entity=entity):
                yield Phrase("flow.trial.find", {"entity": self._label(entity)})
            case AssignTask(task=task):
                yield Phrase("flow.trial.ask", {"person": self.names.get(task.person, {})})
            case Remind():
                yield Phrase("flow.trial.remind", {})
            case Notify():
                yield from self._notified(effect)
            case ReserveStock(lines=lines):
                yield Phrase("flow.trial.reserve", {"count": len(lines)})
            case ReleaseStock():
                yield Phrase("flow.trial.release", {})
            case ShipStock():
                yield Phrase("flow.trial.ship", {})
            case CallConnector(connector=id, action=action):
                yield Phrase("flow.trial.call", {"connector": self._label(id), "action": action})
            case StartFlow(flow=id):
                yield Phrase("flow.trial.start", {"flow": self._label(id)})

    def _notified(self, effect: Notify) -> Iterator[Phrase]:
        message = {"template": self._label(effect.template)}
        people = [id for id, _ in self.trials.people(self.definition, effect)] if effect.who else []
        if people:
            told = {
                language: ", ".join(_in(self.names.get(id, {}), language) for id in people)
                for language in LANGUAGES
            }
            yield Phrase("flow.trial.tell", {**message, "people": told})
        elif effect.who:
            yield Phrase("flow.trial.tell_nobody", message)
        if effect.email:
            yield Phrase("flow.trial.write", {**message, "address": effect.email})

    def _written(self, code: str, entity: str, values: Mapping[str, object]) -> Phrase:
        told = {language: self._values(entity, values, language) for language in LANGUAGES}
        return Phrase(code, {"entity": self._label(entity), "values": told})

    def _values(self, id: str, values: Mapping[str, object], language: str) -> str:
        entity = self.definition.entities[id]
        fields = {field.name: field for each in _all_fields(entity) for field in (each,)}
        parts = (self._value(fields.get(name), name, value, language) for name, value in values.items())
        return "; ".join(parts) or "—"

    def _value(self, field: Field | None, name: str, value: object, language: str) -> str:
        label = _in(field.label, language) if field else name
        options: Any = field.options if field else None
        listed = self.definition.options.get(options.list) if isinstance(options, ChoiceOptions) else None
        choice = next((each for each in listed.choices if each.value == value), None) if listed else None
        if isinstance(value, tuple) and field and isinstance(options, LinesOptions):
            return f"{label} × {len(value)}"
        text = _in(choice.label, language) if choice else shown(value)
        return f"{label} = {text or '∅'}"

    def _label(self, id: str) -> Label:
        document = self.definition.document(id)
        return document.label if document else {}


def people_told(definition: Definition, trials: FlowTrials, effects: list[Effect]) -> set[str]:
    """Return the ids of everybody that sentences about effects name."""
    asked = {effect.task.person for effect in effects if isinstance(effect, AssignTask)}
    told = [each for each in effects if isinstance(each, Notify) and each.who]
    return asked | {id for each in told for id, _ in trials.people(definition, each)}


def _all_fields(entity: Entity) -> Iterator[Field]:
    """Yield the columns of detail lines first, so that fields of the record count where names are equal."""
    for field in entity.fields:
        if isinstance(field.options, LinesOptions):
            yield from field.options.fields
    yield from entity.fields


def _in(label: Label, language: str) -> str:
    return label.get(language) or next(iter(label.values()), "")
