"""What flows, messages and connectors would do with rights that whoever publishes them does not hold.

They read for the installation and write with roles of their own, so that publishing one lends its author
those rights. Who may publish the whole app may publish any of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from engine.access.authorize import authorize, roles_of
from engine.access.decision import Decision
from engine.access.principal import Principal
from engine.access.rights import rights_of
from engine.dependencies.resolve import Standpoint, resolve
from engine.dependencies.uses import field_uses
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition, places
from engine.metadata.load import kind_in, place
from engine.metadata.model import Entity, Field, LinesOptions
from engine.metadata.walk import Reference, walk_document
from engine.ports import Documents
from engine.text.labels import label_params
from engine.text.template import check_template, names_read

_ENTERING = ("edit", "required")
_ACTING = ("flow", "template", "connector")
Raw = Mapping[str, Any]
Use = tuple[Path, Entity, Field | None]


def acting_refusals(
    before: Documents, after: Documents, definition: Definition, by: Principal
) -> list[Issue]:
    """Return an issue for every right that what is new in `after`, whose definition this is, would lend."""
    lending = _Lending(definition, by)
    changed = ((path, each) for path, each in sorted(after.items()) if before.get(path) != each)
    return [
        issue.under(*place(path))
        for path, document in changed
        if kind_in(document) in _ACTING
        for issue in lending.issues(document)
    ]


@dataclass(frozen=True)
class _Lending:
    """A definition before somebody who would publish parts of it."""

    definition: Definition
    by: Principal

    def issues(self, document: Raw) -> Iterator[Issue]:
        """Yield the rights one document would lend."""
        kind = kind_in(document)
        references = [each for each in walk_document(kind, document) if isinstance(each, Reference)]
        yield from self._roles(document, references)
        if kind == "connector":
            return
        yield from self._reading(
            _told(self.definition, document) if kind == "template" else self._uses(document)
        )
        yield from self._entering(document)
        if not self._runs_connectors:
            for each in references:
                if each.kind == "connector":
                    yield Issue("design.acting.connector", each.path)

    def _roles(self, document: Raw, references: list[Reference]) -> Iterator[Issue]:
        """Yield the roles that are acted with and not held, those of flows that are started among them."""
        for at, id in enumerate(document.get("roles", ())):
            yield from self._role(id, ("roles", at))
        for each in references:
            started = self.definition.flows.get(each.id) if each.kind == "flow" else None
            for id in started.roles if started else ():
                yield from self._role(id, each.path)

    def _role(self, id: str, path: Path) -> Iterator[Issue]:
        role = self.definition.roles.get(id)
        if role is not None and id not in self.by.roles:
            yield Issue("design.acting.role", path, label_params("role", role.label))

    def _uses(self, flow: Raw) -> Iterator[Use]:
        """Yield what a flow looks at: every field it uses, and the record it runs on."""
        owner = self.definition.entities.get(flow["trigger"]["entity"])
        if owner is not None:
            yield ("trigger", "entity"), owner, None
        for entity in self.definition.entities.values():
            for each in places(entity):
                for use in field_uses(self.definition, each.field.id):
                    if use.document == flow["id"]:
                        yield use.path, entity, each.field

    def _reading(self, uses: Iterator[Use]) -> Iterator[Issue]:
        """Yield what is looked at and may not be read, each once; of some records only is not all of them."""
        told: set[str] = set()
        for path, entity, field in uses:
            decision = authorize(self.definition, self.by, "read", entity.id)
            is_whole = isinstance(decision, Decision) and decision.row is True
            if not is_whole and entity.id not in told:
                told.add(entity.id)
                yield Issue("design.acting.records", path, label_params("entity", entity.label))
            is_read = isinstance(decision, Decision) and (field is None or field.id in decision.readable)
            if field is not None and not is_read and field.id not in told:
                told.add(field.id)
                yield Issue("design.acting.read", path, label_params("field", field.label))

    def _entering(self, flow: Raw) -> Iterator[Issue]:
        """Yield the fields that a step lets its people enter, and its author may not."""
        for at, node in enumerate(flow.get("nodes", ())):
            for id, level in node.get("fields", {}).items():
                found = self.definition.field(id)
                if level not in _ENTERING or found is None:
                    continue
                if rights_of(self.definition, self.by, found.entity.id).fields.get(id) != "edit":
                    params = label_params("field", found.field.label)
                    yield Issue("design.acting.enter", ("nodes", at, "fields", id), params)

    @cached_property
    def _runs_connectors(self) -> bool:
        roles = roles_of(self.definition, self.by.roles)
        return any("connectors" in role.administer for role in roles)


def _told(definition: Definition, template: Raw) -> Iterator[Use]:
    """Yield what a message tells, part by part and language by language."""
    entity = definition.entities.get(template["entity"])
    for part in ("subject", "body"):
        for language, source in template[part].items():
            names = () if entity is None or check_template(source) else sorted(names_read(source))
            for name in names:
                for found, field in _named(definition, entity, name.split(".")[1:]) if entity else ():
                    yield (part, language), found, field


def _named(definition: Definition, entity: Entity, path: list[str]) -> Iterator[tuple[Entity, Field | None]]:
    """Yield the fields a name in a message stands for; its first step may be detail lines."""
    first = next((each for each in entity.fields if path and each.name == path[0]), None)
    where = Standpoint(entity)
    if first is not None and isinstance(first.options, LinesOptions):
        yield entity, first
        where, path = Standpoint(entity, first), path[1:]
    for step in (resolve(definition, where, tuple(path)) or ()) if path else ():
        yield step.entity, step.field
