"""The flows of the complete apps, walked through as their people would."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.http.router import create_router
from engine.metadata.dump import dump_definition
from tests.factories.app import channel_sales
from tests.factories.server import Client, Server


class Company:
    """An installation where xujing made an app from a starter and lina uses it."""

    def __init__(self, url: str, data: Path) -> None:
        self.server = Server(url, data, [create_router])
        definition = channel_sales()
        self.server.install(dump_definition(definition))
        held = next(each.id for each in definition.roles.values() if each.name == "designer")
        self.maker = self.server.add_person("xujing", (definition.app.id, held))
        self.user = self.server.add_person("lina", superior=self.maker.id)

    def begin(self, starter: str) -> tuple[Client, Client]:
        """Make an app from a starter; return its maker and its user."""
        maker = self.server.client().sign_in("xujing")
        shown = next(each for each in maker.get("/api/starters").json()["items"] if each["key"] == starter)
        body = {"label": shown["label"], "starter": starter, "audience": [self.user.id]}
        made = maker.post("/api/design/apps", json=body)
        assert made.status_code == 201, made.text
        return maker, self.server.client().sign_in("lina")

    def drain(self) -> None:
        self.server.services.flows.dispatcher.drain()

    def decide(self, client: Client, action: str, **values: Any) -> None:
        """Decide the one task somebody has."""
        (task,) = client.get("/api/tasks").json()["items"]
        version = self._record_version(task)
        body = {"action": action, "version": task["version"], "opinion": "好"}
        if values:
            body |= {"values": values, "record_version": version}
        answer = client.post(f"/api/tasks/{task['id']}/decisions", json=body)
        assert answer.status_code == 200, answer.text
        self.drain()

    def _record_version(self, task: Any) -> int:
        maker = self.server.client().sign_in("xujing")
        path = f"/api/apps/{task['app']}/entities/{task['entity']}/records/{task['record']['id']}"
        return int(maker.get(path).json()["version"])


@pytest.fixture
def company(sqlite_url: str, tmp_path: Path) -> Iterator[Company]:
    made = Company(sqlite_url, tmp_path / "data")
    yield made
    made.server.close()


def _create(client: Client, app: str, entity: str, **values: Any) -> Any:
    answer = client.post(f"/api/apps/{app}/entities/{entity}/records", json=values)
    assert answer.status_code == 201, answer.text
    return answer.json()


def _read(client: Client, app: str, entity: str, id: str) -> Any:
    return client.get(f"/api/apps/{app}/entities/{entity}/records/{id}").json()


def test_a_reported_defect_is_assigned_repaired_confirmed_and_closed(company: Company) -> None:
    app = "equipment_inspection"
    maker, reporter = company.begin(app)
    site = _create(maker, app, "site", code="A1", name="一号车间")
    pump = _create(maker, app, "equipment", no="P1", name="一号泵", kind="pump", site=site["id"])
    defect = _create(reporter, app, "defect", title="一号泵渗漏", equipment=pump["id"])["id"]
    company.drain()

    company.decide(maker, "approve", maintainer=company.maker.id)
    assert _read(reporter, app, "defect", defect)["status"] == "in_repair"
    assert _read(maker, app, "equipment", pump["id"])["status"] == "repair"
    company.decide(maker, "submit", solution="更换机械密封", fixed_on="2026-11-23")
    company.decide(reporter, "approve")

    assert _read(reporter, app, "defect", defect)["status"] == "closed"
    assert _read(maker, app, "equipment", pump["id"])["status"] == "running"
    (order,) = maker.get(f"/api/apps/{app}/entities/repair_order/records").json()["items"]
    assert (order["status"], order["work"]) == ("done", "更换机械密封")


def test_what_an_inspection_finds_becomes_a_defect_and_the_plan_moves_on(company: Company) -> None:
    app = "equipment_inspection"
    maker, _ = company.begin(app)
    site = _create(maker, app, "site", code="A1", name="一号车间")
    pump = _create(maker, app, "equipment", no="P1", name="一号泵", kind="pump", site=site["id"])
    plan = _create(
        maker, app, "inspection_plan", name="一号泵周检", equipment=pump["id"], inspector=company.maker.id,
        starts_on="2026-11-01",
    )  # fmt: skip
    items = [{"item": "振动", "result": "abnormal"}, {"item": "温度"}]
    _create(
        maker, app, "inspection", plan=plan["id"], equipment=pump["id"], items=items, findings="振动偏大",
        status="submitted", inspected_on="2026-11-22",
    )  # fmt: skip
    company.drain()

    (defect,) = maker.get(f"/api/apps/{app}/entities/defect/records").json()["items"]
    assert (defect["title"], defect["description"], defect["site"]) == (
        "巡检异常:一号泵",
        "振动偏大",
        site["id"],
    )
    assert _read(maker, app, "inspection_plan", plan["id"])["next_on"] == "2026-11-29"


def _ask_for_leave(company: Company, to_on: str) -> tuple[Client, Client, Any, Any]:
    app = "leave_and_expense"
    maker, employee = company.begin(app)
    balance = _create(
        maker,
        app,
        "leave_balance",
        name="2026 年假 · 李娜",
        employee=company.user.id,
        kind="annual",
        granted="10",
    )
    request = _create(
        employee,
        app,
        "leave_request",
        balance=balance["id"],
        from_on="2026-12-01",
        to_on=to_on,
        reason="探亲",
    )
    runs = employee.get(f"/api/apps/{app}/entities/leave_request/records/{request['id']}/flows").json()
    (button,) = runs["buttons"]
    body = {"record": request["id"]}
    pressed = employee.post(f"/api/apps/{app}/flows/{button['flow']}/instances", json=body)
    assert pressed.status_code in (200, 201), pressed.text
    company.drain()
    return maker, employee, balance["id"], request["id"]


def _steps(client: Client, request: str, label: str) -> list[Any]:
    """Return what happened at a step of the approval of a request."""
    app = "leave_and_expense"
    runs = client.get(f"/api/apps/{app}/entities/leave_request/records/{request}/flows").json()["items"]
    approval = next(each for each in runs if each["flow"]["name"] == "leave_approval")
    run = client.get(f"/api/apps/{app}/flows/leave_approval/instances/{approval['instance']}").json()
    node = next(each["id"] for each in run["flow"]["nodes"] if each["label"]["zh"] == label)
    return [each for each in run["steps"] if each["node"] == node]


def test_long_leave_is_approved_by_the_superior_and_by_hr(company: Company) -> None:
    maker, employee, balance, request = _ask_for_leave(company, "2026-12-05")

    company.decide(maker, "approve")  # holds the role of HR too, and is not asked twice
    assert [each["outcome"] for each in _steps(maker, request, "人事审批")] == ["approved"]

    assert _read(employee, "leave_and_expense", "leave_request", request)["status"] == "approved"
    assert _read(employee, "leave_and_expense", "leave_balance", balance)["remaining"] == "5.0"


def test_leave_beyond_the_balance_asks_nobody(company: Company) -> None:
    maker, employee, balance, request = _ask_for_leave(company, "2026-12-20")

    assert maker.get("/api/tasks").json()["items"] == []
    assert _read(employee, "leave_and_expense", "leave_request", request)["status"] == "rejected"
    assert _read(employee, "leave_and_expense", "leave_balance", balance)["remaining"] == "10.0"


def test_an_employee_cannot_approve_what_is_asked_for_alone(company: Company) -> None:
    _, employee, _, request = _ask_for_leave(company, "2026-12-05")
    path = f"/api/apps/leave_and_expense/entities/leave_request/records/{request}"
    version = employee.get(path).json()["version"]

    answer = employee.patch(path, json={"status": "approved"}, headers={"If-Match": f'"{version}"'})

    assert answer.status_code in (403, 404, 422)
    assert employee.get(path).json()["status"] == "submitted"
