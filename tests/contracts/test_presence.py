"""Who is designing: everybody gives signs of life, and whoever gives none for a minute has gone."""

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import Connection

from runtime.storage.database import Database
from runtime.storage.presence import StoredPresence
from tests.builder.fakes import START


@dataclass
class SetClock:
    """A clock that the test moves."""

    at: timedelta = timedelta()

    def now(self):
        return START + self.at


@dataclass
class Heard:
    """What open designers would be told."""

    apps: list[str] = field(default_factory=list)

    def __call__(self, connection: Connection, app: str) -> None:
        self.apps.append(app)


def test_people_are_there_with_what_they_have_open(database: Database) -> None:
    presence = StoredPresence(database, SetClock(), Heard())
    presence.arrive("sales", "u1", "forms/order.json")
    presence.arrive("sales", "u1", "flows/review.json")
    presence.arrive("stock", "u3", "")

    there = presence.arrive("sales", "u2", "")

    assert [(each.person, each.file) for each in there] == [("u1", "flows/review.json"), ("u2", "")]


def test_whoever_gives_no_sign_for_a_minute_has_gone(database: Database) -> None:
    clock = SetClock()
    presence = StoredPresence(database, clock, Heard())
    presence.arrive("sales", "u1", "")
    clock.at = timedelta(seconds=40)
    presence.arrive("sales", "u2", "")

    clock.at = timedelta(seconds=80)

    assert [each.person for each in presence.arrive("sales", "u2", "")] == ["u2"]


def test_coming_and_going_is_told_and_staying_is_not(database: Database) -> None:
    heard = Heard()
    presence = StoredPresence(database, SetClock(), heard)

    presence.arrive("sales", "u1", "")
    presence.arrive("sales", "u1", "forms/order.json")
    presence.leave("sales", "u1")
    presence.leave("sales", "u1")

    assert heard.apps == ["sales", "sales"]
