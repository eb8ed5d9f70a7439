"""The page for operators names every setting, with its place in the file and its default, and every command."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from runtime.cli import BUILT_IN
from runtime.commands.bench import PARTS, PARTS_OF_DATABASES
from runtime.settings import VARIABLES, Settings

PAGES = Path(__file__).parents[2] / "docs"
PAGE = (PAGES / "operators.md").read_text(encoding="utf-8")
ROWS = {line.split("`")[1]: line for line in PAGE.splitlines() if line.startswith("| `")}
WITHOUT = {field.name: field.default for field in fields(Settings)}


@pytest.mark.parametrize(("name", "variable"), VARIABLES.items())
def test_every_setting_has_a_row(name: str, variable: str) -> None:
    assert f"| `{variable}` | `{name}` |" in ROWS[variable]


@pytest.mark.parametrize("name", [name for name, value in WITHOUT.items() if value not in ("", (), False)])
def test_defaults_are_told_as_they_are(name: str) -> None:
    assert f"`{WITHOUT[name]}`" in ROWS[VARIABLES[name]]


def test_every_command_is_listed() -> None:
    told = set(re.findall(r"^\| `tongdao ([a-z-]+)", PAGE, re.MULTILINE))

    assert told == BUILT_IN.keys()


@pytest.mark.parametrize("part", [*PARTS, *PARTS_OF_DATABASES])
def test_every_part_of_a_measurement_has_a_row(part: str) -> None:
    assert f"\n| `{part}` |" in PAGE


@pytest.mark.parametrize("page", ["../README.md", "operators.md"])
def test_targets_of_make_exist(page: str) -> None:
    named = set(
        re.findall(r"(?:^|`)make ([a-z-]+)", (PAGES / page).read_text(encoding="utf-8"), re.MULTILINE)
    )
    makefile = (PAGES / "../Makefile").read_text(encoding="utf-8")

    assert [target for target in named if f"\n{target}:" not in makefile] == []
