"""Generate the parsed trees and our own answers of all expression vectors.

The browser twin runs them without a parser and must give what the server gives. Examples in the documentation
of the functions are vectors too. `expected` is what the collection says, `value` what we answer.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from engine.expressions import evaluate
from engine.expressions.functions import FUNCTIONS
from engine.expressions.nodes import to_json
from engine.expressions.parse import parse
from engine.kernel.issue import Issue
from tools import typed_json
from tools.formula_cases import FOLDER, Case, excel_cases, named_cases

VECTORS = FOLDER.parent / "expressions"
NOW = datetime(2024, 7, 15, 12, 34, 56, tzinfo=UTC)


def main() -> int:
    """Write both files; with --check, only say which of them differ from what stands there."""
    formulas = [_from_case(case) for case in (*named_cases(), *excel_cases())]
    own = [_from_vector(vector) for vector in (*vectors(), *examples())]
    texts = {
        FOLDER / "trees.json": as_text([entry for entry in formulas if entry]),
        VECTORS / "trees.json": as_text(own),
    }
    stale = [path for path, text in texts.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" not in sys.argv:
        for path in stale:
            path.write_text(texts[path], encoding="utf-8")
    print(f"stale trees: {len(stale)}" if stale else "trees are current")
    return 1 if stale and "--check" in sys.argv else 0


def vectors() -> list[dict[str, Any]]:
    """Return our own vectors, in the order of files and lines."""
    files = sorted(path for path in VECTORS.glob("*.json") if path.name != "trees.json")
    return [vector for path in files for vector in json.loads(path.read_text(encoding="utf-8"))]


def examples() -> Iterator[dict[str, Any]]:
    """Yield the examples of the functions; each reads `FORMULA = RESULT` and is TRUE."""
    for function in FUNCTIONS:
        for number, text in enumerate(function.examples, 1):
            yield {"id": f"{function.name}-{number}", "expression": text, "values": {}, "expected": True}


def as_text(entries: list[dict[str, Any]]) -> str:
    """Return one entry a line, so that differences read well."""
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"[\n{lines}\n]\n"


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
        "value": typed_json.dump(evaluate(case.expression, case.values, now=NOW)),
    }


def _from_vector(vector: dict[str, Any]) -> dict[str, Any]:
    tree = parse(vector["expression"])
    if isinstance(tree, Issue):
        raise ValueError(f"{vector['id']}: {tree}")
    values = {name: typed_json.load(value) for name, value in vector["values"].items()}
    answer = evaluate(vector["expression"], values, now=NOW)
    return {**vector, "tree": to_json(tree), "value": typed_json.dump(answer)}


if __name__ == "__main__":
    sys.exit(main())
