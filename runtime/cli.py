"""The product's one command: `tongdao`. Finds the command asked for and turns refusals into sentences.

Commands are loaded when asked for, so that a small one does not wait for the libraries of a big one.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points

from engine.kernel.errors import DomainError, Unavailable
from runtime.commands.command import NOT_STARTED, REFUSED, Command, tell_issues
from runtime.settings import read_settings

GROUP = "tongdao.commands"
BUILT_IN = {
    "demo": "runtime.commands.demo",
    "serve": "runtime.commands.serve",
    "worker": "runtime.commands.worker",
    "migrate": "runtime.commands.migrate",
    "bench": "runtime.commands.bench",
    "check": "runtime.commands.check",
    "check-stock": "runtime.commands.check_stock",
    "import": "runtime.commands.import_app",
    "export": "runtime.commands.export_app",
    "person": "runtime.commands.person",
    "backup": "runtime.commands.backup",
    "restore": "runtime.commands.restore",
    "pause": "runtime.commands.pause",
    "resume": "runtime.commands.resume",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    added = {entry.name: entry for entry in entry_points(group=GROUP)}
    names = [*BUILT_IN, *added]
    name = given[0] if given and given[0] in names else None
    if name is None:
        _overview(names).parse_args(given)
        return NOT_STARTED
    command: Command = added[name].load() if name in added else import_module(BUILT_IN[name]).COMMAND
    parser = ArgumentParser(prog=f"tongdao {name}", description=command.help)
    command.add_arguments(parser)
    chosen = parser.parse_args(given[1:])
    try:
        return command.run(chosen, read_settings())
    except DomainError as refusal:
        tell_issues(refusal.issues)
        return NOT_STARTED if isinstance(refusal, Unavailable) else REFUSED
    except KeyboardInterrupt:
        return NOT_STARTED


def _overview(names: Sequence[str]) -> ArgumentParser:
    parser = ArgumentParser(prog="tongdao", description="Tongdao: a self-hosted app builder")
    parser.add_argument("command", choices=names)
    return parser


if __name__ == "__main__":
    sys.exit(main())
