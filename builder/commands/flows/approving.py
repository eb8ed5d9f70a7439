"""The ready-made approval: new records are approved, their state is set, and who submitted is told.

A field with choices such as "approved" is used where the entity has one; else one is made, with its list,
and shown on the entity's forms and in its first view.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from builder.commands.command import Mint
from builder.commands.documents import (
    Json,
    Label,
    dict_of,
    file_of,
    free_file,
    label_of,
    names_in,
    open_document,
    replaced,
)
from builder.commands.fields.set_field_access import with_access
from builder.commands.flows.graph import END, TRIGGER
from builder.commands.forms.add_form_item import with_item
from builder.commands.naming import propose_name
from builder.commands.templates.new_template import title_placeholder
from builder.commands.wording import in_app
from engine.metadata.load import kind_in
from engine.ports import Documents, Words

YES = ("approved", "passed", "accepted", "confirmed", "通过", "已通过", "已批准", "批准", "已确认")
NO = ("rejected", "refused", "declined", "denied", "驳回", "已驳回", "已拒绝", "拒绝", "未通过")
STATES = ("pending", "approved", "rejected")


@dataclass(frozen=True, slots=True)
class Approval:
    """What is asked for: whose records are approved, what the flow is called, and by whom."""

    entity: str
    label: Label
    approvers: Sequence[Mapping[str, Any]]


def plan_approval(documents: Documents, wanted: Approval, mint: Mint) -> Json:
    """Return everything the approval consists of, with ids, so that it can be made again."""
    state = _state_of(documents, wanted.entity) or _new_state(documents, wanted.entity, mint)
    made: list[Json] = []
    for outcome in ("approved", "rejected"):
        made.append(_message(documents, wanted, outcome, made, mint))
    steps = _steps(documents, wanted, state, made, mint)
    return {"state": state, "templates": made, **steps}


def with_approval(documents: Documents, entity: str, parts: Json, acting: str) -> tuple[Documents, Json]:
    """Return the documents with what the flow needs beside it, and its steps and edges.

    Only the role the flow acts with may write a state that is made for it: nobody approves by hand.
    """
    for template in parts["templates"]:
        path = free_file(documents, "templates", template["id"], template["name"])
        documents = replaced(documents, path, template)
    if "new_field" in parts["state"]:
        documents = _with_state(documents, entity, parts["state"])
        documents = _read_only(documents, entity, parts["state"]["field"], acting)
    return documents, {"nodes": parts["nodes"], "edges": parts["edges"]}


def _state_of(documents: Documents, entity: str) -> Json | None:
    """Find a field that can say that a record was approved."""
    _, opened = open_document(documents, "entity", entity)
    for field in opened["fields"]:
        path = (
            file_of(documents, field.get("options", {}).get("list", ""))
            if field["type"] == "choice"
            else None
        )
        choices = documents[path]["choices"] if path else ()
        yes, no = _meaning(choices, YES), _meaning(choices, NO)
        if yes is not None and not field.get("read_only"):
            return {"field": field["id"], "approved": yes, **({"rejected": no} if no else {})}
    return None


def _meaning(choices: Sequence[Json], words: Sequence[str]) -> str | None:
    for choice in choices:
        texts = [choice["value"], *choice["label"].values()]
        if any(text.casefold() in words for text in texts):
            value: str = choice["value"]
            return value
    return None


def _new_state(documents: Documents, entity: str, mint: Mint) -> Json:
    _, opened = open_document(documents, "entity", entity)
    label = in_app(documents, "flow.ready.state")
    name = propose_name(label, [each["name"] for each in opened["fields"]], "approval")
    listed = {
        "schema": "tongdao/options/1",
        "id": mint("options"),
        "name": propose_name(label, names_in(documents, "options"), "approval"),
        "label": label,
        "choices": [{"value": each, "label": in_app(documents, f"flow.ready.{each}")} for each in STATES],
    }
    field = {
        "id": mint("field"), "name": name, "type": "choice", "label": label,
        "default": f'"{STATES[0]}"', "options": {"list": listed["id"]},
    }  # fmt: skip
    return {
        "field": field["id"],
        "new_field": field,
        "list": listed,
        "approved": "approved",
        "rejected": "rejected",
    }


def _with_state(documents: Documents, entity: str, state: Json) -> Documents:
    path, opened = open_document(documents, "entity", entity)
    opened["fields"].append(state["new_field"])
    documents = replaced(documents, path, opened)
    listed = free_file(documents, "options", state["list"]["id"], state["list"]["name"])
    documents = replaced(documents, listed, state["list"])
    for form in [each for each in documents.values() if kind_in(each) == "form" and each["entity"] == entity]:
        section = next((each["id"] for each in form["layout"] if "items" in each), None)
        if section is not None:
            item = {"field": state["field"], "lock": "TRUE"}
            documents = with_item(documents, form["id"], section, None, item)
    return _in_first_view(documents, entity, state["field"])


def _read_only(documents: Documents, entity: str, field: str, acting: str) -> Documents:
    for role in [each for each in documents.values() if kind_in(each) == "role" and each["id"] != acting]:
        if any(each["entity"] == entity for each in role.get("entities", ())):
            documents = with_access(documents, role["id"], entity, field, "read")
    return documents


def _in_first_view(documents: Documents, entity: str, field: str) -> Documents:
    for path, view in documents.items():
        if kind_in(view) == "view" and view.get("entity") == entity and view.get("columns"):
            return replaced(documents, path, {**view, "columns": [*view["columns"], {"field": field}]})
    return documents


def _message(
    documents: Documents, wanted: Approval, outcome: str, before: Sequence[Json], mint: Mint
) -> Json:
    label = in_app(documents, f"flow.ready.told_{outcome}", {"flow": wanted.label})
    taken = [*names_in(documents, "templates"), *(each["name"] for each in before)]
    words: Words = {
        "entity": label_of(documents, wanted.entity),
        "title": title_placeholder(documents, wanted.entity),
    }
    return {
        "schema": "tongdao/template/1",
        "id": mint("template"),
        "name": propose_name(label, taken, f"{outcome}_message"),
        "label": label,
        "entity": wanted.entity,
        "subject": in_app(documents, f"flow.ready.subject_{outcome}", words),
        "body": in_app(documents, f"flow.ready.body_{outcome}", words),
    }


def _steps(documents: Documents, wanted: Approval, state: Json, told: Sequence[Json], mint: Mint) -> Json:
    def step(kind: str, code: str, **more: Any) -> Json:
        return {"kind": kind, "id": mint("node"), "label": in_app(documents, f"flow.ready.{code}"), **more}

    ask = step("approval", "approve", approvers=list(wanted.approvers) or [{"source": "superior"}])
    submitter = [{"source": "submitter"}]
    course: dict[str, list[Json]] = {}
    for outcome, template in zip(("approved", "rejected"), told, strict=True):
        value = state.get(outcome)
        sets = [step("update_record", f"set_{outcome}", set={state["field"]: f'"{value}"'})] if value else []
        tell = step("notify", f"tell_{outcome}", to=submitter, template=template["id"])
        course[outcome] = [*sets, dict_of(tell)]
    last = step("end", "rejected", outcome="rejected")
    edges: list[Json] = [{"from": TRIGGER, "to": ask["id"]}]
    for outcome, steps in course.items():
        way = [*steps, last] if outcome == "rejected" else steps
        edges.append({"from": ask["id"], "to": way[0]["id"], "on": outcome})
        edges += [{"from": one["id"], "to": next_["id"]} for one, next_ in pairwise(way)]
    edges.append({"from": course["approved"][-1]["id"], "to": END})
    return {"nodes": [ask, *course["approved"], *course["rejected"], last], "edges": edges}
