"""`tongdao backup FILE`: database and files of an installation on SQLite, also while it works."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.kernel.errors import Invalid
from runtime.backup import DATABASE, write_backup
from runtime.commands.command import DONE, Command, tell
from runtime.settings import Settings
from runtime.system import SystemClock


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the archive to write, for example tongdao.tar.gz")


def _run(arguments: Namespace, settings: Settings) -> int:
    if settings.database:
        raise Invalid.of("backup.database.other")
    arguments.file.parent.mkdir(parents=True, exist_ok=True)
    size = write_backup(settings.data / DATABASE, settings.data, arguments.file, SystemClock().now())
    tell("command.backup.done", file=str(arguments.file), megabytes=max(1, round(size / 1_000_000)))
    return DONE


COMMAND = Command("back up an installation on SQLite", _add_arguments, _run)
