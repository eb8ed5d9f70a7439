"""`tongdao worker`: does what flows have to do beside the servers, any number of processes on PostgreSQL.

On SQLite the database belongs to the server's process, which does it all; a worker is refused there.
"""

import signal
import threading
from argparse import Namespace
from types import FrameType

from engine.kernel.errors import Invalid
from runtime.commands.command import DONE, Command, no_arguments, tell
from runtime.connectors.at_work import connectors_at_work
from runtime.server.logs import set_up_logs
from runtime.server.wiring import open_services
from runtime.settings import Settings


def _run(_arguments: Namespace, settings: Settings) -> int:
    if settings.database_url.startswith("sqlite"):
        raise Invalid.of("command.worker.sqlite")
    set_up_logs(settings.log_level)
    services = open_services(settings)
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    with connectors_at_work(services):
        services.flows.start()
        tell("command.worker.ready", name=services.flows.process)
        stopped.wait()
    services.close()
    return DONE


COMMAND = Command("do what flows have to do, beside servers on PostgreSQL", no_arguments, _run)
