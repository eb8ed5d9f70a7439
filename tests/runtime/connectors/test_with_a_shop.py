"""A whole shop and a whole server: messages arrive, what was missed is fetched, tracking goes back."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import uvicorn
from sqlalchemy import update

from engine.kernel.errors import DomainError, Invalid, Unavailable
from examples.shops.woocommerce.shop import CONSUMER_KEY, CONSUMER_SECRET, Shop, running_shop
from runtime.connectors.acting import ShopCalls
from runtime.connectors.catching_up import CaughtUp, catch_up
from runtime.connectors.places import get_place
from runtime.connectors.sites import site_of, stored_at_work
from runtime.connectors.watching import look_around
from runtime.flows.outgoing import Call
from runtime.storage.pausing import pause, resume
from runtime.storage.system_tables_connectors import sys_connector
from tests.factories.server import codes
from tests.factories.shop import CONNECTOR, SECRETS
from tests.runtime.connectors.shop_server import ShopServer

GOODS = [
    {"sku": "PEN-1", "name": "Pen", "regular_price": "10.00"},
    {"sku": "INK-9", "name": "Ink", "regular_price": "5.00"},
]
KEYS = {**SECRETS, "consumer_key": CONSUMER_KEY, "consumer_secret": CONSUMER_SECRET}
BUYER = {"first_name": "小明", "last_name": "王", "phone": "13800138000"}


@pytest.fixture
def simulated() -> Iterator[Shop]:
    with running_shop(0, GOODS) as shop:
        yield shop


@pytest.fixture
def tongdao(simulated: Shop, sqlite_url: str, tmp_path: Path) -> Iterator[ShopServer]:
    place = simulated.address.removeprefix("http://")
    made = ShopServer(sqlite_url, tmp_path, simulated.address, private_hosts=(place,))
    made.set_up(simulated.address, secrets=KEYS)
    yield made
    made.close()


def buy(simulated: Shop, sku: str = "PEN-1", **more):
    body = {"set_paid": True, "billing": BUYER, "line_items": [{"sku": sku, "quantity": 1}], **more}
    return simulated.api.place(body)


def missed(tongdao: ShopServer) -> CaughtUp:
    """Ask for everything that happened in the shop since long ago."""
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    tongdao.services.database.write(
        lambda connection: connection.execute(update(sys_connector).values(cursor=long_ago))
    )
    return catch_up(tongdao.services, get_place(tongdao.services.apps, CONNECTOR))


def ship(tongdao: ShopServer, order: int, key: str = "flow:1", **more) -> object:
    values = {"order_no": str(order), "carrier": "顺丰", "tracking_no": "SF100", **more}
    return ShopCalls(tongdao.services)(
        Call(key=key, app="app_7kq2m4", connector=CONNECTOR, action="order_shipped", values=values)
    )


def test_what_was_missed_is_fetched_once(simulated: Shop, tongdao: ShopServer):
    for _ in range(3):
        buy(simulated)

    first, second = missed(tongdao), missed(tongdao)

    assert ((first.seen, first.taken), (second.seen, second.taken)) == ((3, 3), (3, 0))
    assert len(tongdao.orders()) == 3


def test_orders_beyond_one_page_are_fetched(simulated: Shop, tongdao: ShopServer):
    for _ in range(55):
        buy(simulated)

    assert missed(tongdao).taken == 55


def test_an_administrator_fetches_and_tries_out(simulated: Shop, tongdao: ShopServer):
    buy(simulated)
    boss = tongdao.boss()

    assert boss.post(f"/api/connectors/{CONNECTOR}:test").json() == {"ok": True, "issues": []}
    assert boss.post(f"/api/connectors/{CONNECTOR}:sync").status_code == 200


def test_a_wrong_key_is_said_in_words(simulated: Shop, tongdao: ShopServer):
    tongdao.set_up(simulated.address, secrets={**KEYS, "consumer_secret": "cs_wrong"})

    found = tongdao.boss().post(f"/api/connectors/{CONNECTOR}:test", headers={"Accept-Language": "en"}).json()

    assert (found["ok"], found["issues"][0]["message"]) == (False, "The shop does not accept the key.")


def test_a_shop_that_is_down_is_told_and_asked_again_later(tongdao: ShopServer):
    with running_shop(0, GOODS) as gone:
        address = gone.address
    tongdao.set_up(address, secrets=KEYS)

    with pytest.raises(DomainError):
        missed(tongdao)

    [connector] = tongdao.boss().get("/api/connectors").json()["items"]
    assert (connector["state"], connector["problem"]["code"]) == ("failing", "outgoing.port.refused")
    assert look_around(tongdao.services) == 0
    tongdao.server.clock.go_on(minutes=6)
    assert look_around(tongdao.services) == 1


def test_no_shop_is_asked_while_work_is_paused(simulated: Shop, tongdao: ShopServer):
    database, now = tongdao.services.database, tongdao.services.clock.now()

    database.write(lambda connection: pause(connection, now))
    while_paused = look_around(tongdao.services, is_start=True)
    database.write(resume)

    assert (while_paused, look_around(tongdao.services, is_start=True)) == (0, 1)


def test_tracking_goes_back_once_however_often_it_is_asked(simulated: Shop, tongdao: ShopServer):
    order = buy(simulated)
    missed(tongdao)

    for _ in range(3):
        ship(tongdao, order["id"])

    there = simulated.state.get("orders", order["id"])
    notes = [each["note"] for each in simulated.state.all("notes")]
    meta = {each["key"]: each["value"] for each in there["meta_data"]}
    assert (there["status"], notes) == ("completed", ["顺丰 SF100"])
    assert (meta["_tracking_number"], meta["_tracking_provider"]) == ("SF100", "顺丰")


def test_what_cannot_be_asked_is_refused_for_good(simulated: Shop, tongdao: ShopServer):
    with pytest.raises(Invalid) as unknown:
        ship(tongdao, 4711)
    with pytest.raises(Invalid) as missing:
        ship(tongdao, 1, tracking_no=None)

    assert [each.value.issues[0].code for each in (unknown, missing)] == [
        "connector.order.unknown",
        "connector.action.value_missing",
    ]


def test_a_connector_that_is_off_lets_calls_wait(simulated: Shop, tongdao: ShopServer):
    order = buy(simulated)
    missed(tongdao)
    tongdao.set_up(simulated.address, enabled=False)

    with pytest.raises(Unavailable):
        ship(tongdao, order["id"])


def test_listening_registers_each_topic_once_and_wakes_what_was_switched_off(
    simulated: Shop, tongdao: ShopServer
):
    place = get_place(tongdao.services.apps, CONNECTOR)
    site = site_of(tongdao.services, place, stored_at_work(tongdao.services, place))
    hook = "http://127.0.0.1:9/api/hooks/x"
    place.kind.listen(site, hook)
    simulated.state.put("webhooks", {**simulated.state.all("webhooks")[0], "status": "disabled"})

    place.kind.listen(site, hook)

    assert [each["status"] for each in simulated.state.all("webhooks")] == ["active"] * 4


def test_webhooks_are_registered_only_by_a_server_that_knows_its_address(
    simulated: Shop, tongdao: ShopServer
):
    nowhere = tongdao.boss().post(f"/api/connectors/{CONNECTOR}:listen")

    assert (codes(nowhere), simulated.state.all("webhooks")) == (["connector.hook.nowhere"], [])


def test_orders_arrive_by_themselves_although_the_shop_misbehaves(simulated: Shop, tongdao: ShopServer):
    with serving(tongdao) as address:
        place = get_place(tongdao.services.apps, CONNECTOR)
        site = site_of(tongdao.services, place, stored_at_work(tongdao.services, place))
        place.kind.listen(site, f"{address}/api/hooks/{CONNECTOR}")
        simulated.mischief.duplicates = simulated.mischief.reordering = True
        with httpx.Client(trust_env=False) as browser:
            pen = str(simulated.state.all("products")[0]["id"])
            for _ in range(4):
                page = browser.post(f"{simulated.address}/buy", data={f"p{pen}": "2", "do": "pay", **BUYER})
                assert page.status_code == 303
            wait_for(lambda: len(simulated.api.deliveries.sent) == 8)
            browser.post(f"{simulated.address}/order/10001", data={"do": "cancelled"})
            wait_for(lambda: len(simulated.api.deliveries.sent) == 10)

    assert {status for _, status in simulated.api.deliveries.sent} == {200}
    assert sorted(order["status"] for order in tongdao.orders()) == ["cancelled", "paid", "paid", "paid"]
    assert len(tongdao.customers()) == 1


def test_secrets_are_never_read_back_and_stay_with_their_host(simulated: Shop, tongdao: ShopServer):
    boss = tongdao.boss()
    [connector] = boss.get("/api/connectors").json()["items"]
    given = {"address": simulated.address, "secrets": {"consumer_key": "ck_2"}, "enabled": True}
    changed = boss.request("PUT", f"/api/connectors/{CONNECTOR}", json=given)
    moved = boss.request(
        "PUT", f"/api/connectors/{CONNECTOR}", json={**given, "address": "https://evil.example"}
    )
    odd = boss.request("PUT", f"/api/connectors/{CONNECTOR}", json={**given, "secrets": {"password": "x"}})
    audit = boss.get("/api/audit").text

    assert connector["secrets"] == {"consumer_key": True, "consumer_secret": True, "webhook_secret": True}
    assert changed.status_code == 200, changed.text
    assert codes(moved) == ["connector.secret.again", "connector.secret.again"]
    assert codes(odd) == ["connector.secret.unknown"]
    for text in (changed.text, audit, str(connector)):
        assert not any(secret in text for secret in (*KEYS.values(), "ck_2"))


def test_who_does_not_run_connectors_sees_none(tongdao: ShopServer):
    tongdao.server.add_person("anybody", ("app_7kq2m4", "rol_shop01"))
    client = tongdao.server.client().sign_in("anybody")

    assert client.get("/api/connectors").status_code == 403
    assert client.post(f"/api/connectors/{CONNECTOR}:sync").status_code == 403


class serving:
    """Run the server on a port of its own."""

    def __init__(self, tongdao: ShopServer) -> None:
        config = uvicorn.Config(tongdao.server.app(), log_config=None, port=0, lifespan="off")
        self._server = uvicorn.Server(config)
        self._socket = config.bind_socket()
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        wait_for(lambda: self._server.started)
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)


def wait_for(condition, seconds: float = 15) -> None:
    """Wait until something is so."""
    waiting = threading.Event()
    for _ in range(int(seconds / 0.02)):
        if condition():
            return
        waiting.wait(0.02)
    pytest.fail("it never came")
