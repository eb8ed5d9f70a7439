import base64
from pathlib import Path

import pytest
from sqlalchemy import Connection

from engine.kernel.errors import Conflict, Invalid
from runtime.storage.change_log import Change, ChangeLog
from runtime.storage.database import Database, savepoint
from runtime.storage.idempotency import Answer, once
from runtime.storage.secrets import Vault, open_vault
from tests.factories.stores import KEY, StillClock

NOW = StillClock().now()
DONE = Answer(201, {"ETag": '"1"'}, b"{}")


def _change(record: str = "r") -> Change:
    return Change(
        app="app_1", action="update", principal_kind="human", principal_id="p", actor=None,
        entity="ent_1", record=record, version=2, changes={"fld_1": [1, "二"]},
    )  # fmt: skip


def _tell(database: Database, count: int = 3) -> ChangeLog:
    log = ChangeLog(database.dialect, KEY)
    for _ in range(count):
        database.write(lambda connection: log.append(connection, NOW, [_change(), _change("s")]))
    return log


def test_an_untouched_history_verifies(database: Database) -> None:
    log = _tell(database)

    with database.read() as connection:
        assert log.verify(connection, "app_1") is None


def test_history_cannot_be_rewritten_through_the_database(database: Database) -> None:
    _tell(database)

    with pytest.raises(Exception, match="append-only"):
        database.write(lambda connection: connection.exec_driver_sql("DELETE FROM sys_change"))


def test_a_history_signed_with_another_key_does_not_verify(database: Database) -> None:
    _tell(database)

    with database.read() as connection:
        issue = ChangeLog(database.dialect, b"another key of thirty-two bytes!").verify(connection, "app_1")

    assert issue is not None
    assert issue.code == "audit.chain.broken"


def test_what_was_rolled_back_leaves_no_gap_in_the_chain(database: Database) -> None:
    log = _tell(database)

    def undone(connection: Connection) -> None:
        with savepoint(connection):
            log.append(connection, NOW, [_change("undone")])
            raise LookupError

    def half_undone(connection: Connection) -> None:
        with pytest.raises(LookupError):
            undone(connection)
        log.append(connection, NOW, [_change("kept")])

    database.write(half_undone)

    with database.read() as connection:
        assert log.verify(connection, "app_1") is None


def test_a_repeated_request_gets_the_first_answer_and_has_no_second_effect(database: Database) -> None:
    effects: list[int] = []

    def work(_connection: Connection) -> Answer:
        effects.append(1)
        return DONE

    def ask() -> Answer:
        return database.write(lambda connection: once(connection, "p", "k", "hash", NOW, work))

    assert [ask(), ask()] == [DONE, DONE]
    assert effects == [1]


def test_a_key_used_for_another_request_is_a_conflict(database: Database) -> None:
    database.write(lambda connection: once(connection, "p", "k", "hash", NOW, lambda _: DONE))

    with pytest.raises(Conflict):
        database.write(lambda connection: once(connection, "p", "k", "other", NOW, lambda _: DONE))


def test_a_secret_opens_at_its_place_only() -> None:
    vault = Vault({"k1": KEY})
    sealed = vault.encrypt(b"password", "sys_connector|token|1")

    assert vault.decrypt(sealed, "sys_connector|token|1") == b"password"
    with pytest.raises(Invalid):
        vault.decrypt(sealed, "sys_connector|token|2")


def test_a_replaced_key_still_reads_and_derived_keys_stay() -> None:
    old = Vault({"k1": KEY})
    new = Vault({"k2": bytes(range(32)), "k1": KEY})

    assert new.decrypt(old.encrypt(b"x", "p"), "p") == b"x"
    assert new.derived("change log") == old.derived("change log")


def test_the_key_file_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    sealed = open_vault(tmp_path, None).encrypt(b"x", "p")

    assert open_vault(tmp_path, None).decrypt(sealed, "p") == b"x"
    assert (tmp_path / "master.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["k1:AAAA", f"k1:{base64.b64encode(bytes(32)).decode()}", "nonsense"])
def test_a_weak_or_broken_key_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Invalid):
        open_vault(tmp_path, text)
