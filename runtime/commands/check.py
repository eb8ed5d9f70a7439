"""`tongdao check FOLDER`: every fault of an app, formulas and roles among them; changes nothing."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.design_checks import check_design
from engine.kernel.issue import Issue, Severity, has_errors
from engine.metadata.definition import Definition
from engine.metadata.load import load_definition
from runtime.app_folder import read_app_folder
from runtime.commands.command import DONE, REFUSED, Command, tell, tell_issues
from runtime.settings import Settings


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="folder of the app, with app.json in it")


def _run(arguments: Namespace, _settings: Settings) -> int:
    issues = check_folder(arguments.folder)
    tell_issues(issues)
    if has_errors(issues):
        tell("command.check.faults", count=sum(each.severity is Severity.ERROR for each in issues))
        return REFUSED
    tell("command.check.sound", folder=str(arguments.folder))
    return DONE


def check_folder(folder: Path) -> list[Issue]:
    """Return everything that is wrong with an app folder: first whether it reads, then whether it holds."""
    documents = read_app_folder(folder)
    if isinstance(documents, list):
        return documents
    definition = load_definition(documents)
    return check_design(definition) if isinstance(definition, Definition) else definition


COMMAND = Command("check the documents of an app", _add_arguments, _run)
