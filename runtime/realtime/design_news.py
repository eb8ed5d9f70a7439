"""Tells open designers that a draft has changed, or that a colleague came or went."""

from dataclasses import dataclass

from sqlalchemy import Connection

from runtime.realtime.announcing import Announcer
from runtime.realtime.frame import Frame


@dataclass(frozen=True, slots=True)
class DesignNews:
    """What stores of designs report to, inside their units of work."""

    announce: Announcer

    def draft(self, connection: Connection, app: str, revision: int | None) -> None:
        """Tell that the draft of an app changed, or what it starts from."""
        self.announce(connection, [Frame(kind="draft", app=app, version=revision)])

    def designers(self, connection: Connection, app: str) -> None:
        """Tell that somebody began or ended to design an app."""
        self.announce(connection, [Frame(kind="designers", app=app)])
