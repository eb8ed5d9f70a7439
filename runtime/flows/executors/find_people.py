"""Finds the people a step means."""

from engine.flows.effects import FindPeople
from runtime.flows.executors.executor import Executor
from runtime.flows.people import Asked, Found, find_people
from runtime.flows.stage import Stage


def _carry_out(stage: Stage, effect: FindPeople) -> tuple[Found, ...]:
    asked = Asked(effect.who, effect.submitter, effect.fields)
    return find_people(stage.connection, stage.definition, asked)


EXECUTOR = Executor(FindPeople, _carry_out)
