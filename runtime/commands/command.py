"""The shape of a command, and how commands speak: sentences on standard output, in the operator's tongue."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.kernel.issue import Issue, Scalar
from engine.kernel.path import to_pointer
from engine.text.catalog import say, say_issue
from runtime.settings import Settings

DONE = 0
REFUSED = 1
NOT_STARTED = 2


@dataclass(frozen=True, slots=True)
class Command:
    """One command; `run` returns the exit code."""

    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Settings], int]


def tell(code: str, **params: Scalar) -> None:
    """Say a sentence."""
    _write(say(code, locale(), params))


def tell_issues(issues: Iterable[Issue]) -> None:
    """Say what is wrong, each with its place."""
    for issue in issues:
        place = _place(issue)
        _write(f"{place}: {say_issue(issue, locale())}" if place else say_issue(issue, locale()))


def locale() -> str:
    """Return the operator's locale, from the environment."""
    wished = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return "zh-CN" if wished.lower().startswith("zh") else "en"


def no_arguments(_parser: ArgumentParser) -> None:
    """Add nothing."""


def _place(issue: Issue) -> str:
    """Return the file of a document and the place in it: `entities/order.json /fields/3`."""
    path = issue.path
    length = 1 if path[:1] == ("app",) else 2
    if len(path) < length or not all(isinstance(step, str) for step in path[:length]):
        return issue.pointer
    file = "/".join(str(step) for step in path[:length]) + ".json"
    return f"{file} {to_pointer(path[length:])}".rstrip()


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
