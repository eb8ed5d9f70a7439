"""Why somebody can or cannot, over HTTP: about real records, in both languages, within what the asker reads."""

from typing import Any

import pytest

from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_documents
from tests.factories.documents import make_field
from tests.factories.server import Client, Server, codes

APP = "app_7kq2m4"
HOME = "/api/apps/inspection"
ADMIN = make_role(
    "rol_admin1", "admin", {"entity": CUSTOMER, "read": True, "create": True},
    {"entity": ORDER, "read": True}, administer=["roles"],
)  # fmt: skip
SELLER = make_role(
    "rol_seller", "seller", {"entity": CUSTOMER, "read": "keeper = CURRENT_USER()", "fields": {"fld_climit": "hidden"}},
)  # fmt: skip
LENDER = make_role("rol_lender", "lender", {"entity": CUSTOMER, "read": "credit_limit > 10"})
BLIND = make_role(
    "rol_blind1", "blind", {"entity": CUSTOMER, "read": True, "fields": {"fld_climit": "hidden"}}, administer=["roles"]
)  # fmt: skip


class Stage:
    """A server with customers that somebody keeps."""

    def __init__(self, server: Server) -> None:
        documents = make_sales_documents() | {
            f"roles/{role['name']}.json": role for role in (ADMIN, SELLER, LENDER, BLIND)
        }
        customer = documents["entities/customer.json"]
        keeper = make_field("fld_ckeep1", "keeper", "person")
        documents["entities/customer.json"] = {**customer, "fields": [*customer["fields"], keeper]}
        server.install(documents)
        self.server = server
        server.add_person("admin", (APP, "rol_admin1"))
        server.add_person("blind", (APP, "rol_blind1"))
        self.people = {
            login: server.add_person(login, (APP, role)).id
            for login, role in (("lina", "rol_seller"), ("wang", "rol_lender"))
        }
        self.admin = self.client("admin")
        self.hers = self.add(name="Hers", keeper=self.people["lina"])
        self.others = self.add(name="Others", keeper=self.people["wang"], credit_limit="50")

    def client(self, login: str) -> Client:
        return self.server.client().sign_in(login)

    def add(self, **values: Any) -> str:
        answer = self.admin.post(f"{HOME}/entities/customer/records", json=values)
        assert answer.status_code == 201, answer.text
        return answer.json()["id"]

    def ask(self, asker: Client, login: str, **more: str) -> Any:
        return asker.get(
            f"{HOME}/explain", params={"person": self.people[login], "entity": "customer", **more}
        )


@pytest.fixture
def stage(server: Server) -> Stage:
    return Stage(server)


def english(answer: Any) -> list[str]:
    return [each["words"]["en"] for each in answer.json()["findings"]]


def test_a_record_somebody_cannot_see_is_explained_with_its_values_by_name(stage: Stage) -> None:
    found = stage.ask(stage.admin, "lina", record=stage.others)

    assert found.json()["allowed"] is False
    assert english(found) == [
        "Mr lina may see records of “customer”, but not this one.",
        "The role “seller” does not allow it, as this record does not meet: keeper = themselves",
        "“keeper” of this record: Mr wang",
    ]
    assert [each["verdict"] for each in found.json()["findings"]] == ["no", "no", "tells"]
    assert found.json()["findings"][0]["words"]["zh"] == "lina先生可以查看记录“customer”，但不包括这一条。"


@pytest.mark.parametrize("login", ["lina", "wang"])
def test_the_answer_is_what_the_person_meets(stage: Stage, login: str) -> None:
    person = stage.client(login)
    for record in (stage.hers, stage.others):
        met = person.get(f"{HOME}/entities/customer/records/{record}").status_code == 200

        assert stage.ask(stage.admin, login, record=record).json()["allowed"] is met


def test_what_the_asker_may_not_read_is_not_judged(stage: Stage) -> None:
    """Else the answer would tell what the limit of this customer is."""
    found = stage.ask(stage.client("blind"), "wang", record=stage.others)

    assert found.json()["allowed"] is None
    assert "50" not in found.text
    assert stage.ask(stage.admin, "wang", record=stage.others).json()["allowed"] is True


def test_a_record_the_asker_may_not_read_is_absent(stage: Stage) -> None:
    stage.server.add_person("keeper", (APP, "rol_seller"))

    assert codes(stage.ask(stage.admin, "lina", record="nothing")) == ["record.absent"]
    assert codes(stage.ask(stage.client("lina"), "lina", record=stage.others)) == ["access.oversee.denied"]


def test_a_field_and_an_action_are_explained(stage: Stage) -> None:
    assert english(stage.ask(stage.admin, "lina", field="fld_climit")) == [
        "For Mr lina, “credit_limit” is hidden.", "The role “seller”: “credit_limit” is hidden.",
    ]  # fmt: skip
    assert english(stage.ask(stage.admin, "lina", action="delete")) == [
        "Mr lina may not delete records of “customer”.", "The role “seller” does not allow it.",
    ]  # fmt: skip
    assert english(stage.ask(stage.admin, "lina", field="fld_cname1", record=stage.others))[0].endswith(
        "but not this one."
    )


def test_who_is_switched_off_cannot_do_anything(stage: Stage) -> None:
    boss = make_role("rol_boss01", "boss", administer=["people"])
    documents = dict(stage.server.services.apps.get("inspection").documents)
    stage.server.install(documents | {"roles/boss.json": boss})
    stage.server.add_person("boss", (APP, "rol_boss01"))
    stage.client("boss").patch(f"/api/people/{stage.people['lina']}", json={"active": False})

    found = stage.ask(stage.admin, "lina")

    assert (found.json()["allowed"], english(found)[0]) == (
        False,
        "Mr lina is switched off and cannot sign in.",
    )


def test_what_does_not_exist_is_unknown(stage: Stage) -> None:
    assert stage.ask(stage.admin, "lina", entity="nothing").status_code == 404
    assert stage.admin.get(f"{HOME}/explain?person=nobody&entity=customer").status_code == 404
    assert stage.ask(stage.admin, "lina", action="fly").status_code == 422
