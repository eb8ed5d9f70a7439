"""Run every generator; with --check, fail where a committed file differs from what generating gives."""

import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).parent
FIRST = "generate_model.py"  # the others may read what it writes


def main() -> int:
    """Run the generators as processes of their own, the document types first."""
    scripts = sorted(TOOLS.glob("generate_*.py"), key=lambda path: (path.name != FIRST, path.name))
    results = [
        subprocess.run(
            [sys.executable, "-m", f"tools.{path.stem}", *sys.argv[1:]], cwd=TOOLS.parent, check=False
        )
        for path in scripts
    ]
    return max(result.returncode for result in results)


if __name__ == "__main__":
    sys.exit(main())
