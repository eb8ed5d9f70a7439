"""Tells people: a row in their notifications, in their language; a letter by the outbox."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from engine.flows.instance import Task
from engine.kernel.errors import Invalid
from engine.metadata.model import Template
from engine.text.labels import label_params
from runtime.flows.messages import LANGUAGE_OF, Message, Subject, title_of, write_message
from runtime.flows.outbox import NewJob
from runtime.flows.stage import Stage
from runtime.flows.words import say_in
from runtime.realtime.frame import Frame
from runtime.storage.system_tables import sys_user
from runtime.storage.system_tables_flows import sys_notification

_LOCALE = "zh-CN"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is told, with the language and address they have."""

    id: str
    locale: str
    email: str | None


def find_reader(connection: Connection, id: str) -> Reader | None:
    """Return who is told, None where they are not active."""
    wanted = select(sys_user.c.language, sys_user.c.email).where(sys_user.c.id == id, sys_user.c.active)
    row = connection.execute(wanted).first()
    return Reader(id, row.language or _LOCALE, row.email) if row is not None else None


def tell_of_task(stage: Stage, task: Task, task_id: str, code: str) -> None:
    """Tell a person that a task waits for them."""
    reader = find_reader(stage.connection, task.person)
    if reader is None:
        return
    planned = stage.plan.nodes.get(task.node)
    record = title_of(_subject(stage))
    params: dict[str, Any] = {
        "record": record,
        **label_params("flow", stage.flow.label),
        **label_params("step", planned.node.label if planned else {}),
    }
    subject = say_in(code, reader.locale, params)
    note(stage, reader, Message(subject, ""), task=task_id)


def tell_by_template(
    stage: Stage, template: Template, reader: Reader, channels: tuple[str, ...], key: str
) -> None:
    """Tell a person what a template says, on every channel asked for that reaches them."""
    message = write_message(_subject(stage), template, LANGUAGE_OF.get(reader.locale, "zh"))
    if "in_app" in channels or not channels:
        note(stage, reader, message)
    if "email" in channels and reader.email:
        send(stage, f"{key}:{reader.id}", reader.email, message, reader.locale)


def tell_outside(stage: Stage, template: Template, email: str, language: str | None, key: str) -> None:
    """Write a letter to an address that belongs to nobody here."""
    chosen = language if language in ("zh", "en") else "zh"
    message = write_message(_subject(stage), template, chosen)
    send(stage, f"{key}:{email}", email, message, "en" if chosen == "en" else _LOCALE)


def note(stage: Stage, reader: Reader, message: Message, *, task: str | None = None) -> None:
    """Add a notification."""
    instance, id = stage.instance, stage.runtime.store.ids.record_id()
    stage.connection.execute(
        insert(sys_notification).values(
            id=id,
            user_id=reader.id,
            at=stage.now,
            subject=message.subject,
            body=message.body,
            app_id=stage.app,
            entity_id=instance.entity,
            record_id=instance.record,
            task_id=task,
        )
    )
    stage.announce(Frame(kind="notification", app=stage.app, id=id, people=(reader.id,)))


def send(stage: Stage, key: str, to: str, message: Message, locale: str) -> None:
    """Put a letter into the outbox; an address that holds a line break is none."""
    if any(each in to for each in "\r\n,;") or "@" not in to:
        raise Invalid.of("flow.letter.address", (), to=to[:100])
    payload = {"to": to, "subject": _one_line(message.subject), "body": message.body, "language": locale}
    job = NewJob(
        kind="letter",
        app=stage.app,
        key=key,
        run_at=stage.now,
        instance=stage.instance.id,
        payload=payload,
    )
    stage.runtime.put(stage.connection, job)


def template_of(stage: Stage, id: str) -> Template:
    """Return a template of the release the run follows; raise Invalid where it is gone."""
    template = stage.former.templates.get(id) or stage.definition.templates.get(id)
    if template is None:
        raise Invalid.of("flow.template.gone", (), template=id)
    return template


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _subject(stage: Stage) -> Subject:
    return Subject(stage.former_viewer, stage.connection, stage.instance.entity, stage.instance.record)
