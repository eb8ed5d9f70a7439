"""Whatever leaves this server leaves through one guarded room."""

import ast

from tests.architecture.sources import modules

CLIENTS = ("httpx", "httpcore", "requests", "aiohttp", "urllib.request", "http.client", "smtplib", "ftplib")
# Measurements ask servers that they have started themselves.
ROOMS = ("runtime/outgoing/", "runtime/bench/")


def test_only_the_outgoing_room_can_call_out():
    found = {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        for name in imported(node)
        if not path.startswith(ROOMS) and any(name == each or name.startswith(f"{each}.") for each in CLIENTS)
    }

    assert not found, "call through runtime.outgoing.calls, which judges every address"


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
