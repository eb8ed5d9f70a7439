from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from engine.kernel.issue import Issue
from engine.text.template import check_template, names_read, render

RECORD: dict[str, Any] = {
    "record": {
        "no": "SO-1", "total": Decimal("1234.5"), "date": date(2026, 11, 23), "note": None,
        "customer": {"name": "<b>Lin</b>"}, "lines": [{"product": "Pump", "quantity": 2}],
    }
}  # fmt: skip


def test_a_message_is_written_over_a_record() -> None:
    source = (
        "{{ record.no }}: {{ record.total | money }} on {{ record.date | date }}"
        "{% for line in record.lines %} {{ line.product }} x{{ line.quantity }}{% endfor %}"
        "{% if record.note %}!{% else %}.{% endif %}{{ record.note }}"
    )

    assert render(source, RECORD) == "SO-1: 1,234.50 on 2026-11-23 Pump x2."


def test_what_a_template_reads_is_known_before_it_runs() -> None:
    source = "{{ record.customer.name }}{% for line in record.lines if line.quantity %}{{ line.product }}{% endfor %}"

    assert names_read(source) == {
        "record.customer.name", "record.lines", "record.lines.quantity", "record.lines.product",
    }  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        "{{ record.__class__ }}",
        "{{ record['__class__'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ record.no.upper() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum() }}",
        "{% for i in range(100000) %}x{% endfor %}",
        "{{ 'x' * 1000000000 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ record.no | attr('__class__') }}",
        "{{ record.no | center(1000000000) }}",
        "{{ record | map(attribute='x') }}",
        "{% set x = 1 %}",
        "{% macro x() %}{% endmacro %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% block x %}{% endblock %}",
        "{% raw %}{% endraw %}{% call x() %}{% endcall %}",
        "{{ _private }}",
        "{% for a in record.lines recursive %}{{ loop(a) }}{% endfor %}",
        "{% for a in record.lines %}{% for b in record.lines %}{% for c in record.lines %}{% endfor %}{% endfor %}{% endfor %}",
        "{{ record.no",
        "{% filter upper %}x{% endfilter %}",
        "{% with x = 1 %}{% endwith %}",
        "x" * 20_001,
    ],
)
def test_a_hostile_template_is_refused_before_it_runs(source: str) -> None:
    assert check_template(source)
    assert isinstance(render(source, RECORD), Issue)


def test_an_unknown_name_is_told() -> None:
    assert isinstance(render("{{ record.colour }}", RECORD), Issue)


def test_a_message_that_grows_too_long_is_cut_off() -> None:
    given = {"record": {"lines": ["x" * 1_000] * 1_000}}

    found = render("{% for a in record.lines %}{{ a }}{% endfor %}", given)

    assert isinstance(found, Issue)
    assert found.code == "template.output.long"


def test_only_plain_values_are_given() -> None:
    class Dangerous:
        def __str__(self) -> str:
            raise AssertionError

    found = render("{{ record }}", {"record": Dangerous()})

    assert isinstance(found, Issue)
    assert found.code == "template.given.foreign"


@pytest.mark.parametrize("through", ["record.name", '"' + "x" * 9_000 + '"', "record.many", "record"])
def test_a_loop_goes_through_lists_of_bounded_length_alone(through: str) -> None:
    given = {"record": {"name": "x" * 2_000, "many": [1] * 1_001}}

    found = render(
        "{% for a in " + through + " %}{% for b in " + through + " %}{% endfor %}{% endfor %}", given
    )

    assert isinstance(found, Issue)
    assert found.code == "template.run.failed"


@pytest.mark.parametrize("source", ["{{ record.name | money }}", "{{ 1 | number('Infinity' | upper) }}"])
def test_what_cannot_be_computed_is_an_issue(source: str) -> None:
    assert isinstance(render(source, {"record": {"name": "not a number"}}), Issue)


@pytest.mark.parametrize("part", ["(", "not ", "-"])
def test_a_template_nested_without_end_is_refused(part: str) -> None:
    assert check_template("{{ " + part * 19_000 + " }}")


def test_conditions_nested_without_end_are_refused() -> None:
    assert check_template("{% if record.no %}" * 150 + "{% endif %}" * 150)
