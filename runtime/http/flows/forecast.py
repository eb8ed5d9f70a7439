"""Who will be asked when a record is saved, as it is sent."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from engine.flows.disclosing import seen_by
from engine.flows.explain import explain
from engine.flows.forecast import ForecastStep
from engine.flows.instance import Reason
from engine.flows.labelling import labels_in
from engine.metadata.model import Flow
from runtime.flows.forecasting import Entered, forecast_flows
from runtime.http.flows.showing import Item, Showing
from runtime.http.records.asking import Asked


def forecast(showing: Showing, about: Asked, values: Mapping[str, Any], id: str | None) -> list[Item]:
    """Return the flows a record would start, with the people of each step and why."""
    viewer, release = about.repository.viewer, about.installed.release
    entered = Entered(about.entity.id, id, values)
    found = list(forecast_flows(viewer, showing.connection, entered, release))
    showing.know_people([person for each in found for step in each.steps for person in step.people])
    return [
        {
            "flow": {"id": each.flow.id, "name": each.flow.name, "label": dict(each.flow.label)},
            "steps": [
                _step(showing, step, partial(_explained, about, each.flow, showing.people))
                for step in each.steps
            ],
        }
        for each in found
    ]


def _explained(about: Asked, flow: Flow, people: Mapping[str, str], reason: Reason) -> Mapping[str, str]:
    viewer = about.repository.viewer
    may_see = seen_by(viewer.definition, viewer.principal, flow)
    labels = labels_in(viewer.definition, flow)
    return explain(reason, release=about.installed.release, people=people, may_see=may_see, labels=labels)


def _step(showing: Showing, step: ForecastStep, words: Callable[[Reason], Mapping[str, str]]) -> Item:
    told = [words(each) for each in step.reasons]
    return {
        "node": step.node,
        "label": dict(step.label),
        "kind": step.kind,
        "mode": step.mode,
        "people": [showing.person(each) for each in step.people],
        "words": {language: " ".join(each[language] for each in told) for language in ("zh", "en")},
    }
