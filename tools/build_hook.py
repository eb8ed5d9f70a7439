"""Hatch's hook: an installation from source carries the browser part, built on a machine without Node.

It only calls build_web, as a process of its own, because hatch loads this file alone.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent.parent
BUILD_WEB = [sys.executable, "-m", "tools.build_web"]


class WebBuildHook(BuildHookInterface[Any]):
    """Asks for Node only when there is something to build, and builds before files are collected."""

    def dependencies(self) -> list[str]:
        """Name what the isolated build environment needs besides hatch."""
        answer = subprocess.run(
            [*BUILD_WEB, "--requires"], cwd=ROOT, check=True, capture_output=True, text=True
        )
        return answer.stdout.split()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bring runtime/web up to date."""
        subprocess.run(BUILD_WEB, cwd=ROOT, check=True)
