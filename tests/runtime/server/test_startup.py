"""What is looked at before a server opens."""

import sqlite3
from collections import namedtuple
from contextlib import closing
from pathlib import Path

import pytest

from engine.kernel.errors import Invalid
from runtime.server import startup
from runtime.server.startup import check_start
from tests.factories.definitions import make_sales_documents
from tests.factories.server import Server

Usage = namedtuple("Usage", "total used free")


def test_a_sound_installation_opens_without_a_word(server: Server) -> None:
    assert check_start(server.services) == []


def test_a_clock_before_the_last_change_is_told(server: Server) -> None:
    server.install(make_sales_documents())
    server.clock.go_on(minutes=-6)

    assert [issue.code for issue in check_start(server.services)] == ["start.clock.behind"]


def test_little_space_is_told(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup.shutil, "disk_usage", lambda path: Usage(100, 91, 9))

    (issue,) = check_start(server.services)

    assert (issue.code, issue.params) == ("start.disk.low", {"percent": 9})


def test_a_damaged_file_is_not_opened(server: Server, tmp_path: Path) -> None:
    server.install(make_sales_documents())
    server.services.database.close()
    damage(tmp_path / "tongdao.db")
    reopened = Server(server.settings.database, tmp_path)

    with pytest.raises(Invalid) as refusal:
        check_start(reopened.services)

    assert [issue.code for issue in refusal.value.issues] == ["start.database.damaged"]
    reopened.close()


def damage(file: Path) -> None:
    """Overwrite an index with the pages of another, as a failing disk might."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_sys_session_user_id'"
        ).fetchone()
        connection.execute(
            "UPDATE sqlite_schema SET rootpage = ? WHERE name = 'ix_sys_token_user_id'", (page,)
        )
        connection.commit()
