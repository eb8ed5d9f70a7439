"""`tongdao import FOLDER`: puts an app to work from its documents, as the next release."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.kernel.errors import Invalid
from engine.kernel.issue import has_errors
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_definition
from engine.metadata.load import load_definition
from engine.ports import Release
from runtime.app_folder import read_app_folder
from runtime.commands.check import check_folder
from runtime.commands.command import DONE, REFUSED, Command, tell, tell_issues
from runtime.server.services import Services
from runtime.server.wiring import open_services
from runtime.settings import Settings


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="folder of the app, with app.json in it")
    parser.add_argument("--note", default="", help="what this release is about")


def _run(arguments: Namespace, settings: Settings) -> int:
    issues = check_folder(arguments.folder)
    tell_issues(issues)
    if has_errors(issues):
        return REFUSED
    services = open_services(settings)
    try:
        documents = read_documents(arguments.folder)
        app = documents["app.json"]["name"]
        release = install_where_different(services, documents, arguments.note)
        if release is None:
            tell("command.import.unchanged", app=app)
        else:
            tell("command.import.done", app=app, release=release.number)
    finally:
        services.close()
    return DONE


def read_documents(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the documents of a folder in canonical form; raise Invalid where they are not sound."""
    documents = read_app_folder(folder)
    definition = documents if isinstance(documents, list) else load_definition(documents)
    if not isinstance(definition, Definition):
        raise Invalid(definition)
    return dump_definition(definition)


def install_where_different(
    services: Services, documents: Mapping[str, Mapping[str, Any]], note: str
) -> Release | None:
    """Put documents to work, unless they are what is at work already."""
    newest = services.definitions.newest(documents["app.json"]["name"])
    if newest is not None and newest.documents == documents:
        return None
    return services.install(documents, note)


COMMAND = Command("put an app to work", _add_arguments, _run)
