"""Publishing what acts for others: never with rights that its publisher does not hold."""

from typing import Any

import pytest

from builder.drafts.drafting import Drafting
from builder.publishing.acting_rights import acting_refusals
from builder.publishing.publishing import Publishing
from engine.access.principal import Principal
from engine.kernel.errors import Forbidden
from engine.ports import NewRelease
from tests.builder.fakes import FakeClock, FakeDrafts, FakeIds, FakeReleases, FakeRuns
from tests.factories.definitions import CUSTOMER, ORDER, load, make_role, make_sales_documents
from tests.factories.documents import Raw, make_label
from tests.factories.flows import FLOW, make_approval, make_condition, make_flow, make_node

APP = "inspection"
POWER, DESIGNER = "rol_power1", "rol_desig1"
BY = Principal("u1", "human", frozenset({DESIGNER}), "u1")
ANYTHING = {"read": True, "create": True, "update": True}
DIRECTOR = make_role("rol_direc1", "director")


def documents(flow: Raw | None = None, **rights: Any) -> dict[str, Raw]:
    """Return an app whose designer may publish one flow, with some rights on orders."""
    order = {"entity": ORDER, **ANYTHING, **rights}
    customer = {"entity": CUSTOMER, "read": True, "fields": {"fld_climit": "hidden"}}
    reach = [{"document": FLOW, "effect": "publish"}] if flow else []
    found = make_sales_documents() | {
        "roles/power.json": make_role(POWER, "power", {"entity": ORDER, **ANYTHING}),
        "roles/director.json": DIRECTOR,
        "roles/designer.json": make_role(DESIGNER, "designer", order, customer, design=reach),
    }
    return found | ({"flows/review.json": flow} if flow else {})


def lent(flow: Raw, **rights: Any) -> list[str]:
    """Return the codes of what publishing a flow would lend."""
    after = documents(flow, **rights)
    return [each.code for each in acting_refusals(documents(**rights), after, load(after), BY)]


def approving(**more: Any) -> Raw:
    return make_flow(
        [make_approval("nod_check1", **more)],
        ["trigger nod_check1", "nod_check1 approved end"],
        roles=[DESIGNER],
    )


def test_a_flow_with_the_rights_of_its_author_is_theirs_to_publish() -> None:
    assert lent(approving(fields={"fld_onote1": "edit"})) == []


def test_a_flow_does_not_act_with_a_role_its_author_does_not_hold() -> None:
    step = make_node("nod_setit1", "update_record", set={"fld_onote1": '"x"'})
    flow = make_flow([step], ["trigger nod_setit1", "nod_setit1 end"], roles=[POWER])

    assert lent(flow) == ["design.acting.role"]


def test_a_flow_does_not_look_at_what_its_author_may_not_read() -> None:
    branches = make_condition("nod_which1", high="customer.credit_limit > 1", low=None)
    edges = ["trigger nod_which1", "nod_which1 brn_high end", "nod_which1 brn_low0 end"]

    assert "design.acting.read" in lent(make_flow([branches], edges, roles=[DESIGNER]))


def test_a_flow_does_not_see_more_records_than_its_author() -> None:
    assert lent(approving(), read='status = "draft"') == ["design.acting.records"]


def test_a_step_does_not_let_others_enter_what_its_author_may_not() -> None:
    found = lent(approving(fields={"fld_onote1": "edit"}), fields={"fld_onote1": "read"})

    assert found == ["design.acting.enter"]


@pytest.mark.parametrize(("name", "codes"), [("note", []), ("customer.credit_limit", ["design.acting.read"])])
def test_a_message_does_not_tell_what_its_author_may_not_read(name: str, codes: list[str]) -> None:
    after = documents()
    after["templates/told.json"] = {
        "schema": "tongdao/template/1", "id": "tpl_told01", "name": "told", "label": make_label("Told"),
        "entity": ORDER, "subject": make_label("x"), "body": make_label("{{ record." + name + " }}"),
    }  # fmt: skip

    assert [each.code for each in acting_refusals(documents(), after, load(after), BY)] == codes


def test_going_back_to_a_flow_with_more_rights_is_refused_and_an_administrator_may() -> None:
    mine, stronger = approving(), {**approving(), "roles": [POWER]}
    drafts = FakeDrafts()
    releases = FakeReleases(drafts)
    for number, flow in enumerate((stronger, mine)):
        releases.publish(NewRelease(APP, number, documents(flow), "", ""))
    publishing = Publishing(
        Drafting(releases, drafts, FakeClock(), FakeIds()), releases, releases, FakeRuns()
    )  # type: ignore[arg-type]

    with pytest.raises(Forbidden) as refused:
        publishing.roll_back(APP, 1, "", BY)

    assert [each.code for each in refused.value.issues] == ["design.acting.role"]
    assert publishing.roll_back(APP, 1, "", Principal("system", "system")).number == 3
