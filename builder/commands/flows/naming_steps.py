"""What flows and their parts are called, in sentences about them and when they are new."""

from collections.abc import Iterable

from builder.commands.documents import Json, Label, dict_of, label_of, open_document
from builder.commands.flows.graph import END, TRIGGER, branch_in, step_in
from builder.words import word
from engine.ports import Documents, Words


def step_label(documents: Documents, flow: str, node: str) -> Label:
    """Return what a step is called; the start and the end have words of their own."""
    if node in (TRIGGER, END):
        return word(f"flow.place.{node}")
    _, opened = open_document(documents, "flow", flow)
    return dict_of(step_in(opened, node)["label"])


def branch_label(documents: Documents, flow: str, node: str, branch: str) -> Label:
    """Return what a branch is called."""
    _, opened = open_document(documents, "flow", flow)
    return dict_of(branch_in(step_in(opened, node), branch)[1]["label"])


def about_step(documents: Documents, flow: str, node: str) -> Words:
    """Return the words of a sentence about a step of a flow."""
    return {"node": step_label(documents, flow, node), "flow": label_of(documents, flow)}


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """Return a name for what a step finds that nothing else has."""
    used = set(taken)
    numbered = (wanted, *(f"{wanted}_{number}" for number in range(2, 1000)))
    return next(each for each in numbered if each not in used)


def names_taken(documents: Documents, flow: Json) -> set[str]:
    """Return the names that mean something in a flow: those of fields, and of what its steps find."""
    _, entity = open_document(documents, "entity", flow["trigger"]["entity"])
    steps = [*flow["nodes"], *(step for node in flow["nodes"] for step in node.get("steps", ()))]
    return {each["name"] for each in entity["fields"]} | {each["as"] for each in steps if "as" in each}
