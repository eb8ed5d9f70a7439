"""Setting whether a role may design a document, and how far its changes may go."""

from dataclasses import dataclass

from builder.commands.command import EditCommand, Refused
from builder.commands.documents import file_of, label_of, open_document, replaced
from builder.words import word
from engine.ports import Documents, Words

EFFECTS = ("propose", "publish")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The document, or the app for all of them; without an effect it may not be designed."""

    role: str
    document: str
    effect: str | None = None


def _apply(documents: Documents, params: Params) -> Documents:
    path, role = open_document(documents, "role", params.role)
    if file_of(documents, params.document) is None:
        raise Refused.because("command.document.missing", id=params.document, kind="app")
    if params.effect is not None and params.effect not in EFFECTS:
        raise Refused.because("command.param.type", ("effect",))
    kept = [each for each in role.get("design", ()) if each["document"] != params.document]
    if params.effect is not None:
        kept.append({"document": params.document, "effect": params.effect})
    role["design"] = kept
    if not kept:
        del role["design"]
    return replaced(documents, path, role)


def _describe(documents: Documents, params: Params) -> Words:
    return {
        "role": label_of(documents, params.role),
        "document": label_of(documents, params.document),
        "effect": word(f"effect.{params.effect or 'none'}"),
    }


COMMAND = EditCommand("set_design_right", Params, _apply, _describe)
