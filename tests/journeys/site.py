"""A served installation with the channel sales app, and people who sign in to it with a browser."""

import threading
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page

from builder.http.router import create_router
from engine.metadata.dump import dump_definition
from runtime.http.features import FEATURES
from runtime.identity.people import NewPerson, add_person
from runtime.server.app import create_app
from runtime.server.wiring import open_services
from runtime.settings import Settings
from tests.factories.app import channel_sales
from tests.factories.server import PASSWORD, PASSWORD_HASH

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 60_000  # milliseconds: machines may build and test at the same time


class Site:
    """One installation at an address; everybody has a browser of their own."""

    def __init__(self, database: str, data: Path, web: Path, chromium: Browser) -> None:
        data.mkdir()
        self.data = data
        self._chromium = chromium
        self._contexts: list[BrowserContext] = []
        self.services = open_services(Settings(data=data, database=database))
        self.definition = channel_sales()
        self.services.install(dump_definition(self.definition))
        app = create_app(self.services, (*FEATURES, create_router), web)
        self.services.flows.start()
        config = uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, lifespan="off")
        listener = config.bind_socket()
        self.address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listener]})
        self._thread.start()

    def add_person(self, login: str, role: str) -> None:
        """Let somebody in with one role."""
        role_id = next(each.id for each in self.definition.roles.values() if each.name == role)
        new = NewPerson(
            login=login,
            name={"zh": login, "en": login},
            password_hash=PASSWORD_HASH,
            roles=((self.definition.app.id, role_id),),
        )
        services = self.services
        services.database.write(
            lambda connection: add_person(connection, new, services.clock, services.ids, None)
        )

    def sign_in(self, login: str, locale: str, path: str, viewport: dict[str, int] = WIDE) -> Page:
        """Open a page of the installation as somebody, in a browser of their own."""
        context = self._chromium.new_context(locale=locale, viewport=viewport, base_url=self.address)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = context.new_page()
        page.goto("/sign-in")
        page.locator("input[type=password]").fill(PASSWORD)
        page.locator("input").first.fill(login)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "sign-in" not in url)
        page.goto(path)
        return page

    @property
    def pages(self) -> list[Page]:
        """Return all pages people have open."""
        return [page for context in self._contexts for page in context.pages]

    def close(self) -> None:
        """Close all browsers and the server."""
        for context in self._contexts:
            context.close()
        self._server.should_exit = True
        self._thread.join()
        self.services.close()
