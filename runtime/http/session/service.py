"""The session as it is answered, from who is calling."""

from runtime.http.session.schemas import SessionAnswer, UserAnswer
from runtime.identity.callers import Caller
from runtime.identity.people import Person
from runtime.server.authority import administered, role_names
from runtime.server.services import Services


def session_answer(services: Services, caller: Caller) -> SessionAnswer:
    """Describe the session of a caller."""
    principal, session, token = caller.principal, caller.session, caller.token
    return SessionAnswer(
        user=_user(caller.person, caller.seen_by or caller.person),
        seen_by=_user(caller.seen_by, caller.seen_by) if caller.seen_by else None,
        roles=role_names(principal, services.apps),
        administer=list(administered(principal, services.apps)),
        csrf_token=session.csrf_token if session else "",
        expires_at=session.expires_at if session else token.expires_at if token else None,
        demo=services.settings.demo,
        warning=None if services.settings.secure else "session.transport.plain",
        events_after=services.flows.hub.position,
    )


def _user(person: Person, reader: Person) -> UserAnswer:
    """Describe a person in the language, and with the appearance, of who reads."""
    return UserAnswer(
        id=person.id,
        login=person.login,
        name=name_of(person, reader.language),
        language=reader.language,
        theme=reader.theme,
    )


def name_of(person: Person, locale: str) -> str:
    """Return a person's name in the language of a locale, or in any."""
    language = locale.partition("-")[0]
    return person.name.get(language) or next(iter(person.name.values()), person.login)
