"""`tongdao serve`: answers until it is told to stop."""

from argparse import Namespace

from runtime.commands.command import Command, no_arguments
from runtime.commands.running import run_server
from runtime.server.logs import set_up_logs
from runtime.server.wiring import open_services
from runtime.settings import Settings


def _run(_arguments: Namespace, settings: Settings) -> int:
    set_up_logs(settings.log_level)
    return run_server(open_services(settings), "command.serve.ready")


COMMAND = Command("run the server", no_arguments, _run)
