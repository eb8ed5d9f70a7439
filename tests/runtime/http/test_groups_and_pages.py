"""Groups of a list and pages of blocks over HTTP, each as far as somebody's roles reach."""

from typing import Any

import pytest

from tests.factories.definitions import CUSTOMER, ORDER, make_role, make_sales_documents
from tests.factories.documents import make_label
from tests.factories.server import Client, Server, codes

APP = "app_7kq2m4"
CUSTOMERS = "/api/apps/inspection/entities/customer/records"
EVERYTHING = {"read": True, "create": True, "update": True, "delete": True}
SELLER = make_role(
    "rol_sell01", "seller", {"entity": ORDER, **EVERYTHING}, {"entity": CUSTOMER, **EVERYTHING}
) | {"pages": ["pag_desk01"]}
READER = make_role("rol_read01", "reader", {"entity": CUSTOMER, "read": 'level = "gold"'})
MEASURE = {"id": "n", "home": CUSTOMER, "aggregate": "count", "label": make_label("Customers")}
REPORT = {
    "schema": "tongdao/report/1", "id": "rpt_count1", "name": "count", "label": make_label("How many"),
    "query": {"measures": [MEASURE]}, "chart": {"kind": "number", "value": "n"},
}  # fmt: skip
PLACE = {"x": 0, "y": 0, "w": 12, "h": 6}
PAGE = {
    "schema": "tongdao/page/1", "id": "pag_desk01", "name": "desk", "label": make_label("Desk"),
    "blocks": [{"id": "blk_chart1", "kind": "chart", "report": "rpt_count1", **PLACE}],
}  # fmt: skip


@pytest.fixture
def installed(server: Server) -> Server:
    documents: dict[str, Any] = make_sales_documents()
    documents |= {f"roles/{role['name']}.json": role for role in (SELLER, READER)}
    documents |= {"reports/count.json": REPORT, "pages/desk.json": PAGE}
    documents["app.json"]["navigation"] = [{"page": "pag_desk01"}]
    server.install(documents)
    server.add_person("seller", (APP, "rol_sell01"))
    server.add_person("reader", (APP, "rol_read01"))
    return server


def signed_in(server: Server, login: str) -> Client:
    return server.client().sign_in(login)


def test_groups_tell_what_somebody_may_see(installed: Server) -> None:
    seller = signed_in(installed, "seller")
    for name, level in (("a", "gold"), ("b", "gold"), ("c", None)):
        assert seller.post(CUSTOMERS, json={"name": name, "level": level}).status_code == 201

    everything = seller.get(f"{CUSTOMERS}:groups?by=level").json()
    golden = signed_in(installed, "reader").get(f"{CUSTOMERS}:groups?by=level").json()

    assert {each["value"]: each["count"] for each in everything["items"]} == {"gold": 2, None: 1}
    assert {each["value"]: each["count"] for each in golden["items"]} == {"gold": 2}
    assert (everything["groups"], everything["total"]) == (2, 3)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "request.value.wrong"),
        ("?by=nothing", "query.field.unknown"),
        ("?by=level&x=1", "request.value.unknown"),
        ("?by=level&grain=decade", "request.value.wrong"),
        ("?by=level&grain=month", "query.group.unsuitable"),
    ],
)
def test_groups_that_cannot_be_told_are_refused(installed: Server, query: str, code: str) -> None:
    answer = signed_in(installed, "seller").get(f"{CUSTOMERS}:groups{query}")

    assert (answer.status_code, codes(answer)) == (422, [code])


def test_a_page_comes_with_its_reports_to_those_who_may_open_it(installed: Server) -> None:
    seller, reader = signed_in(installed, "seller"), signed_in(installed, "reader")

    answer = seller.get("/api/apps/inspection/pages/desk").json()
    told = [each.get("/api/apps/inspection/definition").json() for each in (seller, reader)]

    assert (answer["page"]["id"], [each["id"] for each in answer["reports"]]) == (
        "pag_desk01",
        ["rpt_count1"],
    )
    assert [[each["name"] for each in one["pages"]] for one in told] == [["desk"], []]
    assert [one["app"]["navigation"] for one in told] == [[{"page": "pag_desk01"}], []]
    assert reader.get("/api/apps/inspection/pages/desk").status_code == 404


def test_the_question_of_a_page_may_be_asked_by_those_who_see_it(installed: Server) -> None:
    question = {"query": REPORT["query"], "language": "en"}

    asked = [
        signed_in(installed, login).post("/api/apps/inspection/query", json=question)
        for login in ("seller", "reader")
    ]

    assert [each.status_code for each in asked] == [200, 403]
