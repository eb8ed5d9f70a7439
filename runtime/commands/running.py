"""Runs the server for `serve` and `demo`: binds first, says where, and serves until told to stop."""

import socket

import uvicorn

from runtime.commands.command import DONE, tell
from runtime.http.features import FEATURES
from runtime.server.app import create_app
from runtime.server.features import find_extensions
from runtime.server.services import Services


def run_server(services: Services, greeting: str) -> int:
    """Serve until a signal ends it."""
    settings = services.settings
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
    tell(greeting, address=settings.base_url or _address(listener))
    uvicorn.Server(config).run(sockets=[listener])
    return DONE


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"
