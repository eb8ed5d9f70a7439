"""Write the csv files of the generated year: `python -m examples.generate_channel_sales`.

The same seed gives the same files, byte for byte. Days are those of a fixed year; loading shifts them so
that it ends today.
"""

import csv
from pathlib import Path
from random import Random

from examples.generator import tables
from examples.generator.catalogue import make_products
from examples.generator.costs import make_costs, make_purchases
from examples.generator.customers import make_customers
from examples.generator.fulfilment import make_deliveries, make_payments, make_stock
from examples.generator.orders import make_orders
from examples.generator.pipeline import make_leads, make_opportunities

SEEDS = Path(__file__).parent / "channel_sales" / "seeds"
SEED = 20261120


def build() -> dict[str, tables.Table]:
    """Make every table by file name."""
    random = Random(SEED)
    taken = _names_in_use()
    products = make_products(random)
    customers = make_customers(random, taken)
    orders = make_orders(random, products, customers)
    stock = make_stock(random, products, orders)
    leads = make_leads(random, customers, taken)
    return {
        "departments": tables.departments(),
        "people": tables.people(),
        "channels": tables.channels(),
        "warehouses": tables.warehouses(),
        "products": tables.table(products, tables.PRODUCT),
        "price_lists": tables.price_lists(products),
        "customers": tables.table(customers, tables.CUSTOMER),
        "stock": tables.table(stock, tables.STOCK),
        "orders": tables.table_of_lines(orders, tables.ORDER, tables.ORDER_LINE),
        "payments": tables.table(make_payments(random, orders), tables.PAYMENT),
        "deliveries": tables.table_of_lines(
            make_deliveries(random, orders), tables.DELIVERY, tables.DELIVERY_LINE
        ),
        "purchase_requests": tables.table_of_lines(
            make_purchases(random, products, stock), tables.PURCHASE, tables.PURCHASE_LINE
        ),
        "leads": tables.table(leads, tables.LEAD),
        "opportunities": tables.table(make_opportunities(random, leads, orders), tables.OPPORTUNITY),
        "channel_costs": tables.table(make_costs(random, orders), tables.COST),
        "channel_assessments": tables.assessments(orders),
    }


def _names_in_use() -> set[str]:
    """Names of the past orders stay theirs, so that nobody is mixed up with a generated customer."""
    with (SEEDS / "supermarket_zh.csv").open(encoding="utf-8") as file:
        return {row["customer_name"] for row in csv.DictReader(file)}


def main() -> None:
    """Write all tables."""
    for name, table in build().items():
        with (SEEDS / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(table)


if __name__ == "__main__":
    main()
