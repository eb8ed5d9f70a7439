"""What a flow of a draft may look at while it is tried: a record as its designer may read it, and people.

Values are those of the records there are, by the names of the release in use; what a designer may not read,
and what only the draft has, is blank.
"""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import or_, select

from engine.access.authorize import authorize
from engine.access.circumstances import context_of
from engine.access.decision import Decision
from engine.access.principal import SYSTEM, Principal
from engine.dependencies.resolve import Standpoint, resolve
from engine.flows.effects import FindPeople, Notify
from engine.flows.events import Facts
from engine.flows.instance import Reason
from engine.flows.plan import FlowPlan
from engine.kernel.errors import NotFound
from engine.metadata.definition import Definition
from engine.metadata.load import assemble
from engine.metadata.model import Entity, Field
from engine.ports import Clock, DefinitionStore, KnownPerson
from runtime.flows.facts import look
from runtime.flows.people import Asked, find_people
from runtime.storage.database import Database
from runtime.storage.reading import get
from runtime.storage.system_tables import sys_user
from runtime.storage.viewer import Viewer

MOST = 20


class Trials:
    """Reads for trials, and writes nothing."""

    def __init__(self, database: Database, definitions: DefinitionStore, clock: Clock) -> None:
        self._database = database
        self._definitions = definitions
        self._clock = clock

    def facts(
        self, by: Principal, app: str, plan: FlowPlan, record: str, more: Collection[str] = ()
    ) -> Facts | None:
        """Return what a flow and `more` names see of a record as far as `by` may read it, or None."""
        release = self._definitions.newest(app)
        definition = assemble(release.documents) if release else None
        entity = definition.entities.get(plan.entity) if definition else None
        if definition is None or entity is None:
            return None
        now = self._clock.now()
        context = context_of(definition, by, now)
        names = _readable(definition, by, Standpoint(entity), plan.names | plan.trigger_names | set(more))
        columns = dict(_columns(definition, by, entity, plan))
        with self._database.read() as connection:
            viewer = Viewer(definition, by, context, connection.dialect)
            try:
                get(viewer, connection, entity.id, record, "values")
            except NotFound:
                return None
            whole = Viewer(definition, SYSTEM, context, connection.dialect)
            seen = look(whole, connection, entity.id, record, names)
            if seen is None:
                return None
            return Facts(at=now, values=seen.values(names), lines=seen.lines(columns))

    def people(self, definition: Definition, asked: FindPeople | Notify) -> Sequence[tuple[str, Reason]]:
        """Return who is meant right now, with the reasons."""
        with self._database.read() as connection:
            return find_people(connection, definition, Asked(asked.who, asked.submitter, asked.fields))

    def persons(self, search: str) -> Sequence[KnownPerson]:
        """Return people whose name or login holds a text, the first by name without one."""
        wanted = select(sys_user).where(sys_user.c.active, sys_user.c.kind == "human")
        if search:
            by_login = sys_user.c.login_key.contains(search.casefold(), autoescape=True)
            wanted = wanted.where(or_(by_login, sys_user.c.name.contains(search, autoescape=True)))
        with self._database.read() as connection:
            rows = connection.execute(wanted.order_by(sys_user.c.name, sys_user.c.id).limit(MOST)).all()
        return [KnownPerson(row.id, row.login, row.names or {"zh": row.name, "en": row.name}) for row in rows]


def _columns(
    definition: Definition, by: Principal, entity: Entity, plan: FlowPlan
) -> Iterable[tuple[str, frozenset[str]]]:
    """Yield the detail lines a flow looks at, each with the columns that may be read."""
    wanted = {**plan.trigger_columns, **plan.columns}
    for id in wanted:
        place = definition.field(id)
        if place is not None and _may_read(definition, by, entity, place.field):
            names = plan.columns.get(id, frozenset()) | plan.trigger_columns.get(id, frozenset())
            yield id, _readable(definition, by, Standpoint(entity, place.field), names)


def _readable(
    definition: Definition, by: Principal, where: Standpoint, names: Iterable[str]
) -> frozenset[str]:
    return frozenset(name for name in names if _is_readable(definition, by, where, name))


def _is_readable(definition: Definition, by: Principal, where: Standpoint, name: str) -> bool:
    """Tell whether every step of a name may be read; of another entity than the record's, all its records."""
    steps = resolve(definition, where, tuple(name.split(".")))
    if not steps:
        return False
    return all(
        _may_read(definition, by, step.entity, step.field, is_whole=at > 0) for at, step in enumerate(steps)
    )


def _may_read(
    definition: Definition, by: Principal, entity: Entity, field: Field | None, *, is_whole: bool = False
) -> bool:
    decision = authorize(definition, by, "read", entity.id)
    if not isinstance(decision, Decision) or (is_whole and decision.row is not True):
        return False
    return field is None or field.id in decision.readable
