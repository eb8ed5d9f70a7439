"""A server on a database of its own, with apps at work and people to sign in as."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from engine.ports import Documents
from runtime.http.features import FEATURES
from runtime.identity.passwords import hash_password
from runtime.identity.people import NewPerson, Person, add_person
from runtime.server.app import create_app
from runtime.server.features import Feature
from runtime.server.wiring import wire
from runtime.settings import Settings
from runtime.storage.connect import open_database
from runtime.system import SystemIds

PASSWORD = "a quiet harbour at dawn"
PASSWORD_HASH = hash_password(PASSWORD)


class SetClock:
    """A clock that goes on only when told to."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def monotonic(self) -> float:
        return self.instant.timestamp()

    def go_on(self, **duration: float) -> None:
        self.instant += timedelta(**duration)


class Server:
    """Services with what tests need to arrange and to look at."""

    def __init__(self, url: str, data: Path, features: Iterable[Feature] = (), **settings: Any) -> None:
        self.clock = SetClock()
        self.ids = SystemIds()
        self._clients: list[Client] = []
        self._features = tuple(features)
        self.settings = Settings(data=data, database=url, **settings)
        self.database = open_database(url)
        self.services = wire(self.settings, self.database, self.clock, self.ids, self.clock.monotonic)

    def install(self, documents: Documents) -> None:
        self.services.install(documents)

    def add_person(self, login: str, *roles: tuple[str, str], **more: Any) -> Person:
        name = {"zh": f"{login}先生", "en": f"Mr {login}"}
        new = NewPerson(login=login, name=name, password_hash=PASSWORD_HASH, roles=roles, **more)
        return self.database.write(lambda connection: add_person(connection, new, self.clock, self.ids, None))

    def client(self, *more: Feature, web: Path | None = None) -> "Client":
        made = Client(self.app(*more, web=web))
        self._clients.append(made)
        return made

    def app(self, *more: Feature, web: Path | None = None) -> Any:
        """Return the ASGI application."""
        features: Iterable[Feature] = (*FEATURES, *self._features, *more)
        return create_app(self.services, features, web or self.settings.data / "web")

    def close(self) -> None:
        for client in self._clients:
            client.close()
        self.services.close()


class Client:
    """A browser, or a program with a token, calling the application without a network."""

    def __init__(self, app: Any, base_url: str = "http://127.0.0.1", peer: str = "198.51.100.7") -> None:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=(peer, 1))
        self._http = httpx.AsyncClient(transport=transport, base_url=base_url)
        self._runner = asyncio.Runner()
        self.headers, self.cookies = self._http.headers, self._http.cookies

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        return self._runner.run(self._http.request(method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.request("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self.request("POST", path, **more)

    def patch(self, path: str, **more: Any) -> httpx.Response:
        return self.request("PATCH", path, **more)

    def delete(self, path: str, **more: Any) -> httpx.Response:
        return self.request("DELETE", path, **more)

    def sign_in(self, login: str, password: str = PASSWORD) -> "Client":
        answer = self.post("/api/session", json={"login": login, "password": password})
        assert answer.status_code == 200, answer.text
        self.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        return self

    def close(self) -> None:
        self._runner.run(self._http.aclose())
        self._runner.close()


def codes(answer: Any) -> list[str]:
    """Return the codes of a refusal's issues."""
    return [issue["code"] for issue in answer.json()["issues"]]
