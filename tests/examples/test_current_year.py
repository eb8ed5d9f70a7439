"""The generated year loads whole, ends today, and has the life that screens need."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from runtime.storage.connect import open_database
from runtime.transfer.importing import Destination
from tests.examples.seeding import TODAY, destination, records, seed


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Destination]:
    folder: Path = tmp_path_factory.mktemp("year")
    database = open_database(f"sqlite:///{folder / 'year.db'}")
    made = destination(database)
    seed(made, "current_year")
    yield made
    database.close()


def values(where: Destination, entity: str, *fields: str) -> list[Any]:
    return [record.values for record in records(where, entity, *fields)]


def test_the_last_order_is_of_today(where: Destination) -> None:
    days = [each["order_date"] for each in values(where, "sales_order", "order_date")]

    assert len(days) == 2980
    assert max(days) == TODAY
    assert min(days) > date(TODAY.year - 1, TODAY.month, TODAY.day)


def test_formulas_lookups_and_rollups_have_values(where: Destination) -> None:
    orders = values(where, "sales_order", "total", "over_limit", "customer_level", "received", "lines")
    channels = values(where, "channel", "name", "order_count", "sales_total", "return_on_cost")

    assert sum(each["over_limit"] for each in orders) == sum(each["total"] > 10_000 for each in orders) > 100
    assert all(each["customer_level"] for each in orders)
    assert sum(each["order_count"] for each in channels) > 2_800
    assert all(each["return_on_cost"] > 1 for each in channels if each["order_count"])


def test_there_is_work_to_do_everywhere(where: Destination) -> None:
    states = [each["status"] for each in values(where, "sales_order", "status")]
    short = [each for each in values(where, "stock", "shortage") if each["shortage"] > 0]

    assert {"draft", "submitted", "confirmed", "partly_shipped", "shipped", "completed", "returned"} <= set(
        states
    )
    assert len(short) > 20


def test_the_assessment_ranks_the_channels_as_its_source_does(where: Destination) -> None:
    names = {record.id: record.values["name"] for record in records(where, "channel", "name")}
    found = values(where, "channel_assessment", "channel", "priority", "share")

    ranked = {names[each["channel"]]: each["priority"] for each in found}

    assert ranked == {
        "华东区代理商": "高",
        "天猫旗舰店": "高",
        "直销大客户团队": "中",
        "线下直营门店": "高",
        "微信小程序商城": "中",
    }
