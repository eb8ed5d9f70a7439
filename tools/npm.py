"""Run npm on the front end with the packages of its lock file: `python -m tools.npm run check`."""

import subprocess
import sys

from tools.node import install_packages, run_npm


def main() -> int:
    """Hand the arguments to npm and its exit code back."""
    try:
        install_packages()
        run_npm(*sys.argv[1:])
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
