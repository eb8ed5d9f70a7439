"""What the designer's calls answer, as JSON kinds; sentences come in every language at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from builder.checks.registry import file_at
from builder.drafts.authority import Authority
from builder.drafts.draft import Draft, Edit
from builder.named_fields import with_labels
from builder.publishing.foreseeing import Foreseen
from builder.publishing.impact import Impact, NewField
from builder.usages import Use
from builder.words import Phrase, said, word
from engine.kernel.issue import Issue
from engine.ports import Conversion, Documents, Present, ReleaseEntry, StorageStep, UnfitValue

Json = Mapping[str, Any]
Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at a draft: their id, what they may design, which documents and whose names they see."""

    id: str
    authority: Authority
    documents: Json
    names: Names


def draft_answer(draft: Draft, newest: int, issues: list[Json], viewer: Viewer) -> Json:
    """Return the state of a draft as one person sees it."""
    own = [edit for edit in draft.edits if edit.command.by == viewer.id]
    return {
        "app": draft.release.app,
        "base_release": draft.release.number,
        "newest_release": newest,
        "revision": draft.revision,
        "documents": viewer.documents,
        "commands": [_edit(edit, viewer) for edit in draft.edits],
        "can_undo": any(edit.holds for edit in own),
        "can_redo": any(edit.command.undone for edit in own),
        "issues": issues,
        "effect": effects(viewer.authority, viewer.documents),
    }


def people_in(draft: Draft) -> set[str]:
    """Return the ids of those who edited."""
    return {edit.command.by for edit in draft.edits if edit.command.by}


def effects(authority: Authority, documents: Json) -> dict[str, str]:
    """Return how far changes of each document may go; what is not listed may not be changed."""
    reach: dict[str, str] = {}
    for document in documents.values():
        for effect in ("propose", "publish"):
            if authority.may(document["id"], effect):
                reach[document["id"]] = effect
    return reach


def use_answers(uses: Iterable[Use], files: Collection[str]) -> Json:
    """Return where something is used, in documents a person sees; how many others there are as a number."""
    told = list(uses)
    seen = [each for each in told if each.file in files]
    items = [
        {"file": each.file, "kind": each.kind, "label": each.label, "place": each.place, "words": words}
        for each in seen
        for words in [said(each.words)]
    ]
    return {"items": items, "unseen": len({each.file for each in told} - set(files))}


def presence_answer(present: Sequence[Present], names: Names) -> Json:
    """Return who has a designer open."""
    return {
        "people": [
            {"id": each.person, "name": names.get(each.person, {}), "file": each.file} for each in present
        ]
    }


def issue_answers(issues: Iterable[Issue], documents: Documents, seen: Documents) -> list[Json]:
    """Return the findings about documents a person sees."""
    found = ((issue, file_at(documents, issue.path)) for issue in issues)
    return [_issue(issue, file, seen) for issue, file in found if file in seen]


def _issue(issue: Issue, file: str | None, seen: Documents) -> Json:
    """Return one finding with the file it is about and the place inside it."""
    return {
        "code": issue.code,
        "file": file,
        "place": list(issue.path[len(file.split("/")) :]) if file else list(issue.path),
        "pointer": issue.pointer,
        "params": dict(issue.params),
        "severity": issue.severity.value,
        "words": said(Phrase(issue.code, with_labels(issue.params, file, seen))),
    }


def impact_answer(impact: Impact) -> Json:
    """Return what publishing would mean."""
    return {
        "changes": [
            {"action": each.action, "document": each.document, "code": each.words.code, "words": words}
            for each in impact.differences
            for words in [said(each.words)]
        ],
        "steps": [_step(each) for each in impact.steps],
        "usages": [{"words": said(each)} for each in impact.usages],
        "fields": [_new_field(each) for each in impact.fields],
        "blocked": any(issue.severity.value == "error" for issue in impact.issues),
    }


def foreseen_answer(foreseen: Foreseen) -> Json:
    """Return what an edit would mean."""
    return {
        "steps": [_step(each) for each in foreseen.steps],
        "documents": [
            {"file": each.file, "kind": word(f"kind.{each.kind}"), "label": each.label}
            for each in foreseen.documents
        ],
    }


def conversion_answers(conversions: Sequence[Conversion]) -> Json:
    """Return what changed types would make of values: fields by id, examples of what they would not take."""
    return {
        "items": [
            {
                "entity": each.entity,
                "field": each.field,
                "fitting": each.fitting,
                "unfit": each.unfit,
                "examples": [_unfit_value(one) for one in each.examples],
            }
            for each in conversions
        ]
    }


def release_answers(releases: Sequence[ReleaseEntry], names: Names) -> Json:
    """Return published releases, newest first."""
    return {
        "items": [
            {"number": each.number, "note": each.note, "at": each.at.isoformat(), "by": who}
            for each in releases
            for who in [person(each.by, names)]
        ]
    }


def person(id: str, names: Names) -> Json | None:
    """Return who did something; nobody for the installation itself."""
    return {"id": id, "name": names.get(id, {})} if id else None


def _edit(edit: Edit, viewer: Viewer) -> Json:
    return {
        "n": edit.command.n,
        "kind": edit.command.kind,
        "words": said(edit.words),
        "at": edit.command.at.isoformat(),
        "by": person(edit.command.by, viewer.names),
        "undone": not edit.holds,
        "own": edit.command.by == viewer.id,
    }


def _step(step: StorageStep) -> Json:
    words = said(Phrase(step.code, step.params))
    return {"code": step.code, "words": words, "rows": step.rows, "seconds": step.seconds}


def _unfit_value(unfit: UnfitValue) -> Json:
    words = said(Phrase(unfit.reason.code, unfit.reason.params))
    return {"record": unfit.record, "title": unfit.title, "value": unfit.value, "words": words}


def _new_field(field: NewField) -> Json:
    roles: Iterable[Json] = (
        {"role": each.role, "label": each.label, "access": each.access, "listed": each.listed}
        for each in field.roles
    )
    return {
        "field": field.field,
        "entity": field.entity,
        "label": field.label,
        "computed": field.computed,
        "roles": list(roles),
    }
