"""Adding a message template about records of an entity."""

from dataclasses import dataclass, field, replace

from builder.commands.command import EditCommand, Mint
from builder.commands.documents import free_file, label_of, names_in, open_document, replaced
from builder.commands.naming import propose_name
from builder.commands.templates.new_template import new_template
from builder.commands.wording import in_app
from engine.ports import Documents, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """Without words it says that something happened to the record."""

    entity: str
    label: dict[str, str] = field(default_factory=dict)
    subject: dict[str, str] = field(default_factory=dict)
    body: dict[str, str] = field(default_factory=dict)
    id: str = ""
    name: str = ""


def _complete(documents: Documents, params: Params, mint: Mint) -> Params:
    open_document(documents, "entity", params.entity)
    about = {"entity": label_of(documents, params.entity)}
    label = params.label or in_app(documents, "template.new.label", about)
    name = params.name or propose_name(label, names_in(documents, "templates"), "message")
    usual = new_template(documents, params.entity, label)
    return replace(
        params,
        label=label,
        subject=params.subject or usual["subject"],
        body=params.body or usual["body"],
        id=params.id or mint("template"),
        name=name,
    )


def _apply(documents: Documents, params: Params) -> Documents:
    path = free_file(documents, "templates", params.id, params.name)
    template = {
        "schema": "tongdao/template/1",
        "id": params.id,
        "name": params.name,
        "label": params.label,
        "entity": params.entity,
        "subject": params.subject,
        "body": params.body,
    }
    return replaced(documents, path, template)


def _describe(documents: Documents, params: Params) -> Words:
    return {"template": params.label}


COMMAND = EditCommand("add_template", Params, _apply, _describe, _complete)
