"""Generate docs/field-types.md from the schemas of the field types and their names in both languages."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "field-types.md"
SCHEMAS = ROOT / "engine" / "metadata" / "schema" / "fields"
WORDS = ROOT / "engine" / "text" / "messages"
HEAD = """# Field types

Generated from `engine/metadata/schema/fields` by `make generate`. What every field has besides (label, help,
required, default) is in the [reference of documents](reference/documents.md).

| type | in Chinese | what it keeps | options |
|---|---|---|---|
"""


def main() -> int:
    """Write the page; with --check, only say whether it differs."""
    made = HEAD + "".join(_rows())
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == made:
        print("docs/field-types.md is current")
        return 0
    if "--check" in sys.argv:
        print("differs: docs/field-types.md")
        return 1
    PAGE.write_text(made, encoding="utf-8")
    return 0


def _rows() -> Iterator[str]:
    chinese = _read(WORDS / "zh-CN" / "fields.json")
    for path in sorted(SCHEMAS.glob("*.json")):
        schema = _read(path)
        options = "; ".join(_option(name, each) for name, each in schema["properties"].items())
        name = chinese[f"field.type.{path.stem}"]
        yield f"| `{path.stem}` | {name} | {schema['description']} | {options} |\n"


def _option(name: str, schema: dict[str, Any]) -> str:
    default = f" (default {json.dumps(schema['default'])})" if "default" in schema else ""
    return f"`{name}`: {schema['description'].rstrip('.')}{default}"


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


if __name__ == "__main__":
    sys.exit(main())
