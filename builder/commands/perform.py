"""Carrying out commands: read parameters, complete them, apply, check the result.

A command that would leave documents that cannot be loaded is refused, so a draft always loads.
"""

from dataclasses import asdict, dataclass
from typing import Any

from builder.commands._index import COMMANDS
from builder.commands.command import Command, EditCommand, Mint, Refused
from builder.commands.parameters import read_params
from builder.words import Phrase
from engine.kernel.issue import Issue
from engine.metadata.load import load_definition
from engine.ports import Documents


@dataclass(frozen=True, slots=True)
class Applied:
    """The documents after a command, the sentence for it, and the documents before it."""

    documents: Documents
    words: Phrase
    before: Documents


def complete(documents: Documents, command: Command, mint: Mint) -> Command | list[Issue]:
    """Fill in what the tool decides, so that the command can be stored and applied again."""
    kind = COMMANDS.get(command.kind)
    if kind is None:
        return [_unknown(command)]
    params = read_params(kind.params, command.params)
    if isinstance(params, list):
        return params
    try:
        return Command(command.kind, asdict(kind.complete(documents, params, mint)))
    except Refused as refusal:
        return list(refusal.issues)


def apply(documents: Documents, command: Command) -> Applied | list[Issue]:
    """Apply a complete command, or return every reason against it. The result may not load; see `perform`."""
    kind: EditCommand[Any] | None = COMMANDS.get(command.kind)
    if kind is None:  # a draft may be older than this version
        return [_unknown(command)]
    params = read_params(kind.params, command.params)
    if isinstance(params, list):
        return params
    try:
        words = Phrase(f"command.{kind.kind}", kind.describe(documents, params))
        after = kind.apply(documents, params)
    except Refused as refusal:
        return list(refusal.issues)
    return Applied(after, words, documents)


def perform(documents: Documents, command: Command) -> Applied | list[Issue]:
    """Apply a complete command to documents that load, if the result loads as well."""
    applied = apply(documents, command)
    if isinstance(applied, list):
        return applied
    loaded = load_definition(applied.documents)
    return loaded if isinstance(loaded, list) else applied


def _unknown(command: Command) -> Issue:
    return Issue("command.kind.unknown", ("kind",), {"kind": command.kind[:80]})
