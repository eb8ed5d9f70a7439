"""People as sheets name them: by login, by name in either language, or by id."""

from collections.abc import Iterable, Mapping

from engine.kernel.issue import Issue
from runtime.identity.people import Person

Directory = Mapping[str, frozenset[str]]


def directory(people: Iterable[Person]) -> Directory:
    """Return the ids of people by everything they may be called."""
    called: dict[str, set[str]] = {}
    for person in people:
        for name in {person.id, person.login, *person.name.values()}:
            called.setdefault(_key(name), set()).add(person.id)
    return {name: frozenset(ids) for name, ids in called.items()}


def with_stand_in(called: Directory, names: Iterable[str], stand_in: str) -> Directory:
    """Return the directory with somebody standing in for those who are not in it."""
    unknown = {_key(name): frozenset({stand_in}) for name in names}
    return {**unknown, **called}


def find_person(called: Directory, name: str) -> str | Issue:
    """Return the id of the one person called so."""
    found = called.get(_key(name), frozenset())
    if len(found) == 1:
        return next(iter(found))
    code = "transfer.person.ambiguous" if found else "transfer.person.unknown"
    return Issue(code, params={"value": name[:60]})


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
