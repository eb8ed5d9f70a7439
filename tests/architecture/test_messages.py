"""Every code that is used has a sentence in both languages."""

import ast
import re

from engine.text.catalog import LOCALES, MESSAGES, PLACEHOLDER, general_codes
from tests.architecture.sources import ROOT, modules

CODE = re.compile(r"[a-z]+(?:_[a-z]+)*(?:\.[a-z]+(?:_[a-z]+)*){1,3}")
AREAS = {code.split(".")[0] for code in MESSAGES["en"]}


def test_every_code_has_a_sentence():
    missing = {
        f"{path}: {code}"
        for path, tree in modules()
        for code in issue_codes(tree)
        if not any(candidate in MESSAGES["en"] for candidate in general_codes(code))
    }

    assert not missing, "add the sentence to engine/text/messages/<locale>/<area>.json"


def test_both_languages_know_the_same_codes_with_the_same_placeholders():
    chinese, english = (
        {code: sorted(set(PLACEHOLDER.findall(text))) for code, text in MESSAGES[locale].items()}
        for locale in LOCALES
    )

    assert chinese == english


def test_no_code_stands_in_two_files():
    for locale in LOCALES:
        files = (ROOT / "engine/text/messages" / locale).rglob("*.json")
        codes = [
            code for path in files for code in re.findall(r'^ *"([\w.]+)":', path.read_text(), re.MULTILINE)
        ]
        assert sorted(codes) == sorted(set(codes)), locale


def issue_codes(tree: ast.Module) -> set[str]:
    """Find the codes handed to issues and errors."""
    return {
        argument.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (getattr(node.func, "id", "") == "Issue" or getattr(node.func, "attr", "") == "of")
        for argument in node.args[:1]
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and CODE.fullmatch(argument.value)
    }
