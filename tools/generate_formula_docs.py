"""Generate the list of functions in docs/formulas.md; the text around it is written by hand."""

import sys
from pathlib import Path

from engine.expressions.function import Function
from engine.expressions.functions import FAMILIES

PAGE = Path(__file__).parent.parent / "docs" / "formulas.md"
BEGIN, END = "<!-- functions: generated -->\n", "<!-- end of functions -->\n"


def main() -> int:
    """Write the list; with --check, only say whether it differs."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    made = (
        before
        + BEGIN
        + "".join(_family(name, functions) for name, functions in FAMILIES.items())
        + END
        + after
    )
    if made == text:
        print("functions in docs/formulas.md are current")
        return 0
    if "--check" in sys.argv:
        print("differs: docs/formulas.md")
        return 1
    PAGE.write_text(made, encoding="utf-8")
    return 0


def _family(name: str, functions: tuple[Function, ...]) -> str:
    rows = "".join(_row(function) for function in functions)
    head = "| function | meaning | example | runs in |\n|---|---|---|---|"
    return f"\n### {name.capitalize()}\n\n{head}\n{rows}\n"


def _row(function: Function) -> str:
    places = ["server", *(["browser"] if function.browser else []), *(["SQL"] if function.sql else [])]
    example = f"`{function.examples[0]}`" if function.examples else ""
    cells = (f"`{function.signature}`", function.doc, example, ", ".join(places))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


if __name__ == "__main__":
    sys.exit(main())
