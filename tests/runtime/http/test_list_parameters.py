"""The parameters of list requests: read into a query, or refused by name."""

from decimal import Decimal
from typing import Any

import pytest
from starlette.datastructures import QueryParams

from engine.kernel.errors import Invalid
from engine.query.record_query import Condition, Expand, RecordQuery, Sort
from runtime.http.records.parameters import read_query

READ: dict[str, tuple[str, RecordQuery]] = {
    "nothing": ("", RecordQuery()),
    "sorts": ("sort=-date,name", RecordQuery(sort=(Sort("date", descending=True), Sort("name")))),
    "links": (
        "expand=customer,customer.level,*,customer.level",
        RecordQuery(expand=(Expand("customer", ("level",)), Expand("*"))),
    ),
    "fields": ("fields=no, total", RecordQuery(fields=("no", "total"))),
    "no fields": ("fields=", RecordQuery(fields=())),
    "the trash": ("trash=true", RecordQuery(trash=True)),
    "a count": ("count=exact&limit=7", RecordQuery(count="exact", limit=7)),
    "a search": ("search=%20%E5%BC%A0%20", RecordQuery(search="张")),
    "conditions": (
        'conditions=[{"field":"total","operator":"greater","value":1.5}]',
        RecordQuery(conditions=(Condition("total", "greater", Decimal("1.5")),)),
    ),
    "marks": ('marks=["total > 1","late"]', RecordQuery(marks=("total > 1", "late"))),
}
REFUSED: dict[str, tuple[str, list[str]]] = {
    "an unknown parameter": ("filtr=x", ["/filtr"]),
    "two faults at once": ("count=all&limit=many", ["/count", "/limit"]),
    "a limit that is no number": ("limit=-1", ["/limit"]),
    "conditions that are no JSON": ("conditions=[", ["/conditions"]),
    "conditions that are no list": ("conditions={}", ["/conditions"]),
    "a condition without a known operator": (
        'conditions=[{"field":"a","operator":"is"},{"field":1,"operator":"equals"}]',
        ["/conditions/0", "/conditions/1"],
    ),
    "a mark that is no expression": ('marks=["a",1]', ["/marks/1"]),
    "marks that are no list": ("marks={}", ["/marks"]),
    "a condition with more to it": (
        'conditions=[{"field":"a","operator":"equals","sql":"1"}]',
        ["/conditions/0"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ.keys())
def test_reads(text: str, expected: RecordQuery) -> None:
    assert read_query(QueryParams(text)) == expected


@pytest.mark.parametrize(("text", "pointers"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses(text: str, pointers: list[Any]) -> None:
    with pytest.raises(Invalid) as refusal:
        read_query(QueryParams(text))

    assert [issue.pointer for issue in refusal.value.issues] == pointers
