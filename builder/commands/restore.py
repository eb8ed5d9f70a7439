"""Putting places back to what they were: the inverse of every command, found by comparing documents.

Never offered to people; undo applies it.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from builder.commands.command import Command, EditCommand
from engine.kernel.path import Path
from engine.ports import Documents, Words

KIND = "restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Places, the first step of each a file: `{"place": […], "value": …}`; no value where nothing was."""

    places: list[Mapping[str, Any]]


def inverse_of(before: Documents, after: Documents) -> Command:
    """Return the command that makes `before` out of `after`."""
    places = [_place(path, value) for path, value in _differences(after, before, ())]
    return Command(KIND, {"places": places})


_ABSENT = object()


def _place(path: Path, value: Any) -> dict[str, Any]:
    return {"place": list(path)} if value is _ABSENT else {"place": list(path), "value": value}


def _differences(now: Mapping[str, Any], then: Mapping[str, Any], path: Path) -> Iterator[tuple[Path, Any]]:
    for key in [*then, *(key for key in now if key not in then)]:
        old, new = then.get(key, _ABSENT), now.get(key, _ABSENT)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            if old is not new:
                yield from _differences(new, old, (*path, key))
        elif old != new:
            yield (*path, key), old


def _apply(documents: Documents, params: Params) -> Documents:
    restored: dict[str, Any] = dict(documents)
    for each in params.places:
        file, *steps = each["place"]
        if steps:
            restored[file] = _with(restored[file], steps, each)
        else:
            _set(restored, file, each)
    return restored


def _with(thing: Mapping[str, Any], steps: list[str], restored: Mapping[str, Any]) -> dict[str, Any]:
    copy = dict(thing)
    if len(steps) == 1:
        _set(copy, steps[0], restored)
    else:
        copy[steps[0]] = _with(copy[steps[0]], steps[1:], restored)
    return copy


def _set(thing: dict[str, Any], key: str, restored: Mapping[str, Any]) -> None:
    if "value" in restored:
        thing[key] = deepcopy(restored["value"])
    else:
        thing.pop(key, None)


def _describe(documents: Documents, params: Params) -> Words:
    return {}


COMMAND = EditCommand(KIND, Params, _apply, _describe)
