"""`/api/design/{app}/flows/{flow}`: whom its sources mean right now, and how it would run, in thought."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request

from builder.drafts.authority import authority_of
from builder.drafts.drafting import Drafting, newest_of
from builder.flows.telling import Teller, people_told
from builder.flows.trying import Sample, TriedFlow, facts_of, submitter_of, try_draft
from builder.http.policy import DESIGN
from builder.http.schemas import ExampleBody, PeopleBody, TryFlowBody
from builder.http.services import Services
from builder.words import Phrase, said
from engine.access.principal import Principal
from engine.flows.effects import FindPeople
from engine.flows.explain import explain
from engine.flows.instance import Reason
from engine.flows.labelling import labels_in
from engine.flows.plan import FlowPlan, plan_flow
from engine.flows.trial import Move
from engine.kernel.errors import NotFound
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.load import assemble
from engine.metadata.model import ApprovalNode, FillInNode, Flow, NotifyNode, Who


def create_router(services: Services, drafting: Drafting) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["design"])

    @router.get("/api/design/{app}/people", openapi_extra=DESIGN)
    def people(app: str, request: Request, search: Annotated[str, Query(max_length=100)] = "") -> Any:
        """List people who can be named, for whoever designs anything of the app."""
        published = assemble(newest_of(services.definitions, app).documents)
        if not authority_of(published, request.state.principal):
            raise NotFound.of("app.unknown", app=app)
        found = services.trials.persons(search.strip())
        return {"items": [{"id": each.id, "login": each.login, "name": each.names} for each in found]}

    @router.post("/api/design/{app}/flows/{flow}:people", openapi_extra=DESIGN)
    def right_now(app: str, flow: str, body: PeopleBody, request: Request) -> Any:
        """Tell who is meant by sources of people, for an example record and submitter."""
        definition, found = _flow(services, drafting, app, flow, request.state.principal)
        sample = _sample(services, app, body.record, body.submitter, request.state.principal)
        who = tuple(Who(**each.model_dump(exclude_none=True)) for each in body.who)
        asked = _asked(services, definition, found, sample, who)
        people = services.trials.people(definition, asked)
        names = services.people.names({id for id, _ in people})
        return {
            "items": [
                {"id": id, "name": names.get(id, {}), "words": explain(reason, release=sample.release)}
                for id, reason in people
            ]
        }

    @router.post("/api/design/{app}/flows/{flow}:staffing", openapi_extra=DESIGN)
    def staffing(app: str, flow: str, body: ExampleBody, request: Request) -> Any:
        """Tell which steps with people would ask nobody right now."""
        definition, found = _flow(services, drafting, app, flow, request.state.principal)
        sample = _sample(services, app, body.record, body.submitter, request.state.principal)
        asked = ((id, who) for id, who in _staffed(found) if _is_certain(who, sample))
        nobody = [
            id
            for id, who in asked
            if not services.trials.people(definition, _asked(services, definition, found, sample, who))
        ]
        return {"nobody": nobody}

    @router.post("/api/design/{app}/flows/{flow}:try", openapi_extra=DESIGN)
    def try_it(app: str, flow: str, body: TryFlowBody, request: Request) -> Any:
        """Run the flow in thought as far as the moves lead."""
        definition, found = _flow(services, drafting, app, flow, request.state.principal)
        moves = [Move(how=each.kind, node=each.node, task=each.task) for each in body.moves]
        sample = _sample(services, app, body.record, body.submitter, request.state.principal, moves)
        tried = try_draft(definition, found, sample, services.trials)
        if isinstance(tried, list):
            return _not_run(tried)
        return _answer(services, definition, found, tried)

    return router


def _flow(
    services: Services, drafting: Drafting, app: str, flow: str, principal: Principal
) -> tuple[Definition, Flow]:
    """Return the draft and a flow in it that a person may design."""
    authority = authority_of(assemble(newest_of(services.definitions, app).documents), principal)
    definition = assemble(drafting.open(app).documents)
    found = definition.flows.get(flow)
    if found is None or not authority.may(flow, "propose"):
        raise NotFound.of("command.document.missing", id=flow[:64])
    return definition, found


def _staffed(flow: Flow) -> Iterator[tuple[str, tuple[Who, ...]]]:
    """Yield the steps that ask or tell people, with where these come from."""
    for node in flow.nodes:
        match node:
            case ApprovalNode(approvers=who) | FillInNode(people=who):
                yield node.id, who
            case NotifyNode(to=who, email=None):
                yield node.id, who


def _is_certain(who: tuple[Who, ...], sample: Sample) -> bool:
    """Tell whether who is meant can be known: a field of a record that is not there says nothing."""
    return bool(who) and (sample.record is not None or all(each.source != "field" for each in who))


def _sample(
    services: Services,
    app: str,
    record: str | None,
    submitter: str | None,
    by: Principal,
    moves: Sequence[Move] = (),
) -> Sample:
    release = newest_of(services.definitions, app).number
    return Sample(by, app, release, services.clock.now(), record, submitter, moves)


def _asked(
    services: Services, definition: Definition, flow: Flow, sample: Sample, who: tuple[Who, ...]
) -> FindPeople:
    """Return the question for people, with what person fields of the record hold."""
    plan = plan_flow(definition, flow.id)
    values = (
        facts_of(definition, plan, sample, services.trials, _fields(definition, who)).values
        if isinstance(plan, FlowPlan)
        else {}
    )
    held: dict[str, str | None] = {}
    for each in who:
        place = definition.field(each.field) if each.field else None
        value = values.get(place.field.name) if place else None
        if each.field:
            held[each.field] = value if isinstance(value, str) else None
    return FindPeople(key="", node="", who=who, submitter=submitter_of(flow, sample), fields=held)


def _fields(definition: Definition, who: tuple[Who, ...]) -> frozenset[str]:
    places = (definition.field(each.field) for each in who if each.field)
    return frozenset(place.field.name for place in places if place)


def _answer(services: Services, definition: Definition, flow: Flow, tried: TriedFlow) -> Any:
    trial, firing = tried.trial, tried.firing
    effects = [effect for each in trial.steps for effect in each.effects]
    people = people_told(definition, services.trials, effects) | {task.person for task in trial.tasks}
    names = services.people.names(people | set(_reasons(tried)))
    teller = Teller(definition, services.trials, names)
    shown = {id: next(iter(each.values()), "") for id, each in names.items()}

    def words(reason: Reason) -> dict[str, str]:
        return explain(
            reason, release=trial.instance.release, people=shown, labels=labels_in(definition, flow)
        )

    return {
        "fires": firing.fires,
        "why": _issue(firing.issue)["words"] if firing.issue else None,
        "state": trial.instance.state,
        "steps": [
            {
                "node": each.step.node,
                "outcome": each.step.outcome,
                "reasons": [words(reason) for reason in each.step.reasons],
                "effects": [said(phrase) for effect in each.effects for phrase in teller.phrases(effect)],
            }
            for each in trial.steps
        ],
        "tasks": [
            {
                "number": task.number,
                "node": task.node,
                "kind": task.kind,
                "person": {"id": task.person, "name": names.get(task.person, {})},
            }
            for task in trial.tasks
        ],
        "timers": list(trial.timers),
        "failed": list(trial.failed),
        "issues": [],
    }


def _reasons(tried: TriedFlow) -> list[str]:
    """Return the ids of people that reasons name."""
    reasons = [reason for each in tried.trial.steps for reason in each.step.reasons]
    found = (reason.params.get(key) for reason in reasons for key in ("person", "by", "to"))
    return [each for each in found if isinstance(each, str)]


def _not_run(issues: list[Issue]) -> Any:
    return {
        "fires": False,
        "why": None,
        "state": "running",
        "steps": [],
        "tasks": [],
        "timers": [],
        "failed": [],
        "issues": [_issue(each) for each in issues],
    }


def _issue(issue: Issue) -> Any:
    return {"code": issue.code, "words": said(Phrase(issue.code, issue.params))}
