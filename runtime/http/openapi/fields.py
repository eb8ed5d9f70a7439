"""JSON Schema of values on the wire, by field type.

Values that records carry, not documents; whoever adds a field type adds its line here.
"""

from collections.abc import Callable, Mapping
from typing import Any

Raw = Mapping[str, Any]
Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
DECIMAL: Schema = {
    "type": "string",
    "pattern": r"^-?\d+(\.\d+)?$",
    "description": "an exact decimal",
}
INTEGER: Schema = {"type": "integer"}
BOOLEAN: Schema = {"type": "boolean"}
DATE: Schema = {"type": "string", "format": "date"}
INSTANT: Schema = {"type": "string", "format": "date-time"}
TEXTS: Schema = {"type": "array", "items": TEXT}
REFERENCE: Schema = {
    "description": "an id; an object when expanded",
    "anyOf": [
        {"type": "string", "format": "uuid"},
        {
            "type": "object",
            "properties": {"id": {"type": "string", "format": "uuid"}, "title": TEXT},
            "required": ["id", "title"],
        },
    ],
}
_RESULTS: Mapping[str, Schema] = {
    "text": TEXT,
    "integer": INTEGER,
    "decimal": DECIMAL,
    "money": DECIMAL,
    "percent": DECIMAL,
    "boolean": BOOLEAN,
    "date": DATE,
    "datetime": INSTANT,
}


def _lines(options: Raw) -> Schema:
    line = object_schema(options["fields"])
    line["properties"] = {"id": {"type": "string", "format": "uuid"}, **line["properties"]}
    return {"type": "array", "items": line}


def _same(schema: Schema) -> Callable[[Raw], Schema]:
    return lambda options: dict(schema)


_TYPES: Mapping[str, Callable[[Raw], Schema]] = {
    "text": lambda options: {**TEXT, "maxLength": options.get("max_length", 200)},
    "long_text": lambda options: {**TEXT, "maxLength": options.get("max_length", 10000)},
    "integer": _same(INTEGER),
    "decimal": _same(DECIMAL),
    "money": _same(DECIMAL),
    "percent": _same(DECIMAL),
    "switch": _same(BOOLEAN),
    "choice": _same(TEXT),
    "multi_choice": _same(TEXTS),
    "date": _same(DATE),
    "datetime": _same(INSTANT),
    "email": _same({**TEXT, "format": "email"}),
    "phone": _same(TEXT),
    "url": _same({**TEXT, "format": "uri"}),
    "person": _same(REFERENCE),
    "attachment": _same({"type": "array", "items": {}, "description": "ids of files"}),
    "sequence": _same(TEXT),
    "link": _same(REFERENCE),
    "lookup": _same({}),
    "rollup": _same({}),
    "formula": lambda options: dict(_RESULTS[options["result"]]),
    "lines": _lines,
}
COMPUTED = frozenset({"formula", "lookup", "rollup", "sequence"})


def field_schema(field: Raw) -> Schema:
    """Return the schema of a field's values, given its document."""
    schema = _TYPES[field["type"]](field.get("options", {}))
    label = field["label"]
    schema["title"] = label.get("en") or next(iter(label.values()))
    if field["type"] in COMPUTED or field.get("read_only"):
        schema["readOnly"] = True
    return schema


def object_schema(fields: list[Raw]) -> Schema:
    """Return the schema of an object with these fields."""
    return {"type": "object", "properties": {field["name"]: field_schema(field) for field in fields}}
