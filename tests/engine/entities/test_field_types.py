"""Every field type reads and refuses as its vectors say, reads its own values back, and speaks JSON."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.entities.field_type import FieldType, Surroundings, Trait
from engine.entities.field_types._index import FIELD_TYPES
from engine.kernel.issue import Issue
from engine.metadata.model import FIELD_OPTIONS, Choice, FormulaOptions, Options
from engine.text.catalog import MESSAGES

VECTORS = Path(__file__).parents[2] / "conformance/fields"
ID = "0192f7c4-8a3e-7cc1-9d2e-3f4a5b6c7d8e"
SHANGHAI = ZoneInfo("Asia/Shanghai")
NEEDED = {
    "choice": {"list": "opt_a"}, "multi_choice": {"list": "opt_a"}, "sequence": {"format": "{0000}"},
    "link": {"entity": "ent_a"}, "lookup": {"link": "fld_a", "field": "fld_b"}, "lines": {"fields": ()},
    "rollup": {"entity": "ent_a", "link": "fld_a"}, "formula": {"expression": "1", "result": "text"},
}  # fmt: skip


def make_surroundings(lists: dict[str, Any] | None = None) -> Surroundings:
    made = {
        id: Options(
            schema="tongdao/options/1", id=id, name=id, label={},
            choices=tuple(Choice(**choice) for choice in each["choices"]),
        )
        for id, each in (lists or {}).items()
    }  # fmt: skip
    return Surroundings(SHANGHAI, made)


def read_and_check(type: FieldType, options: Any, around: Surroundings, raw: object) -> object:
    value = type.reader(options, around)(raw)
    if isinstance(value, Issue) or value is None or type.checker is None:
        return value
    return type.checker(options, around)(value) or value


def vectors() -> list[Any]:
    files = {path.stem: json.loads(path.read_text()) for path in sorted(VECTORS.glob("*.json"))}
    return [
        pytest.param(key, content, case, id=f"{key}: {case['says']}")
        for key, content in files.items()
        for case in content["cases"]
    ]


@pytest.mark.parametrize(("key", "content", "case"), vectors())
def test_a_field_type_reads_as_its_vectors_say(key, content, case):
    type = FIELD_TYPES[key]
    around = make_surroundings(content.get("lists"))
    options = type.options(**case.get("options", {}))

    value = read_and_check(
        type, options, around, case["input"] * case.get("repeat", 1) if "repeat" in case else case["input"]
    )

    if "issue" in case:
        assert isinstance(value, Issue), value
        assert value.code == case["issue"]
        assert value.code in MESSAGES["en"]
    else:
        assert not isinstance(value, Issue), value
        assert (None if value is None else type.serialise(value)) == case["value"]


def test_every_field_type_has_vectors_and_options():
    assert set(FIELD_TYPES.keys()) == set(FIELD_OPTIONS) == {path.stem for path in VECTORS.glob("*.json")}
    assert all(FIELD_OPTIONS[each.key] is each.options for each in FIELD_TYPES)


@pytest.mark.parametrize("key", FIELD_TYPES.keys())
@pytest.mark.parametrize("hostile", ["\x00", "\ud800", "9" * 41, "A" * 100_000, {"$ref": "x"}, [[[]]], 10**400, float("inf"), float("nan"), b"x"])  # fmt: skip
def test_hostile_values_are_refused_or_read_and_never_break(key, hostile):
    type = FIELD_TYPES[key]

    value = read_and_check(type, type.options(**NEEDED.get(key, {})), make_surroundings(), hostile)

    assert isinstance(value, Issue) or value == hostile


numbers = st.integers(-(10**15), 10**15).map(lambda each: Decimal(each).scaleb(-2))
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
instants = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
digits = st.text("0123456789", min_size=9, max_size=9)
STRATEGIES = {
    "text": texts, "long_text": texts, "integer": st.integers(-(10**15) + 1, 10**15 - 1), "decimal": numbers,
    "money": numbers, "percent": numbers, "switch": st.booleans(), "date": st.dates(), "datetime": instants,
    "email": st.from_regex(r"[a-z0-9]{1,20}@[a-z]{1,10}\.(com|cn)", fullmatch=True),
    "phone": digits.map(lambda each: f"+861{int(each[0]) % 7 + 3}{each}"),
    "url": st.from_regex(r"https?://[a-z]{1,10}\.cn(/[a-z0-9?=&]{0,20})?", fullmatch=True),
    "person": st.uuids().map(str), "link": st.uuids().map(str),
    "attachment": st.lists(st.uuids().map(str), min_size=1, max_size=5, unique=True),
    "choice": st.sampled_from(["a", "b", "c"]),
    "multi_choice": st.sets(st.sampled_from(["a", "b", "c"]), min_size=1).map(list),
    "sequence": texts,
}  # fmt: skip


@given(st.data())
@pytest.mark.parametrize("key", [each.key for each in FIELD_TYPES if Trait.COMPUTED not in each.traits and each.key != "lines"])  # fmt: skip
def test_a_field_type_reads_back_what_it_wrote(key, data):
    type = FIELD_TYPES[key]
    around = make_surroundings({"opt_a": {"choices": [{"value": each, "label": {}} for each in "abc"]}})
    read = type.reader(type.options(**NEEDED.get(key, {})), around)

    value = read(data.draw(STRATEGIES[key]))

    assert not isinstance(value, Issue)
    assert read(value) == value
    if value is not None:
        assert read(json.loads(json.dumps(type.serialise(value)))) == value


@given(st.integers(0, 10**17).map(str))
def test_digits_of_a_text_never_change(text):
    assert FIELD_TYPES["text"].reader(FIELD_TYPES["text"].options(), make_surroundings())(text) == text


@pytest.mark.parametrize(("value", "sent"), [
    (True, True), (5, 5), (Decimal("1E-7"), "0.0000001"), (date(2026, 1, 2), "2026-01-02"), ("a", "a"),
    (datetime(2026, 1, 2, 3, tzinfo=UTC), "2026-01-02T03:00:00Z"), ((1, None), [1, None]), (None, None),
])  # fmt: skip
def test_a_computed_value_of_any_kind_can_be_sent(value, sent):
    assert FIELD_TYPES["lookup"].serialise(value) == sent


def test_a_formula_has_the_type_it_declares():
    options = FormulaOptions(expression="1", result="boolean")

    assert FIELD_TYPES["formula"].expression_type(options).kind == "boolean"


def test_no_aspect_has_more_than_ten_members():
    assert len(FieldType.__dataclass_fields__) <= 10
