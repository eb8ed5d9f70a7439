"""The published schema files, read once at import, and validators that never fetch anything.

Reading these packaged files is the engine's single exception to having no I/O.
"""

import json
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

Schema = Mapping[str, Any]
BASE = "https://schema.tongdao.invalid/1/"


def _read(folder: Traversable, prefix: str = "") -> dict[str, Schema]:
    found: dict[str, Schema] = {}
    for entry in folder.iterdir():
        if entry.is_dir():
            found |= _read(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".json"):
            found[prefix + entry.name] = json.loads(entry.read_text(encoding="utf-8"))
    return found


SCHEMAS: Mapping[str, Schema] = _read(files("engine.metadata") / "schema")

_REGISTRY: Registry[Any] = Registry().with_resources(
    (BASE + name, Resource.from_contents(schema, default_specification=DRAFT202012))
    for name, schema in SCHEMAS.items()
)


def validator(name: str) -> Draft202012Validator:
    """Return a validator of one schema file, for example `entity.json`."""
    return Draft202012Validator(SCHEMAS[name], registry=_REGISTRY)


def follow(reference: str, name: str) -> tuple[Schema, str]:
    """Resolve a `$ref` found in file `name`: the schema it stands for, and the file that one is in."""
    target, _, fragment = reference.partition("#")
    file = _relative(target, name) if target else name
    schema: Any = SCHEMAS[file]
    for step in filter(None, fragment.split("/")):
        schema = schema[step]
    return schema, file


def _relative(target: str, name: str) -> str:
    folders = name.split("/")[:-1]
    for step in target.split("/"):
        if step == "..":
            folders.pop()
        else:
            folders.append(step)
    return "/".join(folders)
