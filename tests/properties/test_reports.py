"""Both databases answer a question about figures as memory does, for questions and records made by chance."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from engine.access.principal import SYSTEM, Principal
from engine.metadata.definition import Definition
from engine.reports.answer import Answer, answer
from engine.reports.computing import rounded
from engine.reports.execute import Memory, Record, execute
from engine.reports.eyes import Eyes
from engine.reports.question import OTHERS, Question
from engine.reports.understand import understand
from runtime.reports.ask import Asked, snapshot
from runtime.reports.drill import Cell, drill
from runtime.reports.titles import Titles
from runtime.reports.wire import member_json, value_json
from runtime.storage.connect import open_database
from runtime.storage.repository import Store, viewer_of
from tests.factories.stores import make_repository, make_store, publish
from tests.factories.trade import COST, COUNT, CUSTOMER, LINES, ORDER, make_query, make_trade_app
from tests.factories.trade_records import fill, plain_records

SELLER = Principal("seller", "human", frozenset({"rol_sell01"}))
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
Raw = dict[str, Any]


class World:
    """One app with the same records in both databases, and as plain records; too large to be written out."""

    def __init__(self, stores: list[Store], definition: Definition, records: Any) -> None:
        self.stores = stores
        self.definition = definition
        self.records = records


@pytest.fixture(params=[1, 2])
def world(request: pytest.FixtureRequest, sqlite_url: str, postgres_url: str) -> Iterator[World]:
    documents = make_trade_app(timezone="Europe/Berlin", fiscal_month=4)
    databases = [open_database(url) for url in (sqlite_url, postgres_url)]
    stores = [make_store(each) for each in databases]
    definitions = [publish(store, documents) for store in stores]
    repositories = [make_repository(*each) for each in zip(stores, definitions, strict=True)]
    for each in repositories:
        fill(each, request.param)
    yield World(stores, definitions[0], plain_records(repositories[0]))
    for database in databases:
        database.close()


def _seller_sees(entity: str, record: Record) -> bool:
    if entity == ORDER:
        return record.get("status") != "draft"
    return entity != CUSTOMER or record.get("city") != "X"


def _figure(id: str, **more: Any) -> Raw:
    return {"id": id, **more}


OF_ORDERS = [
    _figure("n", home=ORDER, aggregate="count"),
    _figure("freight", home=ORDER, aggregate="sum", field="fld_ofrei1"),
    _figure("mean", home=ORDER, aggregate="average", field="fld_ofrei1", scale=3),
    _figure("least", home=ORDER, aggregate="minimum", field="fld_ofrei1"),
    _figure("latest", home=ORDER, aggregate="maximum", field="fld_odate1"),
    _figure("buyers", home=ORDER, aggregate="count_distinct", field="fld_ocust1"),
    _figure("cities", home=ORDER, aggregate="count_distinct", path=["fld_ocust1"], field="fld_ccity1"),
    _figure("paid", home=ORDER, aggregate="sum", field="fld_ofrei1", where='status = "paid"'),
    _figure("gold", home=ORDER, aggregate="count", where='customer.level = "gold"'),
    _figure("taxed", home=ORDER, aggregate="sum", value="freight * 1.065 + 1"),
    _figure("received", home=ORDER, aggregate="sum", field="fld_ofrei1", date="fld_opaid1"),
    _figure("rebate", home=ORDER, aggregate="sum", field="fld_oreba1"),
    _figure("newest", home=ORDER, aggregate="last", field="fld_ofrei1", date="fld_odate1"),
]
OF_LINES = [
    _figure("sales", home=ORDER, lines=LINES, aggregate="sum", field="fld_lamou1"),
    _figure("lines", home=ORDER, lines=LINES, aggregate="count"),
    _figure("orders", home=ORDER, lines=LINES, aggregate="count_distinct", field="id"),
    _figure("price", home=ORDER, lines=LINES, aggregate="average", field="fld_lpric1"),
    _figure("products", home=ORDER, lines=LINES, aggregate="count_distinct", field="fld_lprod1"),
    _figure("margin", home=ORDER, lines=LINES, aggregate="sum", value="quantity * (price - product.cost)"),
    _figure("urgent", home=ORDER, lines=LINES, aggregate="sum", field="fld_lquan1", where="parent.urgent"),
]
OF_COSTS = [
    _figure("costs", home=COST, aggregate="sum", field="fld_kamou1"),
    _figure("spent", home=COST, aggregate="count"),
]
OF_COUNTS = [
    _figure("stock", home=COUNT, aggregate="last", field="fld_squan1", date="fld_sday01"),
    _figure("opening", home=COUNT, aggregate="first", field="fld_squan1", date="fld_sday01"),
]
OF_CUSTOMERS = [
    _figure("customers", home=CUSTOMER, aggregate="count"),
    _figure("ordered", home=CUSTOMER, aggregate="sum", field="fld_corde1"),
    _figure("credit", home=CUSTOMER, aggregate="sum", field="fld_ccred1"),
]
COMPOSED = ["{0} / {1}", "{0} - {1} * 2", "ROUND({0}, 1) + {1}"]


def _dimension(id: str, home: str, field: str, *path: str, **more: Any) -> Raw:
    return {"id": id, "home": home, "field": field, "path": list(path), **more}


GRAINS = st.sampled_from(["year", "quarter", "month", "week", "day"])
BUYER = _dimension("buyer", ORDER, "fld_ocust1", also=[{"home": COST, "field": "fld_kcust1"}])
SHARED = [
    BUYER,
    _dimension(
        "city", ORDER, "fld_ccity1", "fld_ocust1",
        also=[{"home": COST, "path": ["fld_kcust1"], "field": "fld_ccity1"}],
    ),
    _dimension(
        "level", ORDER, "fld_clevel", "fld_ocust1",
        also=[{"home": COST, "path": ["fld_kcust1"], "field": "fld_clevel"}],
    ),
]  # fmt: skip
DATED = _dimension("day", ORDER, "fld_odate1", also=[{"home": COST, "field": "fld_kday01"}])
OF_ORDER = [
    *SHARED,
    _dimension("status", ORDER, "fld_ostat1"),
    _dimension("lookup", ORDER, "fld_oleve1"),
    _dimension("urgent_", ORDER, "fld_ourge1"),
    _dimension("size", ORDER, "fld_ofrei1", bins=["0", "99.5", "500"]),
    _dimension("plain_day", ORDER, "fld_odate1"),
    _dimension("hour", ORDER, "fld_oplac1", grain="hour"),
]
PRODUCT = {
    "id": "product", "home": ORDER, "lines": LINES, "field": "fld_lprod1",
    "also": [{"home": COUNT, "field": "fld_sprod1"}],
}  # fmt: skip
CATEGORY = {
    "id": "category", "home": ORDER, "lines": LINES, "path": ["fld_lprod1"], "field": "fld_pcate1",
    "also": [{"home": COUNT, "path": ["fld_sprod1"], "field": "fld_pcate1"}],
}  # fmt: skip
COUNT_DAY = _dimension("day", ORDER, "fld_odate1", also=[{"home": COUNT, "field": "fld_sday01"}])
OF_CUSTOMER = [
    _dimension("city", CUSTOMER, "fld_ccity1"),
    _dimension("level", CUSTOMER, "fld_clevel"),
    _dimension("credit_", CUSTOMER, "fld_ccred1", bins=["100"]),
]


@st.composite
def dated(draw: st.DrawFn, dimension: Raw) -> Raw:
    more = {"grain": draw(GRAINS), "week_start": draw(st.sampled_from(["monday", "sunday"]))}
    return {**dimension, **more, "fill_gaps": draw(st.booleans()) and more["grain"] in ("month", "year")}


PLACED = _dimension("placed", ORDER, "fld_oplac1")
FAMILIES = [
    (OF_ORDERS, [*map(st.just, OF_ORDER), dated(DATED), dated(PLACED)]),
    (OF_LINES, [*map(st.just, OF_ORDER), st.just(PRODUCT), st.just(CATEGORY), dated(DATED)]),
    (OF_ORDERS + OF_LINES, [*map(st.just, SHARED), dated(DATED), dated(PLACED)]),
    (OF_ORDERS + OF_COSTS, [*map(st.just, SHARED), dated(DATED)]),
    (OF_LINES + OF_COUNTS, [st.just(PRODUCT), st.just(CATEGORY), dated(COUNT_DAY)]),
    (OF_CUSTOMERS, list(map(st.just, OF_CUSTOMER))),
]


def _relative(dimension: Raw) -> st.SearchStrategy[Raw]:
    return st.fixed_dictionaries({
        "dimension": st.just(dimension["id"]),
        "operator": st.sampled_from(["last", "this", "previous", "next", "to_date"]),
        "unit": st.sampled_from(["year", "quarter", "month", "week", "day"]),
        "n": st.integers(1, 14),
        "complete": st.booleans(),
    })  # fmt: skip


PLAIN_FILTERS: list[Raw] = [
    {"home": ORDER, "field": "fld_ofrei1", "operator": "greater", "value": "120.5"},
    {"home": ORDER, "field": "fld_ofrei1", "operator": "between", "value": ["0", "500"]},
    {"home": ORDER, "field": "fld_ostat1", "operator": "in", "value": ["paid", "shipped", None]},
    {"home": ORDER, "field": "fld_ostat1", "operator": "not_equals", "value": "paid"},
    {"home": ORDER, "field": "fld_odate1", "operator": "between", "value": ["2026-01-01", "2026-11-30"]},
    {"home": ORDER, "field": "fld_oplac1", "operator": "less_or_equal", "value": "2026-10-25"},
    {"home": ORDER, "field": "fld_oplac1", "operator": "this", "unit": "month"},
    {"home": ORDER, "path": ["fld_ocust1"], "field": "fld_ccity1", "operator": "contains", "value": "a"},
    {"home": ORDER, "path": ["fld_ocust1"], "field": "fld_ccity1", "operator": "is_empty"},
    {"home": ORDER, "lines": LINES, "field": "fld_lquan1", "operator": "greater", "value": 4},
    {"home": ORDER, "lines": LINES, "path": ["fld_lprod1"], "field": "fld_pcate1", "operator": "equals", "value": "food"},
]  # fmt: skip
CUSTOMER_FILTERS: list[Raw] = [
    {"home": CUSTOMER, "path": ["fld_ocust1"], "field": "fld_ostat1", "operator": "equals", "value": "paid"},
    {"home": CUSTOMER, "path": ["fld_kcust1"], "field": "fld_kamou1", "operator": "less", "value": "300"},
    {
        "home": CUSTOMER,
        "path": ["fld_ocust1", "fld_ocust1"],
        "field": "fld_ccity1",
        "operator": "is_not_empty",
    },
]
MEMBERS: Raw = {
    "city": ["北京", "a", None], "level": ["gold", None], "status": ["draft", None, "paid"],
    "urgent_": [True, None], "size": ["..0", "99.5..500"], "category": ["food", "茶"], "credit_": ["100.."],
}  # fmt: skip


@st.composite
def filters(draw: st.DrawFn, dimensions: list[Raw], figures: list[str], *, of_customers: bool) -> list[Raw]:
    found = draw(st.lists(st.sampled_from(CUSTOMER_FILTERS if of_customers else PLAIN_FILTERS), max_size=2))
    for each in dimensions:
        if "grain" in each and each["grain"] != "hour" and draw(st.booleans()):
            found = [*found, draw(_relative(each))]
        elif each["id"] in MEMBERS and draw(st.integers(0, 3)) == 0:
            values = draw(st.lists(st.sampled_from(MEMBERS[each["id"]]), min_size=1, max_size=3))
            found = [
                *found,
                {
                    "dimension": each["id"],
                    "operator": draw(st.sampled_from(["in", "not_in"])),
                    "value": values,
                },
            ]
    if figures[0] != "latest" and draw(st.integers(0, 5)) == 0:
        found = [*found, {"measure": figures[0], "operator": "greater", "value": "1"}]
    return found


@st.composite
def queries(draw: st.DrawFn) -> Raw:
    pool, shelves = draw(st.sampled_from(FAMILIES))
    measures = draw(
        st.lists(st.sampled_from(pool), min_size=1, max_size=4, unique_by=lambda each: each["id"])
    )
    dimensions = [draw(each) for each in draw(st.lists(st.sampled_from(shelves), max_size=3, unique=True))]
    assume(len({each["id"] for each in dimensions}) == len(dimensions))
    ids = [each["id"] for each in measures]
    if len(ids) > 1 and "latest" not in ids and draw(st.booleans()):
        made = draw(st.sampled_from(COMPOSED)).format(*ids)
        measures = [*measures, {"id": "made", "expression": made, "scale": 3}]
    query: Raw = {"measures": measures, "dimensions": dimensions, "limit": draw(st.sampled_from([3, 5000]))}
    query["filters"] = draw(filters(dimensions, ids, of_customers=pool is OF_CUSTOMERS))
    names = [each["id"] for each in dimensions]
    if names:
        query["totals"] = draw(st.lists(st.lists(st.sampled_from(names), unique=True), max_size=2))
        keys = st.fixed_dictionaries({"by": st.sampled_from([*names, *ids]), "descending": st.booleans()})
        query["sort"] = draw(st.lists(keys, max_size=2))
        if draw(st.booleans()):
            query["top"] = draw(st.fixed_dictionaries({
                "dimension": st.sampled_from(names), "by": st.sampled_from(ids), "n": st.integers(1, 3),
                "ascending": st.booleans(), "others": st.booleans(),
            }))  # fmt: skip
    if draw(st.integers(0, 2)) == 0:
        query["compare"] = {"with": draw(st.sampled_from(["previous_period", "previous_year"]))}
    return query


@settings(max_examples=70, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(raw=queries(), is_seller=st.booleans())
def test_both_databases_answer_what_memory_answers(world: World, raw: Raw, is_seller: bool) -> None:
    principal = SELLER if is_seller else SYSTEM
    question = understand(Eyes(world.definition, principal), make_query(*raw.pop("measures"), **raw))
    assume(isinstance(question, Question))
    assert isinstance(question, Question)

    answers = [_stored(world, store, principal, question) for store in world.stores]

    assert answers[0] == answers[1]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(raw=queries(), is_seller=st.booleans(), choice=st.integers(0, 1000))
def test_the_records_of_any_cell_add_up_to_it(world: World, raw: Raw, is_seller: bool, choice: int) -> None:
    principal = SELLER if is_seller else SYSTEM
    question = understand(Eyes(world.definition, principal), make_query(*raw.pop("measures"), **raw))
    assume(isinstance(question, Question))
    assert isinstance(question, Question)
    store = world.stores[choice % 2]
    viewer = viewer_of(store, world.definition, principal)

    with snapshot(store.database) as connection:
        asked = Asked(viewer, connection, question)
        lines = answer(question, viewer.context, asked.aggregate).lines
        figures = [each for each in question.figures if each.expression is None]
        assume(lines and figures)
        line, figure = lines[choice % len(lines)], figures[choice % len(figures)]
        members = {
            each.id: None if key is OTHERS else member_json(each, key)
            for each, key in zip(question.dimensions, line.key, strict=True)
        }
        others = {"_others": True} if OTHERS in line.key else {}
        found = drill(asked, Cell(figure.id, members | others, limit=500))

    assert found["sum"] == value_json(rounded(figure, line.figures[figure.id]), figure)
    assert found["total"] == len(found["items"])


def _stored(world: World, store: Store, principal: Principal, question: Question) -> Answer:
    """Answer from a database, and hold it to what memory answers with the same titles."""
    viewer = viewer_of(store, world.definition, principal)
    with snapshot(store.database) as connection:
        titles = Titles(viewer, connection, "en")
        asked = Asked(viewer, connection, question)
        found = answer(question, viewer.context, asked.aggregate, titles.ranks)
        seen = {"sees": _seller_sees} if principal is SELLER else {}
        memory = Memory(world.definition, world.records, viewer.context, **seen)
        assert found == execute(question, memory, titles.ranks)
    return found
