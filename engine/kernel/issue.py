"""One finding about a document or about submitted data: a code, a place, parameters, a severity.

Text is never written at the place of the error; `engine.text` turns an issue into a sentence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from engine.kernel.path import Path, to_pointer

Scalar = str | int | bool | None
EMPTY: Mapping[str, Scalar] = MappingProxyType({})


class Severity(StrEnum):
    """How much an issue matters: errors block, warnings are shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding. `code` is `<area>.<thing>.<problem>`, stable public API; `params` fill placeholders."""

    code: str
    path: Path = ()
    params: Mapping[str, Scalar] = field(default_factory=lambda: EMPTY)
    severity: Severity = Severity.ERROR

    @property
    def pointer(self) -> str:
        """Return the place as JSON Pointer."""
        return to_pointer(self.path)

    def under(self, *prefix: str | int) -> "Issue":
        """Return the same issue, seen from further up the document."""
        return replace(self, path=(*prefix, *self.path))


def has_errors(issues: Iterable[Issue]) -> bool:
    """Tell whether any issue blocks."""
    return any(issue.severity is Severity.ERROR for issue in issues)
