"""`tongdao export APP FOLDER`: writes the documents of an app's newest release, for git and people."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.kernel.errors import NotFound
from runtime.app_folder import write_app_folder
from runtime.commands.command import DONE, Command, tell
from runtime.server.wiring import open_services
from runtime.settings import Settings


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("app", help="name of the app")
    parser.add_argument("folder", type=Path, help="where to write")


def _run(arguments: Namespace, settings: Settings) -> int:
    services = open_services(settings)
    try:
        release = services.definitions.newest(arguments.app)
    finally:
        services.close()
    if release is None:
        raise NotFound.of("app.unknown", (), name=arguments.app)
    write_app_folder(arguments.folder, release.documents)
    tell("command.export.done", app=release.app, release=release.number, folder=str(arguments.folder))
    return DONE


COMMAND = Command("write an app's documents to a folder", _add_arguments, _run)
