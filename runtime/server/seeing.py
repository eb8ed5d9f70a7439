"""Seeing an app as somebody else: a request with a pass has that person's eyes and changes nothing.

Only routes that say so may be called with a pass; what is answered is what both may see
(`engine.access.authorize`). Whether the holder may look is judged anew at every request.
"""

from dataclasses import replace

from engine.kernel.errors import Forbidden
from runtime.identity.callers import Caller
from runtime.server.authority import may_oversee
from runtime.server.services import Services

HEADER = "x-see-as"


def seen_caller(services: Services, caller: Caller, given: str, app: str) -> Caller:
    """Return the person a pass names, looked at by its holder; `app` is that of the path, or empty."""
    if caller.session is None:
        raise Forbidden.of("seeing.by_token")
    found = services.passes.read(given, caller.session)
    installed = services.apps.by_id(found.app) if found else None
    seen = services.callers.seen(found.person) if found else None
    if installed is None or seen is None:
        raise Forbidden.of("seeing.ended")
    if not may_oversee(caller.principal, services.apps, installed.name):
        raise Forbidden.of("seeing.denied")
    if app not in ("", installed.name):
        raise Forbidden.of("seeing.other_app")
    principal, person = seen
    return replace(
        caller, principal=replace(principal, seen_by=caller.principal), person=person, seen_by=caller.person
    )
