"""Words an author wrote in several languages: choosing one, and carrying them as parameters of an issue.

An issue has scalar parameters only, so the label `message` travels as `message.zh` and `message.en`.
"""

from collections.abc import Mapping

from engine.kernel.issue import Scalar

Label = Mapping[str, str]


def in_language(label: Label, locale: str) -> str:
    """Return the words for a locale such as `zh-CN`: its language, else English, else the first there is."""
    language = locale.partition("-")[0]
    return label.get(locale) or label.get(language) or label.get("en") or next(iter(label.values()), "")


def label_params(name: str, label: Label) -> dict[str, Scalar]:
    """Return a label as parameters from which `{name}` is filled in the language of the reader."""
    return {f"{name}.{language}": text for language, text in label.items()}


def label_of(name: str, params: Mapping[str, Scalar]) -> Label:
    """Return the label that parameters carry under a name; empty without one."""
    prefix = f"{name}."
    return {key.removeprefix(prefix): str(text) for key, text in params.items() if key.startswith(prefix)}
