"""What one step of a run works with: the run, the documents, the connection, and who acts."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from engine.access.principal import SYSTEM, Principal
from engine.expressions.context import Context
from engine.flows.events import Facts
from engine.flows.instance import Instance
from engine.flows.plan import FlowPlan
from engine.metadata.definition import Definition
from engine.metadata.model import Flow
from runtime.flows.facts import look
from runtime.flows.runtime import FlowRuntime
from runtime.identity.people import roles_held
from runtime.realtime.frame import Frame
from runtime.storage.repository import RecordsInUnit
from runtime.storage.system_tables import sys_user
from runtime.storage.unit import Origin
from runtime.storage.viewer import Viewer


@dataclass
class Stage:
    """One step. `former` are the documents the run follows, `definition` those in use now."""

    runtime: FlowRuntime
    connection: Connection
    definition: Definition
    former: Definition
    plan: FlowPlan
    instance: Instance
    now: datetime
    frames: list[Frame] = field(default_factory=list)
    _facts: Facts | None = None

    @property
    def app(self) -> str:
        """Return the id of the app."""
        return self.definition.app.id

    @property
    def flow(self) -> Flow:
        """Return the flow as the run follows it."""
        return self.plan.flow

    @cached_property
    def principal(self) -> Principal:
        """Return who acts: the flow with rights of its own, or who started it while they are active."""
        submitter = self.instance.submitter
        if self.flow.run_as == "caller" and submitter is not None:
            active = select(sys_user.c.id).where(sys_user.c.id == submitter, sys_user.c.active)
            is_active = self.connection.execute(active).first() is not None
            roles = roles_held(self.connection, submitter) if is_active else frozenset()
            return Principal(submitter, "human", roles, user=submitter)
        roles = frozenset(self.flow.roles) if self.flow.run_as == "owner" else frozenset()
        return Principal(self.flow.id, "flow", roles, user=submitter)

    @property
    def origin(self) -> Origin:
        """Return where changes of this step come from: the run, one deeper in its chain."""
        instance = self.instance
        return Origin("flow", correlation=instance.id, chain=instance.chain, depth=instance.depth + 1)

    def records(self) -> RecordsInUnit:
        """Return the records as the step may use them, within its transaction."""
        repository = self.runtime.repository(self.definition, self.principal, self.origin)
        return repository.within(self.connection)

    @cached_property
    def viewer(self) -> Viewer:
        """Return the eyes of the installation, for facts."""
        context = Context(self.now, ZoneInfo(self.definition.app.timezone), self.instance.submitter)
        return Viewer(self.definition, SYSTEM, context, self.connection.dialect)

    @cached_property
    def former_viewer(self) -> Viewer:
        """Return the same over the documents the run follows, whose names its expressions use."""
        context = Context(self.now, ZoneInfo(self.former.app.timezone), self.instance.submitter)
        return Viewer(self.former, SYSTEM, context, self.connection.dialect)

    def facts(self) -> Facts:
        """Return what expressions of the flow see now."""
        if self._facts is None:
            self._facts = self._look()
        return self._facts

    def changed(self) -> None:
        """Look again next time, because a record was written."""
        self._facts = None

    def announce(self, *frames: Frame) -> None:
        """Tell open browsers when the step is committed."""
        self.frames += frames

    def _look(self) -> Facts:
        plan, instance = self.plan, self.instance
        seen = look(self.former_viewer, self.connection, instance.entity, instance.record, plan.names)
        if seen is None:
            return Facts(at=self.now)
        return Facts(at=self.now, values=seen.values(plan.names), lines=seen.lines(plan.columns))
