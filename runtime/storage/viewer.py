"""Who asks, of which definition, at which moment: what every access to data needs, and the decisions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Dialect

from engine.access.authorize import authorize
from engine.access.decision import Action, Decision
from engine.access.principal import Principal
from engine.expressions.context import Context
from engine.kernel.errors import Forbidden, NotFound
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from runtime.storage.formulas.compile import parameters as formula_parameters
from runtime.storage.live import Site, site_of
from runtime.storage.statement import Statement

Reach = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Viewer:
    """A principal before a definition, with the moment and user that expressions see."""

    definition: Definition
    principal: Principal
    context: Context
    dialect: Dialect

    def require(self, action: Action, entity: str) -> Decision:
        """Return the decision, or leave: an unknown entity and a refused one are told apart."""
        decision = authorize(self.definition, self.principal, action, entity)
        if isinstance(decision, Decision):
            return decision
        raise (NotFound if decision.code == "access.entity.unknown" else Forbidden)([decision])

    def may(self, action: Action, entity: str) -> Decision | None:
        """Return the decision, or None where it is refused."""
        decision = authorize(self.definition, self.principal, action, entity)
        return None if isinstance(decision, Issue) else decision

    def beside_tasks(self) -> "Viewer":
        """Return the eyes for other records than the one a task grants: those of the roles alone."""
        if self.principal.grant is None:
            return self
        return replace(self, principal=replace(self.principal, grant=None))

    def site(self, entity: str) -> Site:
        """Return the rows of an entity in SQL."""
        return site_of(self.definition, self.dialect, entity)

    @property
    def reach(self) -> Reach:
        """Return what decides about rights: viewers of equal reach may share compiled statements."""
        who = self.principal
        return (self.dialect.name, who.kind, who.roles, who.scopes, who.grant, who.seen_by)

    def bound(self, statement: Statement) -> Mapping[str, object]:
        """Return what expressions in a statement are told of the moment and the user."""
        return formula_parameters(self.context, self.dialect) if statement.is_momentary else _NOTHING


_NOTHING: Mapping[str, object] = {}
