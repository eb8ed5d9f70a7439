"""Who is meant: holders of a role, superiors, heads of departments; active people only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.metadata.model import Who
from runtime.flows.people import Asked, find_people
from runtime.identity.departments import add_department, change_department
from runtime.identity.people import change_person
from tests.runtime.flows.shop import DIRECTOR, Shop


class Staff:
    """Three departments above each other, each with a head; sue at the bottom."""

    def __init__(self, shop: Shop) -> None:
        self.shop, server = shop, shop.server
        self.ids: dict[str, str] = {}

        def work(connection: Any) -> None:
            above = None
            for name in ("company", "sales", "north"):
                values = {"name": {"zh": name, "en": name}, "parent": above}
                above = self.ids[name] = add_department(connection, values, server.clock, server.ids).id

        server.database.write(work)
        for login, place in (("ada", "company"), ("bob", "sales"), ("cid", "north"), ("sue", "north")):
            self.ids[login] = shop.person(login, DIRECTOR, department=self.ids[place]).id
        for name, head in (("company", "ada"), ("sales", "bob"), ("north", "cid")):
            change = {"head": self.ids[head]}
            server.database.write(
                lambda connection, name=name, change=change: change_department(
                    connection, self.ids[name], change, server.clock
                )
            )

    def change(self, login: str, **changes: Any) -> None:
        clock = self.shop.server.clock
        self.shop.server.database.write(
            lambda connection: change_person(connection, self.ids[login], changes, clock.now(), None)
        )

    def find(self, of: str = "sue", **who: Any) -> list[str]:
        asked = Asked((Who(**who),), self.ids[of], {"fld_oowne1": self.ids["bob"]})
        with self.shop.server.database.read() as connection:
            found = find_people(connection, self.shop.definition, asked)
        names = {id: name for name, id in self.ids.items()}
        return [names[id] for id, _ in found]


@pytest.fixture
def staff(sqlite_url: str, tmp_path: Path) -> Iterator[Staff]:
    shop = Shop(sqlite_url, tmp_path)
    yield Staff(shop)
    shop.close()


def test_a_superior_is_the_head_of_the_department_unless_somebody_else_is_named(staff: Staff) -> None:
    assert staff.find(source="superior") == ["cid"]
    assert staff.find(source="superior", levels=2) == ["bob"]
    staff.change("sue", superior=staff.ids["ada"])
    assert staff.find(source="superior") == ["ada"]


def test_the_head_of_a_department_is_not_their_own_superior(staff: Staff) -> None:
    assert staff.find(of="cid", source="superior") == ["bob"]
    assert staff.find(of="ada", source="superior") == []


def test_for_an_inactive_superior_the_next_one_stands_in(staff: Staff) -> None:
    staff.change("cid", active=False)

    assert staff.find(source="superior") == ["bob"]
    assert staff.find(source="department_head") == ["bob"]


def test_heads_of_departments_by_level(staff: Staff) -> None:
    assert staff.find(source="department_head") == ["cid"]
    assert staff.find(source="department_head", levels=3) == ["ada"]
    assert staff.find(source="department_head", levels=4) == []


def test_holders_of_a_role_are_its_active_people(staff: Staff) -> None:
    staff.change("ada", active=False)

    assert staff.find(source="role", role=DIRECTOR) == ["bob", "cid", "sue"]


def test_a_person_by_login_and_who_submitted(staff: Staff) -> None:
    assert staff.find(source="person", person="BOB") == ["bob"]
    assert staff.find(source="person", person="nobody") == []
    assert staff.find(source="submitter") == ["sue"]


def test_superiors_in_a_circle_end_somewhere(staff: Staff) -> None:
    staff.change("sue", superior=staff.ids["bob"])
    staff.change("bob", superior=staff.ids["sue"])

    assert staff.find(source="superior", levels=9) in (["bob"], ["sue"], [])
