"""`tongdao resume`: an administrator has looked at what was restored, and work goes on."""

from argparse import Namespace

from runtime.commands.command import DONE, Command, no_arguments, tell
from runtime.settings import Settings
from runtime.storage.connect import open_database
from runtime.storage.pausing import resume


def _run(_arguments: Namespace, settings: Settings) -> int:
    database = open_database(settings.database_url)
    try:
        was_paused = database.write(resume)
    finally:
        database.close()
    tell("command.resume.done" if was_paused else "command.resume.unneeded")
    return DONE


COMMAND = Command("let letters, calls, timetables and shops go on after a restore", no_arguments, _run)
