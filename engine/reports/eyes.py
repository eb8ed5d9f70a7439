"""What a principal can see of a definition: entities and fields that may be read; all else does not exist."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import Principal
from engine.dependencies.resolve import Standpoint, Step, resolve
from engine.entities.scope import RecordScope
from engine.expressions import types
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import Entity


@dataclass(frozen=True, slots=True)
class Eyes:
    """A definition as a principal sees it."""

    definition: Definition
    principal: Principal

    def decision(self, entity: str) -> Decision | None:
        """Return the decision to read an entity, or None."""
        found = authorize(self.definition, self.principal, "read", entity)
        return found if isinstance(found, Decision) else None

    def entity(self, id: str) -> Entity | None:
        """Return an entity that may be read."""
        return self.definition.entities.get(id) if self.decision(id) else None

    def field(self, id: str) -> FieldPlace | None:
        """Return where a field that may be read stands."""
        place = self.definition.field(id)
        decision = self.decision(place.entity.id) if place else None
        return place if decision and id in decision.readable else None


@dataclass(frozen=True, slots=True)
class VisibleScope:
    """The names of expressions at a standpoint, of which every step may be read."""

    eyes: Eyes
    where: Standpoint

    def resolve(self, path: tuple[str, ...]) -> types.Type | None:
        """Return the type of a path, or None where it is unknown or hidden."""
        steps = resolve(self.eyes.definition, self.where, path) or ()
        if not all(self._is_visible(step) for step in steps):
            return None
        return RecordScope(self.eyes.definition, self.where).resolve(path)

    def known(self) -> Iterator[tuple[str, ...]]:
        """Yield the paths worth suggesting."""
        scope = RecordScope(self.eyes.definition, self.where)
        return (path for path in scope.known() if self.resolve(path))

    def _is_visible(self, step: Step) -> bool:
        decision = self.eyes.decision(step.entity.id)
        return decision is not None and (step.field is None or step.field.id in decision.readable)
