"""Make sure the journeys have a Chromium and a Chinese font: found, else installed, else said how.

Order: a Chromium on PATH, Playwright's own download, the system's package manager where allowed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
APT = ["chromium", "fonts-noto-cjk"]


def find_chromium() -> str | None:
    """Return the path of a Chromium that journeys can start."""
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    return on_path or _playwright_chromium()


def _playwright_chromium() -> str | None:
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache/ms-playwright"))
    found = sorted(cache.glob("chromium-*/chrome-linux*/chrome"))
    return str(found[-1]) if found else None


def has_chinese_font() -> bool:
    """Tell whether Chinese text would be drawn as glyphs."""
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def install() -> None:
    """Try Playwright's download, then the system's packages."""
    if not find_chromium():
        subprocess.run(
            [sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True
        )
    if (find_chromium() and has_chinese_font()) or not shutil.which("apt-get"):
        return
    become = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *APT]):
        subprocess.run([*become, "apt-get", "-qq", *command], check=False, env=environment)


def main() -> int:
    """Install what is missing; fail with the command to type where that is not allowed."""
    if not (find_chromium() and has_chinese_font()):
        print("Installing a browser and a Chinese font for the journeys.")
        install()
    missing = [] if find_chromium() else ["Chromium"]
    missing += [] if has_chinese_font() else ["a Chinese font"]
    if missing:
        print(f"The journeys need {' and '.join(missing)}: apt-get install {' '.join(APT)}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
