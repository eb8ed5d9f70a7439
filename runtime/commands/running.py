"""Runs the server for `serve` and `demo`: says where it answers, and serves until told to stop."""

import socket
import threading
from collections.abc import Callable
from functools import partial

import uvicorn

from runtime.commands.command import DONE, tell, tell_issues
from runtime.connectors.at_work import connectors_at_work
from runtime.http.features import FEATURES
from runtime.server.app import create_app
from runtime.server.features import find_extensions
from runtime.server.services import Services
from runtime.server.startup import check_start

Ready = Callable[[str], None]


def run_server(services: Services, greeting: str, ready: Ready | None = None) -> int:
    """Serve until a signal ends it; `ready` is called beside the server, with its address, once up."""
    settings = services.settings
    tell_issues(check_start(services))
    app = create_app(services, (*FEATURES, *find_extensions()))
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies),
        timeout_graceful_shutdown=10,
    )
    listener = config.bind_socket()
    address = settings.base_url or _address(listener)
    with connectors_at_work(services):
        _Server(config, partial(_say_ready, greeting, address, ready)).run(sockets=[listener])
    return DONE


def _say_ready(greeting: str, address: str, ready: Ready | None) -> None:
    if ready is not None:
        threading.Thread(target=ready, args=(address,), name="ready", daemon=True).start()
    tell(greeting, address=address)


class _Server(uvicorn.Server):
    """A server that says where it is as soon as it answers there."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._say_started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._say_started()


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"
