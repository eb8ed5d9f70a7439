"""A shop in small: products, a warehouse, balances, orders; and stock steps as units of work."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection

from engine.access.principal import SYSTEM
from engine.entities.stock import StockLine
from engine.metadata.definition import Definition
from runtime.stock.checking import check_stock
from runtime.stock.holding import Holder, ShortLine
from runtime.stock.releasing import release
from runtime.stock.reserving import reserve
from runtime.stock.shipping import ship
from runtime.storage.repository import Repository, Store
from runtime.storage.unit import Origin, Unit
from tests.factories.definitions import make_formula
from tests.factories.documents import Raw, make_app, make_entity, make_field
from tests.factories.stores import publish

T = TypeVar("T")
PRODUCT, WAREHOUSE, STOCK, ORDER = "ent_prod01", "ent_ware01", "ent_stck01", "ent_sord01"
MARK = {"product": "fld_sprod1", "warehouse": "fld_sware1", "on_hand": "fld_sonha1", "reserved": "fld_srese1"}


def make_stock_documents(**more: Any) -> dict[str, Raw]:
    fields = [
        make_field("fld_sprod1", "product", "link", required=True, options={"entity": PRODUCT}),
        make_field("fld_sware1", "warehouse", "link", required=True, options={"entity": WAREHOUSE}),
        make_field("fld_sonha1", "on_hand", "integer", required=True, default="0"),
        make_field("fld_srese1", "reserved", "integer", required=True, default="0", read_only=True),
        make_formula("fld_savai1", "available", "on_hand - reserved", "integer"),
    ]
    named = [make_field("fld_pname1", "name", required=True)]
    return {
        "app.json": make_app(),
        "entities/product.json": make_entity(PRODUCT, "product", named, title="fld_pname1"),
        "entities/warehouse.json": make_entity(
            WAREHOUSE, "warehouse", [make_field("fld_wname1", "name", required=True)], title="fld_wname1"
        ),
        "entities/order.json": make_entity(
            ORDER, "order", [make_field("fld_onumb1", "number", required=True)], title="fld_onumb1"
        ),
        "entities/stock.json": make_entity(
            STOCK, "stock", fields, title="fld_sprod1", **{"stock": MARK, **more}
        ),
    }


class Shop:
    """The shop at work on a store."""

    def __init__(self, store: Store, documents: Mapping[str, Raw] | None = None) -> None:
        self.store = store
        self.definition: Definition = publish(store, documents or make_stock_documents())
        self.records = Repository(store, self.definition, SYSTEM)
        self.warehouse = self.records.create(WAREHOUSE, {"name": "中心仓"}).id

    def product(self, name: str = "台灯") -> str:
        return self.records.create(PRODUCT, {"name": name}).id

    def order(self, number: str = "SO-1") -> str:
        return self.records.create(ORDER, {"number": number}).id

    def balance(self, product: str, on_hand: int) -> str:
        values = {"product": product, "warehouse": self.warehouse, "on_hand": on_hand}
        return self.records.create(STOCK, values).id

    def amounts(self, balance: str) -> tuple[Any, ...]:
        """What is on hand, reserved and available."""
        values = self.records.get(STOCK, balance).values
        return values["on_hand"], values["reserved"], values["available"]

    def line(self, product: str, quantity: int) -> StockLine:
        return StockLine(
            line=self.store.ids.record_id(), product=product, warehouse=self.warehouse, quantity=quantity
        )

    def reserve(self, order: str, *lines: StockLine, **more: Any) -> list[ShortLine]:
        return self.unit(lambda unit: reserve(unit, STOCK, Holder(entity=ORDER, record=order, **more), lines))

    def release(self, order: str) -> int:
        return self.unit(lambda unit: release(unit, order))

    def ship(self, order: str, quantities: Mapping[str, int] | None = None) -> int:
        return self.unit(lambda unit: ship(unit, order, quantities))

    def unit(self, work: Callable[[Unit], T], origin: Origin | None = None) -> T:
        """Run something as a unit of work."""
        repository = Repository(self.store, self.definition, SYSTEM, origin or Origin("flow", by_hand=False))

        def run(connection: Connection) -> T:
            return work(repository.within(connection).unit)

        return self.store.database.write(run)

    def findings(self) -> list[Any]:
        with self.store.database.read() as connection:
            return check_stock(connection, self.definition)
