"""`tongdao demo`: the channel sales app with its people and data; the first start loads, later ones go on.

What was done in the demo stays: the app is installed and its data loaded once.
"""

from argparse import Namespace
from dataclasses import replace
from functools import partial
from pathlib import Path

from runtime.commands.command import Command, no_arguments, tell
from runtime.commands.import_app import read_documents
from runtime.commands.running import run_server
from runtime.demo.example import APP, FOLDER
from runtime.demo.surroundings import surroundings
from runtime.seeding import add_people_of, is_loaded, load_seeds
from runtime.server.logs import set_up_logs
from runtime.server.services import Services
from runtime.server.wiring import open_services
from runtime.settings import Settings


def _run(_arguments: Namespace, settings: Settings) -> int:
    set_up_logs("warning")
    with surroundings(replace(settings, demo=True), FOLDER / "seeds" / "products.csv") as around:
        services = open_services(around.settings)
        try:
            prepare(services, FOLDER)
            around.join(services)
        except BaseException:
            services.close()
            raise
        tell("command.demo.shop", address=around.shop.address)
        return run_server(services, "command.demo.ready", partial(around.listen, services))


def prepare(services: Services, folder: Path) -> None:
    """Install the app and load its data, as far as that was not done before."""
    if services.apps.find(APP) is None:
        services.install(read_documents(folder), "demo")
    installed = services.apps.get(APP)
    if is_loaded(services, installed):
        return
    tell("command.demo.loading")
    add_people_of(services, installed, folder)
    for loaded in load_seeds(services, installed, folder):
        report = loaded.report
        tell("command.demo.loaded", file=Path(loaded.file).name, records=report.created + report.updated)


COMMAND = Command("run the channel sales app with data to try", no_arguments, _run)
