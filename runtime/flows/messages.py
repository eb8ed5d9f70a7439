"""Messages over a record: a template filled in a language, with labels instead of stored values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from engine.dependencies.resolve import Standpoint, Step, resolve
from engine.flows.events import LineValues
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.model import (
    ChoiceOptions,
    LinesOptions,
    LinkOptions,
    LookupOptions,
    MultiChoiceOptions,
    PersonOptions,
    Template,
)
from engine.text.catalog import LANGUAGES
from engine.text.labels import in_language
from engine.text.template import names_read, render
from runtime.flows.facts import Seen, look
from runtime.storage.system_tables import sys_user
from runtime.storage.viewer import Viewer

RECORD = "record"
LANGUAGE_OF = {locale: language for language, locale in LANGUAGES.items()}


@dataclass(frozen=True, slots=True)
class Message:
    """What is said, in one language."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Subject:
    """The record a message speaks of, and how it is looked at."""

    viewer: Viewer
    connection: Connection
    entity: str
    record: str


def write_message(about: Subject, template: Template, language: str) -> Message:
    """Fill a template; raise Invalid where it cannot be."""
    subject = in_language(template.subject, language)
    body = in_language(template.body, language)
    read = names_read(subject) | names_read(body)
    given = {RECORD: _tree(about, {each for each in read if each.startswith(f"{RECORD}.")}, language)}
    return Message(_filled(subject, given).strip(), _filled(body, given))


def title_of(about: Subject) -> str:
    """Return how people call a record."""
    entity = about.viewer.definition.entities.get(about.entity)
    field = next((each for each in entity.fields if each.id == entity.title), None) if entity else None
    if field is None:
        return ""
    seen = look(about.viewer, about.connection, about.entity, about.record, (field.name,))
    return str(seen.values((field.name,))[field.name] or "") if seen else ""


def _filled(source: str, given: Mapping[str, Any]) -> str:
    text = render(source, given)
    if isinstance(text, Issue):
        raise Invalid([text])
    return text


def _tree(about: Subject, read: Iterable[str], language: str) -> dict[str, Any]:
    """Return the values a template reads, as a tree of maps; detail lines as lists of maps."""
    names = sorted(each.partition(".")[2] for each in read)
    seen = look(about.viewer, about.connection, about.entity, about.record, names)
    made: dict[str, Any] = {}
    if seen is None:
        return made
    showing = _Showing(about, language)
    lines = _lines_among(seen, names)
    for name in names:
        if name.partition(".")[0] in lines:
            continue
        _place(
            made, name.split("."), showing.value(Standpoint(seen.entity), name, seen.values((name,))[name])
        )
    for name, columns in lines.items():
        made[name] = _rows(showing, seen, name, columns)
    return made


def _lines_among(seen: Seen, names: Iterable[str]) -> dict[str, list[str]]:
    fields = {each.name for each in seen.entity.fields if isinstance(each.options, LinesOptions)}
    found: dict[str, list[str]] = {}
    for name in names:
        first, _, rest = name.partition(".")
        if first in fields:
            columns = found.setdefault(first, [])
            if rest:
                columns.append(rest)
    return found


def _rows(showing: "_Showing", seen: Seen, name: str, columns: list[str]) -> list[dict[str, Any]]:
    field = next(each for each in seen.entity.fields if each.name == name)
    rows: tuple[LineValues, ...] = seen.lines({field.id: columns})[field.id]
    made = []
    for row in rows:
        tree: dict[str, Any] = {}
        for column in columns:
            value = showing.value(Standpoint(seen.entity, field), column, row.values[column])
            _place(tree, column.split("."), value)
        made.append(tree)
    return made


def _place(tree: dict[str, Any], path: list[str], value: Any) -> None:
    for step in path[:-1]:
        inner = tree.setdefault(step, {})
        tree = inner if isinstance(inner, dict) else tree
    tree[path[-1]] = value


@dataclass(frozen=True, slots=True)
class _Showing:
    """Stored values as people read them in a language."""

    about: Subject
    language: str

    def value(self, where: Standpoint, name: str, value: Any) -> Any:
        steps = resolve(self.about.viewer.definition, where, tuple(name.split("."))) or ()
        if value is None or not steps:
            return value if steps else None
        return self._shown(steps[-1], value)

    def _shown(self, step: Step, value: Any) -> Any:
        options: Any = step.field.options if step.field else None
        while isinstance(options, LookupOptions):
            place = self.about.viewer.definition.field(options.field)
            options = place.field.options if place else None
        match options:
            case ChoiceOptions(list=list_id):
                return self._label(list_id, value)
            case MultiChoiceOptions(list=list_id) if isinstance(value, tuple):
                return [self._label(list_id, each) for each in value]
            case LinkOptions(entity=entity):
                return title_of(Subject(self.about.viewer, self.about.connection, entity, str(value)))
            case PersonOptions():
                return self._person(str(value))
        if isinstance(value, datetime):
            zone = self.about.viewer.context.timezone
            return value.replace(tzinfo=value.tzinfo or UTC).astimezone(zone).replace(tzinfo=None)
        return list(value) if isinstance(value, tuple) else value

    def _label(self, list_id: str, value: Any) -> str:
        options = self.about.viewer.definition.options.get(list_id)
        choice = next((each for each in options.choices if each.value == value), None) if options else None
        return in_language(choice.label, self.language) if choice else str(value)

    def _person(self, id: str) -> str:
        row = self.about.connection.execute(
            select(sys_user.c.name, sys_user.c.names).where(sys_user.c.id == id)
        ).first()
        return in_language(row.names or {"zh": row.name}, self.language) if row else ""
