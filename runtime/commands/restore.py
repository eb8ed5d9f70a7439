"""`tongdao restore FILE`: an installation on SQLite out of its backup, into a data folder that has none."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from runtime.backup import restore_backup
from runtime.commands.command import DONE, Command, tell
from runtime.settings import Settings
from runtime.system import SystemClock


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the archive to read")


def _run(arguments: Namespace, settings: Settings) -> int:
    at = restore_backup(arguments.file, settings.data, SystemClock().now())
    tell("command.restore.done", at=at)
    return DONE


COMMAND = Command("restore a backup into an empty data folder", _add_arguments, _run)
