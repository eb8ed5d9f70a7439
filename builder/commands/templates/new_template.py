"""A new message about records of an entity, with words that are useful at once."""

from builder.commands.documents import Json, label_of, open_document
from builder.commands.wording import in_app
from engine.ports import Documents, Words


def new_template(documents: Documents, entity: str, label: dict[str, str]) -> Json:
    """Return a template without id and name."""
    words: Words = {"entity": label_of(documents, entity), "title": title_placeholder(documents, entity)}
    return {
        "schema": "tongdao/template/1",
        "label": label,
        "entity": entity,
        "subject": in_app(documents, "template.new.subject", words),
        "body": in_app(documents, "template.new.body", words),
    }


def title_placeholder(documents: Documents, entity: str) -> str:
    """Return how a message names a record: by its title field, or nothing where it has none."""
    _, opened = open_document(documents, "entity", entity)
    named = next((each["name"] for each in opened["fields"] if each["id"] == opened.get("title")), None)
    return f" {{{{ record.{named} }}}}" if named else ""
