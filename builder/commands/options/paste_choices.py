"""Adding many choices at once; those whose words the list has already are left out."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import Label, label_of, open_document, replaced
from builder.commands.options.lists import with_choices
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """`choices` are labels in order."""

    choices: list[dict[str, str]]
    list: str


def _apply(documents: Documents, params: Params) -> Documents:
    path, options = open_document(documents, "options", params.list)
    known = {_words(each["label"]) for each in options["choices"]}
    labels = {_words(label): label for label in params.choices if _words(label) not in known}
    if not labels:
        raise Refused.because("command.choices.none", ("choices",))
    options["choices"] = with_choices(options["choices"], labels.values())
    return replaced(documents, path, options)


def _words(label: Label) -> str:
    return next(iter(label.values()), "").strip().casefold()


def _describe(documents: Documents, params: Params) -> Words:
    return {"count": len(params.choices), "list": label_of(documents, params.list)}


COMMAND = EditCommand("paste_choices", Params, _apply, _describe)
