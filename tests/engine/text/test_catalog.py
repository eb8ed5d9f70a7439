"""Sentences: parameters are filled in as they are, general ones speak for special ones, languages agree."""

import ast
import re
from pathlib import Path

import pytest

from engine.kernel.issue import Issue
from engine.text.catalog import LOCALES, MESSAGES, PLACEHOLDER, general_codes, say, say_issue
from engine.text.labels import in_language, label_params

ROOT = Path(__file__).parents[3]
CODE = re.compile(r"[a-z]+(?:_[a-z]+)*(?:\.[a-z]+(?:_[a-z]+)*){2,3}")
SOURCES = [path for room in ("engine",) for path in (ROOT / room).rglob("*.py")]


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


def test_a_label_without_the_language_falls_back():
    assert in_language({"zh": "订单"}, "en") == "订单"
    assert in_language({"zh": "订单", "en": "Order"}, "fr") == "Order"
    assert in_language({}, "en") == ""


def test_both_languages_know_the_same_codes_with_the_same_placeholders():
    chinese, english = (
        {code: sorted(set(PLACEHOLDER.findall(text))) for code, text in MESSAGES[locale].items()}
        for locale in LOCALES
    )

    assert chinese == english


def test_no_code_stands_in_two_files():
    for locale in LOCALES:
        files = (ROOT / "engine/text/messages" / locale).glob("*.json")
        codes = [
            code for path in files for code in re.findall(r'^ *"([\w.]+)":', path.read_text(), re.MULTILINE)
        ]
        assert sorted(codes) == sorted(set(codes)), locale


def test_every_code_of_an_issue_in_the_source_has_a_sentence():
    missing = {
        f"{path.relative_to(ROOT)}: {code}"
        for path in SOURCES
        for code in issue_codes(ast.parse(path.read_text()))
        if not any(candidate in MESSAGES["en"] for candidate in general_codes(code))
    }

    assert not missing


def issue_codes(tree: ast.AST) -> set[str]:
    """Find the codes given to anything: first arguments of calls that have the shape of a code."""
    return {
        argument.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for argument in node.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and CODE.fullmatch(argument.value)
        and argument.value.split(".")[0] in AREAS
    }


AREAS = {code.split(".")[0] for code in MESSAGES["en"]}
