"""Who holds the roles of apps, for whoever makes an app: given and taken back with a trail."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, insert, select

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.ports import Clock
from runtime.identity.callers import Callers
from runtime.identity.epoch import raise_epoch
from runtime.identity.trail import Event, tell
from runtime.storage.change_log import ChangeLog
from runtime.storage.database import Database
from runtime.storage.system_tables import sys_user, sys_user_role

PEOPLE = "sys_user"


class StoredRoleHolders:
    """The role holders of an installation; rights follow at once."""

    def __init__(self, database: Database, clock: Clock, log: ChangeLog, callers: Callers) -> None:
        self._database = database
        self._clock = clock
        self._log = log
        self._callers = callers

    def give(self, app: str, role: str, people: Collection[str] | None, by: str) -> None:
        """Let people, or without any named everybody active, hold a role of an app; raise Invalid."""
        self._database.write(lambda connection: self._give(connection, (app, role), people, by))
        self._callers.forget()

    def take_back(self, app: str, by: str) -> None:
        """Let nobody hold any role of an app."""

        def work(connection: Connection) -> None:
            of_app = sys_user_role.c.app_id == app
            held = connection.execute(select(sys_user_role).where(of_app)).all()
            connection.execute(delete(sys_user_role).where(of_app))
            raise_epoch(connection)
            self._tell(connection, [(row.user_id, [row.role_id], []) for row in held], by)

        self._database.write(work)
        self._callers.forget()

    def _give(
        self, connection: Connection, role: tuple[str, str], people: Collection[str] | None, by: str
    ) -> None:
        now, (app_id, role_id) = self._clock.now(), role
        holding = set(
            connection.execute(
                select(sys_user_role.c.user_id).where(sys_user_role.c.role_id == role_id)
            ).scalars()
        )
        new = [each for each in _known(connection, people) if each not in holding]
        rows = [
            {"user_id": id, "role_id": role_id, "app_id": app_id, "granted_at": now, "granted_by": by or None}
            for id in new
        ]
        if rows:
            connection.execute(insert(sys_user_role), rows)
            raise_epoch(connection)
            self._tell(connection, [(id, [], [role_id]) for id in new], by)

    def _tell(
        self, connection: Connection, changes: Sequence[tuple[str, list[str], list[str]]], by: str
    ) -> None:
        for id, before, after in changes:
            event = Event("update", PEOPLE, id, by or None, {"roles": [before, after]})
            tell(self._log, connection, self._clock.now(), event)


def _known(connection: Connection, people: Collection[str] | None) -> list[str]:
    """Return the active people meant, in order; raise Invalid where one is not among them."""
    active = select(sys_user.c.id).where(sys_user.c.kind == "human", sys_user.c.active)
    known = connection.execute(active.order_by(sys_user.c.id)).scalars().all()
    if people is None:
        return list(known)
    wanted, found = list(people), set(known)
    unknown = [at for at, each in enumerate(wanted) if each not in found]
    if unknown:
        raise Invalid([Issue("identity.person.unknown", ("people", at)) for at in unknown])
    return [each for each in known if each in set(wanted)]
