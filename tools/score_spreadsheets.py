"""How well import reads the collection of awkward spreadsheets: expected counts, or refused with a cause."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.kernel.issue import Issue
from engine.text.catalog import say_issue
from runtime.transfer.sheets import Book, read_book

COLLECTION = Path("tests/conformance/spreadsheets")


def report() -> None:
    """Print the score, and what became of each file that is not as expected."""
    expected = json.loads((COLLECTION / "expected.json").read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        faults = {
            name: fault for name, about in expected.items() if (fault := _fault(name, about, Path(folder)))
        }
    passed = len(expected) - len(faults)
    title = "spreadsheets, imported with the counts expected or refused with a cause"
    print(f"{title}: {passed} of {len(expected)}")
    for name, fault in faults.items():
        print(f"  {name}: {fault}")


def _fault(name: str, about: Mapping[str, Any], folder: Path) -> str | None:
    found = read_book(COLLECTION / name, folder / name, name)
    if isinstance(found, Issue):
        sentence = say_issue(found, "en")
        return (
            None if sentence != found.code and name in sentence else f"refused without a cause: {found.code}"
        )
    counts = _counts(found)
    wanted = [
        (each["name"], each["rows"], each["columns"], each["non_empty"]) for each in about.get("sheets", [])
    ]
    return None if not wanted or counts == wanted else f"{counts} instead of {wanted}"


def _counts(book: Book) -> list[tuple[str, int, int, int]]:
    return [(each.name, each.rows, each.columns, each.filled) for each in book.sheets]
