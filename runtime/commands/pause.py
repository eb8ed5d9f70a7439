"""`tongdao pause`: nothing begins by itself until `tongdao resume`; for databases restored by other tools."""

from argparse import Namespace
from functools import partial

from runtime.commands.command import DONE, Command, no_arguments, tell
from runtime.settings import Settings
from runtime.storage.connect import open_database
from runtime.storage.pausing import pause
from runtime.system import SystemClock


def _run(_arguments: Namespace, settings: Settings) -> int:
    database = open_database(settings.database_url)
    try:
        database.write(partial(pause, now=SystemClock().now()))
    finally:
        database.close()
    tell("command.pause.done")
    return DONE


COMMAND = Command("let no letter, call, timetable or shop begin by itself", no_arguments, _run)
