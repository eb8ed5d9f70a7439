"""Words for reasons: why a flow went which way and asked whom, with the values it saw and its release."""

from collections.abc import Mapping

from engine.flows.instance import Reason
from engine.kernel.issue import Scalar
from engine.text.catalog import LANGUAGES, say
from engine.text.labels import label_params

_PEOPLE = ("person", "by", "to")
_VALUES = "inputs"
_REASON = "because"


def explain(reason: Reason, *, release: int, people: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the words of a reason by language; `people` are the names shown for user ids."""
    return {
        language: _sentence(reason.code, reason.params, locale, release, people or {})
        for language, locale in LANGUAGES.items()
    }


def _sentence(
    code: str,
    params: Mapping[str, Scalar | Mapping[str, str]],
    locale: str,
    release: int,
    people: Mapping[str, str],
) -> str:
    flat: dict[str, Scalar] = {"release": release}
    for name, value in params.items():
        if isinstance(value, Mapping):
            flat |= {name: _values(value)} if name == _VALUES else label_params(name, value)
        else:
            flat[name] = people.get(str(value), value) if name in _PEOPLE else value
    because = params.get(_REASON)
    if isinstance(because, str):
        others = {name: value for name, value in params.items() if name != _REASON}
        flat[_REASON] = _sentence(because, others, locale, release, people)
    return say(code, locale, flat).strip()


def _values(inputs: Mapping[str, str]) -> str:
    return "; ".join(f"{name} = {value or '∅'}" for name, value in inputs.items())
