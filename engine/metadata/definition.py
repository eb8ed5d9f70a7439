"""All documents of one app, typed, with look-ups by id and by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from engine.metadata.model import (
    App,
    Connector,
    Dashboard,
    Document,
    Entity,
    Field,
    Flow,
    Form,
    LinesOptions,
    Options,
    Page,
    Report,
    Role,
    Rule,
    Seed,
    Template,
    View,
)


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field with where it stands: its entity, and the detail lines field it is a column of."""

    field: Field
    entity: Entity
    lines: Field | None = None


@dataclass(frozen=True)
class Definition:
    """The documents of one app by id, each mapping in the order of names."""

    app: App
    options: Mapping[str, Options] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    views: Mapping[str, View] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    flows: Mapping[str, Flow] = field(default_factory=dict)
    templates: Mapping[str, Template] = field(default_factory=dict)
    connectors: Mapping[str, Connector] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    dashboards: Mapping[str, Dashboard] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    seeds: Mapping[str, Seed] = field(default_factory=dict)

    def documents(self) -> Iterator[Document]:
        """Yield every document, the app first."""
        yield self.app
        for group in self._groups():
            yield from group.values()

    def document(self, id: str) -> Document | None:
        """Return the document with an id."""
        return self._documents.get(id)

    def field(self, id: str) -> FieldPlace | None:
        """Return where the field with an id stands."""
        return self._fields.get(id)

    def entity_named(self, name: str) -> Entity | None:
        """Return the entity with a name."""
        return self._entities_by_name.get(name)

    def forms_of(self, entity_id: str) -> tuple[Form, ...]:
        """Return the forms that enter an entity."""
        return tuple(form for form in self.forms.values() if form.entity == entity_id)

    def views_of(self, entity_id: str) -> tuple[View, ...]:
        """Return the views that list an entity."""
        return tuple(view for view in self.views.values() if view.entity == entity_id)

    def _groups(self) -> tuple[Mapping[str, Document], ...]:
        return (
            self.options,
            self.entities,
            self.forms,
            self.views,
            self.roles,
            self.rules,
            self.flows,
            self.templates,
            self.connectors,
            self.reports,
            self.dashboards,
            self.pages,
            self.seeds,
        )

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        return {each.id: each for each in self.documents()}

    @cached_property
    def _entities_by_name(self) -> Mapping[str, Entity]:
        return {each.name: each for each in self.entities.values()}

    @cached_property
    def _fields(self) -> Mapping[str, FieldPlace]:
        return {place.field.id: place for entity in self.entities.values() for place in places(entity)}


def places(entity: Entity) -> Iterator[FieldPlace]:
    """Yield every field of an entity, those of its detail lines after their lines field."""
    for each in entity.fields:
        yield FieldPlace(each, entity)
        if isinstance(each.options, LinesOptions):
            for column in each.options.fields:
                yield FieldPlace(column, entity, each)
