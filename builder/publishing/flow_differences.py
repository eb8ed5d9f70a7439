"""Differences of flows in words: steps that came, went or are set otherwise, other ways, another start."""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.publishing.difference import Difference, difference, label_of
from builder.words import word
from engine.metadata.definition import Definition
from engine.metadata.diff import Change

Json = Mapping[str, Any]


def step_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell which steps are new, gone, or set otherwise, those inside per-line steps as well."""
    before, after = (_steps(listed or ()) for listed in (change.before, change.after))
    flow = label_of(new, change.id)
    for id, node in before.items():
        if id not in after:
            yield difference("remove", change.id, "step.remove", flow=flow, node=node["label"])
    for id, node in after.items():
        was = before.get(id)
        if was is None:
            yield difference("add", change.id, "step.add", flow=flow, node=node["label"])
            continue
        for key in _changed(was, node, ("steps",)):
            words = {"flow": flow, "node": node["label"], "property": word(f"step.property.{key}")}
            yield difference("change", change.id, "step.set", **words)


def way_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell that ways were redrawn between steps that stay; new and removed ones tell of theirs."""
    kept = {node.id for node in old.flows[change.id].nodes} & {node.id for node in new.flows[change.id].nodes}
    drawn = [
        [each for each in listed or () if {each["from"], each["to"]} <= {*kept, "trigger", "end"}]
        for listed in (change.before, change.after)
    ]
    if drawn[0] != drawn[1]:
        yield difference("change", change.id, "step.ways", flow=label_of(new, change.id))


def trigger_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell what starts a flow from now on."""
    before, after, flow = change.before or {}, change.after or {}, label_of(new, change.id)
    if before.get("kind") != after.get("kind"):
        kinds = (word(f"trigger.kind.{each['kind']}") for each in (before, after))
        told = dict(zip(("before", "after"), kinds, strict=True))
        yield difference("change", change.id, "trigger.kind", flow=flow, **told)
        return
    for key in _changed(before, after):
        words = {"flow": flow, "property": word(f"trigger.property.{key}")}
        yield difference("change", change.id, "trigger.set", **words)


def _steps(nodes: Any) -> dict[str, Json]:
    return {each["id"]: each for node in nodes for each in (node, *node.get("steps", ()))}


def _changed(before: Json, after: Json, without: tuple[str, ...] = ()) -> list[str]:
    keys = [*before, *(key for key in after if key not in before)]
    return [key for key in keys if key not in without and before.get(key) != after.get(key)]
