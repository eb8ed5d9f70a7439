"""What a page complains about while somebody works in it: console errors and breaches of the content policy."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page

# The console tells of refused requests and of most breaches by itself; this makes it all of them.
REPORT_BREACHES = """document.addEventListener('securitypolicyviolation', (breach) =>
  console.error(`content policy: ${breach.violatedDirective} ${breach.blockedURI} ${breach.sourceFile}`))"""


@dataclass(slots=True)
class Watch:
    """Keeps what one page complained about, apart from what the journey expects."""

    page: Page
    kinds: tuple[str, ...] = ("error",)
    expected: set[tuple[int, str]] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """Listen from here on."""
        self.page.add_init_script(REPORT_BREACHES)
        # Playwright marks the object of a bound method, which one with slots does not allow.
        self.page.on("console", lambda message: self._on_console(message))
        self.page.on("pageerror", lambda error: self._on_error(error))

    def expect(self, status: int, path: str) -> None:
        """Name an answer that the journey provokes on purpose."""
        self.expected.add((status, path))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type not in self.kinds or self._is_expected(message):
            return
        self.complaints.append(f"{message.text} ({message.location.get('url', '')})")

    def _on_error(self, error: Error) -> None:
        self.complaints.append(str(error))

    def _is_expected(self, message: ConsoleMessage) -> bool:
        path = urlsplit(message.location.get("url", "")).path
        return any(path == known and f"status of {status}" in message.text for status, known in self.expected)
