"""Several items of a form at once: taken out, put in, and told of."""

from collections.abc import Sequence

from builder.commands.command import Refused
from builder.commands.documents import Json, item_in, label_of, open_document
from engine.ports import Documents, Words

MOST = 500


def open_form(documents: Documents, form: str, fields: Sequence[str]) -> tuple[str, Json]:
    """Return the file of a form and a copy of it; refuse none, too many, or one field twice."""
    if not fields or len(fields) > MOST or len(set(fields)) < len(fields):
        raise Refused.because("command.items.choice", ("fields",), limit=MOST)
    return open_document(documents, "form", form)


def take_out(form: Json, fields: Sequence[str]) -> list[Json]:
    """Take items out of a form and return them in reading order."""
    for field in fields:
        item_in(form, field)
    taken: list[Json] = []
    for section in form["layout"]:
        taken += [item for item in section["items"] if item["field"] in fields]
        section["items"] = [item for item in section["items"] if item["field"] not in fields]
    return taken


def words_for(documents: Documents, form: str, fields: Sequence[str]) -> Words:
    """Return what the sentences of such edits say."""
    return {"count": len(fields), "form": label_of(documents, form)}
