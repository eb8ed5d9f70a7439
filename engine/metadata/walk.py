"""Find every reference and every expression inside a document, by what its schema says.

A schema marks a reference with `x-refers`, an expression with `x-expression` and a test in a cell of a
decision table with `x-cell`; nothing here knows any kind of document, so a new kind is covered by its
schema alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.kernel.path import Path
from engine.metadata.schema_files import SCHEMAS, Schema, follow


@dataclass(frozen=True, slots=True)
class Reference:
    """An id at a place; `kind` is what it must name."""

    path: Path
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class ExpressionUse:
    """An expression at a place; `scope` is where its names are looked up, `result` what it must give."""

    path: Path
    scope: str
    result: str | None
    text: str


@dataclass(frozen=True, slots=True)
class CellUse:
    """A test of a decision table at a place; `scope` is where its names are looked up."""

    path: Path
    scope: str
    text: str


Use = Reference | ExpressionUse | CellUse


def walk_document(kind: str, document: Mapping[str, Any]) -> Iterator[Use]:
    """Yield all references and expressions of a valid document, given as JSON kinds."""
    yield from _walk(SCHEMAS[f"{kind}.json"], f"{kind}.json", document, ())


def _walk(schema: Schema, file: str, value: Any, path: Path) -> Iterator[Use]:
    yield from _marks(schema, value, path)
    if "$ref" in schema:
        yield from _walk(*follow(schema["$ref"], file), value, path)
    for conditional in schema.get("allOf", ()):
        if _applies(conditional, value):
            yield from _walk(conditional["then"], file, value, path)
    if isinstance(value, Mapping):
        yield from _walk_object(schema, file, value, path)
    elif isinstance(value, list | tuple) and "items" in schema:
        for index, item in enumerate(value):
            yield from _walk(schema["items"], file, item, (*path, index))


def _walk_object(schema: Schema, file: str, value: Mapping[str, Any], path: Path) -> Iterator[Use]:
    properties = schema.get("properties", {})
    for key, item in value.items():
        if key in properties:
            yield from _walk(properties[key], file, item, (*path, key))
        elif isinstance(schema.get("additionalProperties"), Mapping):
            yield from _walk(schema["additionalProperties"], file, item, (*path, key))
        if "propertyNames" in schema:
            yield from _marks(schema["propertyNames"], key, (*path, key))


def _marks(schema: Schema, value: Any, path: Path) -> Iterator[Use]:
    if not isinstance(value, str):
        return
    if "x-refers" in schema:
        yield Reference(path, schema["x-refers"], value)
    if "x-expression" in schema:
        mark = schema["x-expression"]
        yield ExpressionUse(path, mark["scope"], mark.get("result"), value)
    if "x-cell" in schema:
        yield CellUse(path, schema["x-cell"]["scope"], value)


def _applies(conditional: Schema, value: Any) -> bool:
    [(key, wanted)] = conditional["if"]["properties"].items()
    return isinstance(value, Mapping) and value.get(key) == wanted["const"]
