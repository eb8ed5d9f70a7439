"""Sentences: parameters are filled in as they are, general ones speak for special ones, languages agree."""

import pytest

from engine.kernel.issue import Issue
from engine.text.catalog import LOCALES, general_codes, say, say_issue
from engine.text.labels import in_language, label_params


@pytest.mark.parametrize("locale", LOCALES)
def test_an_issue_becomes_a_sentence(locale):
    issue = Issue("document.property.missing", (), {"property": "label"})

    assert "label" in say_issue(issue, locale)


def test_parameters_are_never_read_as_templates():
    assert "{property}" in say("document.property.missing", "en", {"property": "{property}"})


def test_an_unknown_code_stands_for_itself():
    assert say("no.such.code", "en", {}) == "no.such.code"


def test_a_general_sentence_speaks_for_a_special_code():
    assert list(general_codes("entity.order.total.range")) == [
        "entity.order.total.range", "entity.order.range", "entity.range", "value.range",
    ]  # fmt: skip
    assert say("access.order.denied", "en", {}) == "access.order.denied"


def test_an_unknown_locale_falls_back_to_english():
    issue = Issue("access.entity.unknown", params={"entity": "ent_1"})

    assert say_issue(issue, "fr") == say_issue(issue, "en")


def test_a_placeholder_can_name_a_sentence():
    params = {"action": "delete", "entity": "order"}

    assert (
        say("access.entity.denied", "en", params) == 'None of your roles lets you delete records of "order".'
    )


def test_a_label_is_filled_in_the_language_of_the_reader():
    params = label_params("message", {"zh": "请填写", "en": "Fill it in"})

    assert say("entity.check.failed", "zh-CN", params) == "请填写"
    assert say("entity.check.failed", "en", params) == "Fill it in"


def test_a_moment_is_written_in_its_zone():
    params = {"until": "2026-11-23T02:20:00.123456+00:00"}

    assert say("flow.timer.waits", "en", params) == "Waits until 2026-11-23 02:20 UTC."
    zone = {"until.zone": "Asia/Shanghai"}
    assert say("flow.timer.waits", "zh-CN", {**params, **zone}) == "等到 2026-11-23 10:20。"


def test_a_label_without_the_language_falls_back():
    assert in_language({"zh": "订单"}, "en") == "订单"
    assert in_language({"zh": "订单", "en": "Order"}, "fr") == "Order"
    assert in_language({}, "en") == ""
