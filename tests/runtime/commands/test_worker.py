"""A worker beside a server: what a server that is gone has left behind is done."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from runtime.cli import main
from tests.runtime.flows.shop import DIRECTOR, Shop, approval_flow

SECONDS = 60


def test_a_worker_is_refused_on_sqlite(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("TONGDAO_DATA", str(tmp_path))
    monkeypatch.delenv("TONGDAO_DATABASE", raising=False)

    assert main(["worker"]) == 1


def test_a_worker_does_what_waits_and_stops_when_told(postgres_url: str, tmp_path: Path) -> None:
    shop = Shop(postgres_url, tmp_path, approval_flow())
    environment = {**os.environ, "TONGDAO_DATA": str(tmp_path), "TONGDAO_DATABASE": postgres_url}
    worker = subprocess.Popen([sys.executable, "-m", "runtime.cli", "worker"], env=environment)
    try:
        shop.person("ann", DIRECTOR)
        shop.order("500")

        deadline = time.monotonic() + SECONDS
        while not shop.tasks() and time.monotonic() < deadline:
            threading.Event().wait(0.05)

        assert len(shop.tasks()) == 1
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=30) == 0
    finally:
        worker.kill()
        shop.close()
