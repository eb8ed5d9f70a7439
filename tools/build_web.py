"""Build the browser part into runtime/web when it is missing or older than its sources.

Called by the Makefile for a checkout and by the build hook for an installation. With `--requires` it builds
nothing and prints what a build would need. TONGDAO_SKIP_WEB=1 leaves everything as it is.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.node import FRONTEND, ROOT, WHEEL, install_packages, run_node

WEB = ROOT / "runtime" / "web"
STAMP = WEB / ".stamp"
_LOOSE_FILES = ("index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts")
_FOLDERS = ("frontend/src", "frontend/public", "frontend/tools", "engine/text/messages")


def is_current() -> bool:
    """Tell whether runtime/web is what the sources give; without sources there is nothing to build."""
    if os.environ.get("TONGDAO_SKIP_WEB") or not FRONTEND.is_dir():
        return True
    return STAMP.is_file() and STAMP.read_text() == fingerprint()


def fingerprint(root: Path = ROOT) -> str:
    """Hash every file the build reads, by its name and content; tests are not among them."""
    digest = hashlib.sha256()
    for path in _sources(root):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def build() -> None:
    """Install the packages, bundle, and stamp the result; a broken build leaves no stamp."""
    wanted = fingerprint()
    print("Building the browser part; the first time takes about a minute.", flush=True)
    install_packages()
    run_node("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn")
    STAMP.write_text(wanted)


def _sources(root: Path) -> Iterator[Path]:
    yield from (root / "frontend" / name for name in _LOOSE_FILES)
    for folder in _FOLDERS:
        yield from (
            path for path in sorted((root / folder).rglob("*")) if path.is_file() and not _is_test(path)
        )


def _is_test(path: Path) -> bool:
    return ".test." in path.name or "testing" in path.parts


def main() -> int:
    """Build when needed, or only answer what that needs."""
    if is_current():
        return 0
    if "--requires" in sys.argv:
        print(WHEEL)
        return 0
    try:
        build()
    except subprocess.CalledProcessError as failed:
        print(f"The browser part could not be built: {failed}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
