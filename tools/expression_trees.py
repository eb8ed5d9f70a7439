"""Writes the parsed trees of all expression vectors, so that the browser twin runs them without a parser."""

import json
from pathlib import Path
from typing import Any

from engine.expressions.nodes import to_json
from engine.expressions.parse import parse
from engine.kernel.issue import Issue
from tools import typed_json
from tools.formula_cases import FOLDER, Case, excel_cases, named_cases

VECTORS = FOLDER.parent / "expressions"


def main() -> None:
    """Write both files again."""
    formulas = [_from_case(case) for case in (*named_cases(), *excel_cases())]
    write(FOLDER / "trees.json", [entry for entry in formulas if entry])
    write(VECTORS / "trees.json", [_from_vector(vector) for vector in vectors()])


def vectors() -> list[dict[str, Any]]:
    """Return our own vectors, in the order of files and lines."""
    files = sorted(path for path in VECTORS.glob("*.json") if path.name != "trees.json")
    return [vector for path in files for vector in json.loads(path.read_text(encoding="utf-8"))]


def write(path: Path, entries: list[dict[str, Any]]) -> None:
    """Write one entry a line, so that differences read well."""
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def _from_case(case: Case) -> dict[str, Any] | None:
    tree = parse(case.expression)
    if isinstance(tree, Issue):
        return None
    return {
        "id": case.id,
        "function": case.function,
        "tree": to_json(tree),
        "values": {name: typed_json.dump(value) for name, value in case.values.items()},
        "expected": typed_json.dump(case.expected),
    }


def _from_vector(vector: dict[str, Any]) -> dict[str, Any]:
    tree = parse(vector["expression"])
    if isinstance(tree, Issue):
        raise ValueError(f"{vector['id']}: {tree}")
    return {**vector, "tree": to_json(tree)}


if __name__ == "__main__":
    main()
