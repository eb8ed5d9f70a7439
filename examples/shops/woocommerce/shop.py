"""The shop as one application, and a way to run it in a thread beside whoever needs it."""

import asyncio
import csv
import socket
import threading
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from examples.shops.woocommerce import storefront
from examples.shops.woocommerce.api import Api
from examples.shops.woocommerce.deliveries import Deliveries, Mischief
from examples.shops.woocommerce.keys import Keys
from examples.shops.woocommerce.refusals import Refused
from examples.shops.woocommerce.state import State

HOST = "127.0.0.1"
CONSUMER_KEY = "ck_demo_shop"
CONSUMER_SECRET = "cs_demo_shop"
Goods = Sequence[Mapping[str, str]]

# Nobody has this article in stock: an order of it shows what happens to what cannot be booked.
UNKNOWN = {"sku": "GIFT-0001", "name": "节日礼盒 Gift box", "regular_price": "88.00"}


@dataclass
class Shop:
    """A running shop."""

    address: str
    state: State
    api: Api

    @property
    def mischief(self) -> Mischief:
        """Return what it does wrong on purpose."""
        return self.api.deliveries.mischief


def goods_of(file: Path, number: int = 12) -> list[Mapping[str, str]]:
    """Return articles from the product list of the example app."""
    with file.open(encoding="utf-8", newline="") as rows:
        listed = list(csv.DictReader(rows))
    chosen = listed[:: max(1, len(listed) // number)][:number]
    known = [{"sku": row["SKU"], "name": row["产品名称"], "regular_price": row["标准售价"]} for row in chosen]
    return [*known, UNKNOWN]


def create_shop(address: str, goods: Goods, file: Path | None = None) -> tuple[Starlette, Shop]:
    """Return the application and what it stands on."""
    state = State(file)
    deliveries = Deliveries(state, f"{address}/", Mischief())
    api = Api(state, Keys(CONSUMER_KEY, CONSUMER_SECRET), deliveries, lambda: address)
    if not state.all("products"):
        for each in goods:
            state.add("products", {**_product(each)})

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        sending = asyncio.create_task(deliveries.run())
        yield
        sending.cancel()
        with suppress(asyncio.CancelledError):
            await sending

    app = Starlette(
        routes=[*api.routes(), *storefront.routes(api)],
        exception_handlers={Refused: _refuse},
        lifespan=lifespan,
    )
    return app, Shop(address, state, api)


@contextmanager
def running_shop(port: int, goods: Goods, file: Path | None = None) -> Iterator[Shop]:
    """Run a shop in a thread; port 0 takes any free one."""
    with socket.create_server((HOST, port)) as listener:
        address = f"http://{HOST}:{listener.getsockname()[1]}"
        app, shop = create_shop(address, goods, file)
        config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=1)
        server = _Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), name="shop", daemon=True)
        thread.start()
        server.is_up.wait(10)
        try:
            yield shop
        finally:
            server.should_exit = True
            thread.join(5)


class _Server(uvicorn.Server):
    """A server that says when it answers, and leaves signals to the main program."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()


async def _refuse(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    body: dict[str, Any] = {"code": error.code, "message": error.message, "data": {"status": error.status}}
    return JSONResponse(body, error.status)


def _product(given: Mapping[str, str]) -> dict[str, Any]:
    price = given["regular_price"]
    return {**given, "price": price, "type": "simple", "status": "publish", "stock_status": "instock",
            "manage_stock": False, "stock_quantity": None, "date_created_gmt": "2026-01-01T00:00:00",
            "date_modified_gmt": "2026-01-01T00:00:00"}  # fmt: skip
