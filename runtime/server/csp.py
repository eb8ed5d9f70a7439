"""The content security policies: what a page, and what any other answer, may load."""

import secrets

PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' blob: data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "object-src 'none'"
)
ANSWER = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
FILE = f"sandbox; {ANSWER}"


def new_nonce() -> str:
    """Return a nonce for one response."""
    return secrets.token_urlsafe(18)


def page_policy(nonce: str) -> str:
    """Return the policy of a page whose own styles carry the nonce."""
    return PAGE.format(nonce=nonce)
