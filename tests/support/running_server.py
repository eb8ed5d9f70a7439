"""A server process of its own: started, waited for, stopped or killed. For tests that need the real thing.

Owns the process and its log; what is asked of the server is the test's.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_SECONDS = 240
STOP_SECONDS = 20
BETWEEN_QUESTIONS = 0.05


class ServerGaveUp(Exception):
    """The process ended, or did not answer in time; the message carries its log."""


@dataclass(slots=True)
class RunningServer:
    """A process of `tongdao <command>` with its data in a folder; restarts on the same port."""

    folder: Path
    command: str = "serve"
    environment: Mapping[str, str] = field(default_factory=dict)
    port: int = 0
    _process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    def start(self) -> None:
        """Start the process and return once it answers; raise ServerGaveUp when it does not."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = self.port or free_port()
        chosen = {"PORT": str(self.port), "TONGDAO_DATA": str(self.data), **self.environment}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "runtime.cli", self.command],
                cwd=ROOT,
                env={**os.environ, **chosen},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait_until_ready()

    def stop(self) -> None:
        """End the process as an operator would; kill it when it does not listen."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def kill(self) -> None:
        """End the process as a power cut would."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._process = None

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._has_ended() or time.monotonic() > deadline:
                self.kill()
                raise ServerGaveUp(self.log.read_text(encoding="utf-8", errors="replace"))

    def _has_ended(self) -> bool:
        """Tell whether the process ends within the time between two questions."""
        if self._process is None:
            return True
        try:
            self._process.wait(BETWEEN_QUESTIONS)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/api/health")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


def free_port() -> int:
    """Return a port nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
