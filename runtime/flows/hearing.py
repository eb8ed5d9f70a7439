"""Hears what other processes on the same PostgreSQL say: that the outbox has something, and what changed."""

import logging
import threading
from contextlib import closing
from typing import Any, cast

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy.exc import DBAPIError

from engine.kernel.errors import DomainError
from runtime.flows.bell import CHANNEL as OUTBOX
from runtime.flows.bell import Bell
from runtime.realtime.announcing import CHANNEL as FRAMES
from runtime.realtime.frame import read_frame
from runtime.realtime.hub import Hub
from runtime.storage.database import Database

_log = logging.getLogger("tongdao.flows")
_SECONDS = 1.0
_AGAIN = 2.0


class Hearing(threading.Thread):
    """One connection that listens; opened again when it breaks."""

    def __init__(self, database: Database, hub: Hub, bell: Bell, process: str) -> None:
        super().__init__(name="flows-hearing", daemon=True)
        self._database = database
        self._hub = hub
        self._bell = bell
        self._process = process
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Stop listening."""
        self._stopped.set()
        if self.is_alive():
            self.join(timeout=5)

    def run(self) -> None:
        """Listen until stopped."""
        while not self._stopped.is_set():
            try:
                self._listen()
            except (psycopg.Error, DBAPIError, DomainError):
                _log.warning("listening was interrupted", exc_info=True)
                self._stopped.wait(_AGAIN)

    def _listen(self) -> None:
        with self._database.read() as connection:
            driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
            address, password = driver.info.dsn, driver.info.password
        with closing(psycopg.connect(address, password=password, autocommit=True)) as listening:
            for channel in (OUTBOX, FRAMES):
                listening.execute(SQL("LISTEN {}").format(Identifier(channel)))
            self._bell.ring()
            while not self._stopped.is_set():
                for notice in listening.notifies(timeout=_SECONDS):
                    self._take(notice.channel, notice.payload)

    def _take(self, channel: str, said: str) -> None:
        if channel == OUTBOX:
            self._bell.ring()
            return
        process, _, text = said.partition(" ")
        frame = read_frame(text)
        if process != self._process and frame is not None:
            self._hub.publish([frame])
