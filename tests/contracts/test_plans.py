import copy
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import inspect

from engine.access.principal import SYSTEM, Principal
from engine.kernel.errors import Conflict, Invalid
from engine.ports import Conversion, NewRelease
from engine.query.record_query import Condition, RecordQuery, Sort
from runtime.storage.database import Database
from runtime.storage.definition_store import StoredDefinitions
from runtime.storage.planner import Planner, loaded
from runtime.storage.release_folder import ReleaseFolder
from runtime.storage.repository import Repository, Store
from tests.factories.definitions import make_role
from tests.factories.documents import make_app, make_entity, make_field
from tests.factories.stores import make_repository, make_store, publish

ORDER, CUSTOMER, LEVELS = "ent_order01", "ent_custm01", "opt_levl001"
Raw = dict[str, Any]


def _documents() -> Raw:
    lines = [make_field("fld_qty0001", "qty", "integer"), make_field("fld_prc0001", "price", "money")]
    order = [
        make_field("fld_code001", "code"),
        make_field("fld_cust001", "customer", "link", options={"entity": CUSTOMER}),
        make_field("fld_line001", "lines", "lines", options={"fields": lines}),
    ]
    return {
        "app.json": make_app(),
        "entities/customer.json": make_entity(
            CUSTOMER, "customer", [make_field("fld_name001", "name")], title="fld_name001"
        ),
        "entities/order.json": make_entity(ORDER, "order", order, title="fld_code001"),
    }


def _with_fields(documents: Raw, *fields: Raw, **more: Any) -> Raw:
    changed = copy.deepcopy(documents)
    order = changed["entities/order.json"]
    by_id = {each["id"]: each for each in (*order["fields"], *fields)}
    order["fields"] = list(by_id.values())
    order.update(more)
    return changed


@pytest.fixture
def store(database: Database) -> Store:
    return make_store(database)


@pytest.fixture
def filled(store: Store) -> list[str]:
    records = make_repository(store, publish(store, _documents()))
    customer = records.create(CUSTOMER, {"name": "张三"}).id
    return [
        records.create(
            ORDER,
            {
                "code": code,
                "customer": customer,
                "lines": [{"qty": 2, "price": "1.50"}, {"qty": 1, "price": "0.10"}],
            },
        ).id
        for code in ("12", "7.5", "30")
    ]


def _published(store: Store, documents: Raw) -> Repository:
    return make_repository(store, publish(store, documents))


def test_a_new_field_can_be_used_at_once_and_old_records_have_it_blank(
    store: Store, filled: list[str]
) -> None:
    new = make_field("fld_note001", "note", indexed=True)
    records = _published(store, _with_fields(_documents(), new))

    records.update(ORDER, filled[0], {"note": "快"}, 1)

    page = records.find(ORDER, RecordQuery(sort=(Sort("note", descending=True),)))
    assert [each.values["note"] for each in page.records] == ["快", None, None]


def test_a_new_formula_is_worked_out_for_old_records_and_lines(store: Store, filled: list[str]) -> None:
    documents = _documents()
    lines = documents["entities/order.json"]["fields"][2]["options"]["fields"]
    amount = {"expression": "qty * price", "result": "money"}
    lines.append(make_field("fld_amnt001", "amount", "formula", options=amount))
    total = make_field(
        "fld_totl001", "total", "formula", options={"expression": "SUM(lines.amount)", "result": "money"}
    )

    records = _published(store, _with_fields(documents, total))

    record = records.get(ORDER, filled[0])
    assert record.values["total"] == Decimal("3.10")
    assert [line.values["amount"] for line in record.values["lines"]] == [Decimal("3.00"), Decimal("0.10")]
    above = RecordQuery(conditions=(Condition("total", "greater", "3"),), count="exact")
    assert records.find(ORDER, above).total == 3


def test_a_changed_type_converts_every_value_and_back(store: Store, filled: list[str]) -> None:
    as_number = make_field("fld_code001", "code", "decimal", options={"scale": 1})
    records = _published(store, _with_fields(_documents(), as_number))
    assert records.get(ORDER, filled[1]).values["code"] == Decimal("7.5")

    back = _published(store, _documents())

    assert back.get(ORDER, filled[1]).values["code"] == "7.5"


def test_values_that_do_not_fit_a_new_type_stop_the_plan_and_change_nothing(
    store: Store, filled: list[str]
) -> None:
    as_date = make_field("fld_code001", "code", "integer")

    with pytest.raises(Invalid) as refused:
        publish(store, _with_fields(_documents(), as_date))

    assert refused.value.issues[0].code == "storage.plan.unconvertible"
    assert refused.value.issues[0].params["samples"] == "7.5"
    records = _published(store, _documents())
    assert records.get(ORDER, filled[1]).values["code"] == "7.5"


def test_a_unique_rule_is_checked_against_the_records_there_are(store: Store, filled: list[str]) -> None:
    rule = [{"id": "unq_cust001", "fields": ["fld_cust001"]}]

    with pytest.raises(Invalid) as refused:
        publish(store, _with_fields(_documents(), unique=rule))

    assert refused.value.issues[0].code == "storage.plan.duplicates"


def test_a_unique_rule_holds_from_then_on(store: Store, filled: list[str]) -> None:
    rule = [{"id": "unq_code001", "fields": ["fld_code001"]}]
    records = _published(store, _with_fields(_documents(), unique=rule))

    with pytest.raises(Invalid) as refused:
        records.create(ORDER, {"code": "12"})

    assert [issue.pointer for issue in refused.value.issues] == ["/code"]
    records.delete(ORDER, filled[0], 1)
    records.create(ORDER, {"code": "12"})
    records.create(ORDER, {"code": None})
    records.create(ORDER, {"code": None})


def test_a_removed_field_comes_back_with_its_values(store: Store, filled: list[str]) -> None:
    without = _documents()
    del without["entities/order.json"]["fields"][0]
    del without["entities/order.json"]["title"]
    assert "code" not in _published(store, without).get(ORDER, filled[0]).values

    records = _published(store, _documents())

    assert records.get(ORDER, filled[0]).values["code"] == "12"


def test_a_dry_run_tells_the_steps_and_does_nothing(store: Store, filled: list[str]) -> None:
    planner = Planner(store.database, store.clock, store.log)
    as_number = make_field("fld_code001", "code", "decimal")

    steps = planner.dry_run("inspection", _with_fields(_documents(), as_number))

    assert [(each.code, each.rows) for each in steps] == [("storage.step.convert", 3)]
    assert planner.dry_run("inspection", _documents()) == []


def _conversions(store: Store, documents: Raw, by: Principal = SYSTEM) -> Sequence[Conversion]:
    return Planner(store.database, store.clock, store.log).conversions(by, "inspection", documents)


def test_values_that_a_new_type_does_not_take_are_named_with_their_records_beforehand(
    store: Store, filled: list[str]
) -> None:
    documents = _documents()
    lines = documents["entities/order.json"]["fields"][2]["options"]["fields"]
    lines[1] = make_field("fld_prc0001", "price", "integer")
    changed = _with_fields(documents, make_field("fld_code001", "code", "integer"))

    code, price = sorted(_conversions(store, changed), key=lambda each: each.field)

    assert (code.fitting, code.unfit, price.fitting, price.unfit) == (2, 1, 0, 6)
    [example] = code.examples
    assert (example.record, example.title, example.value) == (filled[1], "7.5", "7.5")
    assert example.reason.code == "field.integer.fraction"
    assert [each.record for each in price.examples] == [id for id in sorted(filled) for _ in range(2)]
    assert {each.value for each in price.examples} == {"1.50", "0.10"}
    assert make_repository(store, loaded(_documents())).get(ORDER, filled[1]).values["code"] == "7.5"


def test_only_the_first_unfit_values_are_named_those_in_the_trash_among_them(
    store: Store, filled: list[str]
) -> None:
    records = make_repository(store, loaded(_documents()))
    made = [records.create(ORDER, {"code": f"no {n}"}).id for n in range(25)]
    records.delete(ORDER, made[0], 1)
    changed = _with_fields(_documents(), make_field("fld_code001", "code", "decimal"))

    [tried] = _conversions(store, changed)

    assert (tried.fitting, tried.unfit) == (3, 25)
    assert [each.value for each in tried.examples] == [f"no {n}" for n in range(20)]


@pytest.mark.parametrize("rights", [{"read": False}, {"read": True, "fields": {"fld_code001": "hidden"}}])
def test_who_may_not_read_a_field_is_told_only_how_many_values_do_not_fit(
    store: Store, filled: list[str], rights: Raw
) -> None:
    role = make_role("rol_look0001", "looker", {"entity": ORDER, **rights})
    documents = {**_documents(), "roles/looker.json": role}
    publish(store, documents)
    changed = _with_fields(documents, make_field("fld_code001", "code", "integer"))
    looker = Principal("usr_1", "human", frozenset({"rol_look0001"}))

    [tried] = _conversions(store, changed, looker)

    assert (tried.unfit, tried.examples) == (1, ())


@pytest.mark.parametrize(("rule", "named"), [('HAS_ROLE("looker")', 1), ('NOT(HAS_ROLE("looker"))', 0)])
def test_rules_of_rows_that_ask_for_roles_decide_which_values_are_named(
    store: Store, filled: list[str], rule: str, named: int
) -> None:
    role = make_role("rol_look0001", "looker", {"entity": ORDER, "read": rule})
    documents = {**_documents(), "roles/looker.json": role}
    publish(store, documents)
    changed = _with_fields(documents, make_field("fld_code001", "code", "integer"))
    looker = Principal("usr_1", "human", frozenset({"rol_look0001"}))

    [tried] = _conversions(store, changed, looker)

    assert (tried.unfit, len(tried.examples)) == (1, named)


def test_publishing_from_an_old_release_is_a_conflict(store: Store, filled: list[str]) -> None:
    publish(store, _documents())
    planner = Planner(store.database, store.clock, store.log)
    newest = StoredDefinitions(store.database).newest("inspection")
    assert newest is not None

    with pytest.raises(Conflict):
        planner.publish(_release(newest.number - 1))


def _release(base: int) -> Any:
    return NewRelease("inspection", base, _documents(), "", "")


def test_administrators_see_a_view_with_the_names_of_the_app(store: Store, filled: list[str]) -> None:
    with store.database.read() as connection:
        assert "v_inspection_order" in inspect(connection).get_view_names()
        row = connection.exec_driver_sql("SELECT code, version FROM v_inspection_order ORDER BY code").first()
    assert tuple(row) == ("12", 1)


def test_published_documents_lie_in_a_folder_too(store: Store, tmp_path) -> None:
    planner = Planner(store.database, store.clock, store.log, ReleaseFolder(tmp_path / "apps"))
    planner.publish(_release(0))

    files = sorted(path.name for path in (tmp_path / "apps" / "inspection").rglob("*.json"))

    assert files == ["app.json", "customer.json", "order.json"]


def test_a_new_required_field_with_a_constant_default_is_filled_for_old_records(
    store: Store, filled: list[str]
) -> None:
    level = make_field(
        "fld_levl001", "level", "choice", required=True, default='"low"', options={"list": LEVELS}
    )
    numbers = [
        make_field("fld_cnt0001", "count", "integer", required=True, default="3"),
        make_field("fld_fee0001", "fee", "money", required=True, default="1.5"),
        make_field("fld_yes0001", "yes", "switch", required=True, default="TRUE"),
        make_field("fld_txt0001", "text", required=True, default="\"50% of 'a:b'\""),
    ]
    moment = make_field("fld_day0001", "day", "date", required=True, default="TODAY()")
    documents = _with_fields(_documents(), level, moment, *numbers) | _levels("low", "high")

    records = _published(store, documents)

    assert [records.get(ORDER, id).values["level"] for id in filled] == ["low"] * 3
    values = records.get(ORDER, filled[0]).values
    assert [values[name] for name in ("day", "count", "fee", "yes", "text")] == [
        None, 3, Decimal("1.5"), True, "50% of 'a:b'",
    ]  # fmt: skip
    assert records.create(ORDER, {"code": "9", "day": "2026-01-01"}).version == 1


def test_a_choice_that_records_have_cannot_be_removed(store: Store, filled: list[str]) -> None:
    fields = [
        make_field("fld_levl001", "level", "choice", options={"list": LEVELS}),
        make_field("fld_tags001", "tags", "multi_choice", options={"list": LEVELS}),
    ]
    documents = _with_fields(_documents(), *fields)
    records = _published(store, documents | _levels("low", "high", "高", "free"))
    records.update(ORDER, filled[0], {"level": "high", "tags": ["low", "高"]}, 1)

    for kept in (("low", "高", "free"), ("low", "high", "free")):
        with pytest.raises(Invalid) as refused:
            publish(store, documents | _levels(*kept))
        assert refused.value.issues[0].code == "storage.plan.choice_used"
        assert refused.value.issues[0].params["count"] == 1
    publish(store, documents | _levels("low", "high", "高"))


def _levelled(store: Store, filled: list[str]) -> Raw:
    """Orders with a level, several tags, and a formula over the level; publish them, give values to two."""
    shout = {"expression": 'level & "!"', "result": "text"}
    fields = [
        make_field("fld_levl001", "level", "choice", options={"list": LEVELS}),
        make_field("fld_tags001", "tags", "multi_choice", options={"list": LEVELS}),
        make_field("fld_shout01", "shout", "formula", options=shout),
    ]
    documents = _with_fields(_documents(), *fields)
    records = _published(store, documents | _levels("low", "high", "高", "free"))
    records.update(ORDER, filled[0], {"level": "高", "tags": ["low", "高"]}, 1)
    records.update(ORDER, filled[1], {"level": "low", "tags": ["high", "高"]}, 1)
    return documents


def _merged(documents: Raw) -> Raw:
    changed = documents | _levels("low", "high", "free")
    changed["options/level.json"]["choices"][1]["merged"] = ["高"]
    return changed


def test_records_with_a_merged_choice_get_the_other_one(store: Store, filled: list[str]) -> None:
    documents = _levelled(store, filled)
    planner = Planner(store.database, store.clock, store.log)

    steps = [each for each in planner.dry_run("inspection", _merged(documents)) if "merge" in each.code]
    records = _published(store, _merged(documents))

    assert [(each.params["field"]["en"], each.rows) for each in steps] == [("level", 1), ("tags", 2)]  # type: ignore[index]
    first, second = (records.get(ORDER, id).values for id in filled[:2])
    assert (first["level"], first["tags"], first["shout"]) == ("high", ("low", "high"), "high!")
    assert (second["level"], second["tags"], second["shout"]) == ("low", ("high",), "low!")
    assert not any("merge" in each.code for each in planner.dry_run("inspection", _merged(documents)))


def test_a_merged_choice_may_still_be_sent_and_means_the_other_one(store: Store, filled: list[str]) -> None:
    records = _published(store, _merged(_levelled(store, filled)))

    id = records.create(ORDER, {"level": "高", "tags": ["高", "low"]}).id

    values = records.get(ORDER, id).values
    assert (values["level"], values["tags"]) == ("high", ("low", "high"))


def test_a_merge_that_leaves_two_records_alike_is_refused_where_they_may_not_be(
    store: Store, filled: list[str]
) -> None:
    documents = _levelled(store, filled)
    documents = _with_fields(documents, unique=[{"id": "unq_levl001", "fields": ["fld_levl001"]}])
    records = _published(store, documents | _levels("low", "high", "高", "free"))
    records.update(ORDER, filled[2], {"level": "high"}, 1)

    with pytest.raises(Invalid) as refused:
        publish(store, _merged(documents))

    assert refused.value.issues[0].code == "storage.plan.duplicates"
    assert records.get(ORDER, filled[0]).values["level"] == "高"


def _levels(*values: str) -> Raw:
    choices = [{"value": value, "label": {"en": value}} for value in values]
    options = {"schema": "tongdao/options/1", "id": LEVELS, "name": "level", "label": {"en": "Level"}}
    return {"options/level.json": {**options, "choices": choices}}
