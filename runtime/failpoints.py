"""Named places where a process can be told to die, for tests of what survives.

`TONGDAO_FAILPOINT=after_claim:3` kills the process when it comes to that place for the third time. Without
the variable nothing happens.
"""

import itertools
import os
import signal

_NAME, _, _COUNT = os.environ.get("TONGDAO_FAILPOINT", "").partition(":")
_TIMES = int(_COUNT) if _COUNT.isdigit() else 1
_HITS = itertools.count(1)


def failpoint(name: str) -> None:
    """Die here where that was asked for."""
    if name == _NAME and next(_HITS) == _TIMES:
        os.kill(os.getpid(), signal.SIGKILL)
