"""Generate the document types from the JSON Schema files: Python, TypeScript and the reference page.

The general generators were tried and set aside (docs/adr/0002): none gives frozen slotted dataclasses
with tuples, and a field whose options are typed by its `type` constant, from schema files that report
exact places. The dialect is small: closed objects, arrays, maps, enums, references, one `oneOf`.
"""

import json
import sys
from keyword import iskeyword
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "engine/metadata/schema"
KINDS = (
    "app", "options", "entity", "form", "view", "role",
    "rule", "flow", "template", "connector", "report", "dashboard", "page", "seed",
)  # fmt: skip
FAMILIES = {
    "trigger": "triggers",
    "node": "nodes",
    "chart": "charts",
}  # one file a kind, told apart by `kind`
PARTS = ("common", "node_parts", "query")  # shapes that several documents share
Schema = dict[str, Any]


def pascal(key: str) -> str:
    """Turn a schema key into a type name."""
    return "".join(part.capitalize() for part in key.split("_"))


def read(name: str) -> Schema:
    """Read one schema file."""
    schema: Schema = json.loads((SCHEMA / name).read_text())
    return schema


def field_keys() -> list[str]:
    """List the field types."""
    keys: list[str] = read("field.json")["properties"]["type"]["enum"]
    return keys


def objects() -> list[tuple[str, Schema]]:
    """List all object shapes, shared ones first."""
    found = [each for part in PARTS for each in shapes_of(part)]
    found += [(f"{pascal(key)}Options", read(f"fields/{key}.json")) for key in field_keys()]
    found.append(("Field", read("field.json")))
    found += [each for family in FAMILIES for each in members(family)]
    return found + [each for kind in KINDS for each in shapes_of(kind)]


def shapes_of(name: str) -> list[tuple[str, Schema]]:
    """List the object shapes of one file: those it defines, then its own."""
    schema = read(f"{name}.json")
    found = [(pascal(key), shape) for key, shape in schema.get("$defs", {}).items() if is_object(shape)]
    return [*found, (pascal(name), schema)] if is_object(schema) else found


def members(family: str) -> list[tuple[str, Schema]]:
    """List the kinds of a family, for example every node."""
    keys = read(f"{family}.json")["properties"]["kind"]["enum"]
    return [(f"{pascal(key)}{pascal(family)}", read(f"{FAMILIES[family]}/{key}.json")) for key in keys]


def enumerations() -> list[tuple[str, list[str]]]:
    """List all named enumerations."""
    places = [read(f"{name}.json") for name in (*PARTS, *KINDS)]
    return [
        (pascal(key), shape["enum"])
        for schema in places
        for key, shape in schema.get("$defs", {}).items()
        if "enum" in shape
    ]


def is_object(shape: Schema) -> bool:
    """Tell a closed object from maps and plain values."""
    return "properties" in shape


def named(reference: str) -> str:
    """Return the type name a reference stands for."""
    name = reference.rsplit("/", 1)[-1].removesuffix(".json")
    return {"id": "str", "name": "str", "expression": "str"}.get(name, pascal(name))


def python_type(shape: Schema) -> str:
    """Return the Python annotation of a shape."""
    if "$ref" in shape:
        return named(shape["$ref"])
    if "const" in shape:
        return f"Literal[{json.dumps(shape['const'])}]"
    if "oneOf" in shape:
        return " | ".join(python_type(each) for each in shape["oneOf"])
    if "enum" in shape:
        return f"Literal[{', '.join(json.dumps(each) for each in shape['enum'])}]"
    match shape.get("type"):
        case "array":
            return f"tuple[{python_type(shape['items'])}, ...]"
        case "object":
            return f"Mapping[str, {python_type(shape['additionalProperties'])}]"
    return {"string": "str", "integer": "int", "boolean": "bool"}.get(shape.get("type", ""), "Any")


def python_attribute(key: str, shape: Schema, required: bool) -> str:
    """Return one attribute line; what may be missing gets the schema's default or an empty value."""
    kind = python_type(shape)
    key = f"{key}_" if iskeyword(key) else key
    if required:
        return f"    {key}: {kind}"
    if "default" in shape:
        return f"    {key}: {kind} = {shape['default']!r}"
    if kind.startswith("tuple"):
        return f"    {key}: {kind} = ()"
    if kind.startswith("Mapping"):
        return f"    {key}: {kind} = field(default_factory=_empty)"
    return f"    {key}: {kind} | None = None"


def python_class(name: str, shape: Schema) -> str:
    """Return one dataclass."""
    required = shape.get("required", [])
    lines = [
        "@dataclass(frozen=True, slots=True, kw_only=True)",
        f"class {name}:",
        f'    """{shape["description"]}"""',
        "",
    ]
    for key, each in shape["properties"].items():
        if name == "Field" and key == "options":
            lines.append("    options: FieldOptions")
        else:
            lines.append(python_attribute(key, each, key in required))
    return "\n".join(lines)


def python_index(name: str, entries: list[tuple[str, str]]) -> str:
    """Return a map from keys to classes."""
    return (
        f"{name}: Mapping[str, type] = {{\n"
        + "".join(f'    "{key}": {each},\n' for key, each in entries)
        + "}"
    )


def python() -> str:
    """Return engine/metadata/model.py."""
    options = [f"{pascal(key)}Options" for key in field_keys()]
    head = (
        '"""The document types. Generated from engine/metadata/schema by `make generate`; do not edit."""\n\n'
        "from __future__ import annotations\n\n"
        "from collections.abc import Mapping\nfrom dataclasses import dataclass, field\n"
        "from types import MappingProxyType\nfrom typing import Any, Literal, TypeAlias\n\n"
        "Label: TypeAlias = Mapping[str, str]"
    )
    empty = "def _empty() -> Mapping[str, Any]:\n    return MappingProxyType({})"
    enums = "\n".join(
        f"{name}: TypeAlias = Literal[{', '.join(map(json.dumps, each))}]" for name, each in enumerations()
    )
    indexes = [
        python_index("FIELD_OPTIONS", [(key, f"{pascal(key)}Options") for key in field_keys()]),
        python_index("DOCUMENTS", [(kind, pascal(kind)) for kind in KINDS]),
    ]
    unions = [
        *(
            f"{pascal(each)}: TypeAlias = (\n    {' | '.join(name for name, _ in members(each))}\n)"
            for each in FAMILIES
        ),
        f"FieldOptions: TypeAlias = (\n    {' | '.join(options)}\n)",
        "Document: TypeAlias = " + " | ".join(pascal(kind) for kind in KINDS),
    ]
    classes = [python_class(name, shape) for name, shape in objects()]
    return "\n\n\n".join([head, enums, empty, *classes, *unions, *indexes]) + "\n"


def script_type(shape: Schema) -> str:
    """Return the TypeScript type of a shape."""
    if "$ref" in shape:
        name = named(shape["$ref"])
        return "string" if name == "str" else name
    if "const" in shape:
        return json.dumps(shape["const"])
    if "oneOf" in shape:
        return " | ".join(script_type(each) for each in shape["oneOf"])
    if "enum" in shape:
        return " | ".join(json.dumps(each) for each in shape["enum"])
    match shape.get("type"):
        case "array":
            item = script_type(shape["items"])
            return (
                f"readonly ({item})[]"
                if "|" in item or item.startswith("readonly ")
                else f"readonly {item}[]"
            )
        case "object":
            return f"Readonly<Record<string, {script_type(shape.get('additionalProperties') or {})}>>"
    plain = {"string": "string", "integer": "number", "boolean": "boolean"}
    return plain.get(shape.get("type", ""), "unknown")


def script_property(key: str, shape: Schema, required: bool) -> str:
    """Return one property with its description."""
    mark = "" if required else "?"
    return f"  /** {shape['description']} */\n  readonly {key}{mark}: {script_type(shape)};\n"


def script_interface(name: str, shape: Schema) -> str:
    """Return one interface; a field's type and options come by its union below."""
    required = shape.get("required", [])
    body = "".join(
        script_property(key, each, key in required)
        for key, each in shape["properties"].items()
        if not (name == "Field" and key in ("type", "options"))
    )
    title = "FieldCommon" if name == "Field" else name
    return f"/** {shape['description']} */\nexport interface {title} {{\n{body}}}\n"


def script_field(key: str) -> str:
    """Return one member of the union of fields."""
    mark = "" if read(f"fields/{key}.json")["required"] else "?"
    members = f"readonly type: {json.dumps(key)}; readonly options{mark}: {pascal(key)}Options"
    return f"\n  | (FieldCommon & {{ {members} }})"


def typescript() -> str:
    """Return frontend/src/generated/metadata.ts."""
    keys = field_keys()
    parts = [
        "// The document types. Generated from engine/metadata/schema by `make generate`; do not edit.\n",
        "export type Label = Readonly<Record<string, string>>;\n",
        *(f"export type {name} = {' | '.join(map(json.dumps, each))};\n" for name, each in enumerations()),
        *(script_interface(name, shape) for name, shape in objects()),
        *(
            f"export type {pascal(each)} = {' | '.join(name for name, _ in members(each))};\n"
            for each in FAMILIES
        ),
        f"export type FieldType = {' | '.join(map(json.dumps, keys))};\n",
        f"export type Field ={''.join(map(script_field, keys))};\n",
    ]
    return "\n".join(parts)


def reference_section(name: str, shape: Schema) -> str:
    """Return the table of one object shape."""
    required = shape.get("required", [])
    rows = [
        f"| `{key}` | {script_type(each).replace('|', 'or')} | {'yes' if key in required else ''} | "
        f"{json.dumps(each['default']) if 'default' in each else ''} | {each['description']} |\n"
        for key, each in shape["properties"].items()
    ]
    head = "| property | kind | required | default | meaning |\n|---|---|---|---|---|\n"
    table = head + "".join(rows) if rows else "No settings.\n"
    return f"\n## {name}\n\n{shape['description']}\n\n{table}"


def reference() -> str:
    """Return docs/reference/documents.md."""
    intro = "# Documents\n\nGenerated from `engine/metadata/schema` by `make generate`.\n"
    return intro + "".join(reference_section(name, shape) for name, shape in objects())


OUTPUTS = {
    "engine/metadata/model.py": python,
    "frontend/src/generated/metadata.ts": typescript,
    "docs/reference/documents.md": reference,
}


def main(check: bool) -> int:
    """Write the generated files; with --check, only say which of them differ from what stands there."""
    stale = []
    for name, make in OUTPUTS.items():
        path, text = ROOT / name, make()
        if not path.exists() or path.read_text() != text:
            stale.append(name)
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
    print("stale: " + ", ".join(stale) if stale else "generated files are current")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
