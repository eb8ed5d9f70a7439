"""What an executor is: carries out an effect in the transaction of its step.

What it returns is the answer, `NO_ANSWER` where the effect is not answered now. It raises `DomainError`
where the effect is refused for good; what it did until then is undone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from runtime.flows.stage import Stage


class NoAnswer:
    """The answer of effects that are not answered, or later."""


NO_ANSWER: Final = NoAnswer()


@dataclass(frozen=True, slots=True)
class Executor:
    """Carries out effects of one type; `writes` says whether records may be different afterwards."""

    effect: type
    carry_out: Callable[[Stage, Any], object]
    writes: bool = False
