"""Words for reasons: why a flow went which way and asked whom, with the values it saw and its release."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.flows.instance import Reason
from engine.flows.labelling import Labelling, Path, labelled, labelled_name
from engine.kernel.issue import Scalar
from engine.text.catalog import LANGUAGES, say
from engine.text.labels import label_of, label_params

_PEOPLE = ("person", "by", "to")
_VALUES = ("inputs", "results")
_REASON = "because"
_HIDDEN = "•••"
_EXPRESSION = "expression"

Params = Mapping[str, Scalar | Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: in which locale, with which names for people, seeing which of the values a flow saw."""

    locale: str
    people: Mapping[str, str]
    may_see: Callable[[str], bool]
    labels: Labelling

    def path(self, path: Path) -> Path:
        """Return a path of names as this reader reads it; what they may not see has no label for them."""
        return self.labels(path, self.locale) if self.may_see(".".join(path)) else path


def explain(
    reason: Reason,
    *,
    release: int,
    people: Mapping[str, str] | None = None,
    may_see: Callable[[str], bool] | None = None,
    labels: Labelling | None = None,
) -> dict[str, str]:
    """Return the words of a reason by language; `people` are the names shown for user ids.

    Values for which `may_see` is false of their name are not told; without it all are. With `labels` names
    are told by them.
    """
    readers = (
        Reader(locale, people or {}, may_see or _everything, labels or _as_it_is)
        for locale in LANGUAGES.values()
    )
    return {
        language: _sentence(reason.code, {**reason.params, "release": release}, reader)
        for language, reader in zip(LANGUAGES, readers, strict=True)
    }


def _sentence(code: str, params: Params, reader: Reader) -> str:
    flat: dict[str, Scalar] = {}
    for name, value in params.items():
        if name in _PEOPLE:
            value = reader.people.get(str(value), value) if isinstance(value, str) else value
        if isinstance(value, Mapping):
            flat |= {} if name in _VALUES else label_params(name, value)
        else:
            flat[name] = labelled(str(value), reader.path) if name == _EXPRESSION else value
    flat |= {name: _values(name, params, reader) for name in _VALUES}
    because = params.get(_REASON)
    if isinstance(because, str):
        flat[_REASON] = _sentence(because, {**params, _REASON: None}, reader)
    return say(code, reader.locale, flat).strip()


def _values(name: str, params: Params, reader: Reader) -> str:
    """Return named values in words; those of an issue travel as `inputs.<name>`."""
    given = params.get(name)
    found = given if isinstance(given, Mapping) else label_of(name, _scalars(params))
    shown = (
        (each, value if name != "inputs" or reader.may_see(each) else _HIDDEN)
        for each, value in found.items()
    )
    return "; ".join(f"{labelled_name(each, reader.path)} = {value or '∅'}" for each, value in shown)


def _scalars(params: Params) -> dict[str, Scalar]:
    return {name: value for name, value in params.items() if not isinstance(value, Mapping)}


def _everything(name: str) -> bool:
    return True


def _as_it_is(path: Path, locale: str) -> Path:
    return path
