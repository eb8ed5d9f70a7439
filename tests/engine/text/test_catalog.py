"""Sentences: parameters are filled in as they are, and both languages know the same codes."""

import re

import pytest

from engine.kernel.issue import Issue
from engine.text.catalog import LOCALES, MESSAGES, say, say_issue


@pytest.mark.parametrize("locale", LOCALES)
def test_an_issue_becomes_a_sentence(locale: str) -> None:
    issue = Issue("document.property.missing", (), {"property": "label"})

    assert "label" in say_issue(issue, locale)


def test_parameters_are_never_read_as_templates() -> None:
    assert "{property}" in say("document.property.missing", "en", {"property": "{property}"})


def test_an_unknown_code_stands_for_itself() -> None:
    assert say("no.such.code", "en", {}) == "no.such.code"


def test_both_languages_know_the_same_codes_with_the_same_placeholders() -> None:
    chinese, english = (
        {code: sorted(set(re.findall(r"\{\w+\}", text))) for code, text in MESSAGES[locale].items()}
        for locale in LOCALES
    )

    assert chinese == english
