"""`tongdao check-stock`: holds balances, movements and reservations of every app against each other."""

from argparse import Namespace

from runtime.commands.command import DONE, REFUSED, Command, no_arguments, tell, tell_issues
from runtime.server.wiring import open_services
from runtime.settings import Settings
from runtime.stock.checking import check_stock


def _run(_arguments: Namespace, settings: Settings) -> int:
    services = open_services(settings)
    try:
        apps = services.apps.all()
        issues = services.database.write(
            lambda connection: [issue for each in apps for issue in check_stock(connection, each.definition)]
        )
    finally:
        services.close()
    tell_issues(issues)
    if issues:
        tell("command.stock.faults", count=len(issues))
        return REFUSED
    tell("command.stock.sound", apps=len(apps))
    return DONE


COMMAND = Command("hold stock against its movements", no_arguments, _run)
