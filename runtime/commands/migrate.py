"""`tongdao migrate`: brings the system tables of the database up to date."""

from argparse import Namespace

from runtime.commands.command import DONE, Command, no_arguments, tell
from runtime.settings import Settings
from runtime.storage.connect import open_database


def _run(_arguments: Namespace, settings: Settings) -> int:
    open_database(settings.database_url).close()
    tell("command.migrate.done")
    return DONE


COMMAND = Command("bring the database up to date", no_arguments, _run)
