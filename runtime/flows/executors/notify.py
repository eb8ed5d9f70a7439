"""Tells people what a template says, and an address outside by letter."""

from engine.flows.effects import Notify
from runtime.flows.executors.executor import Executor
from runtime.flows.notices import find_reader, tell_by_template, tell_outside, template_of
from runtime.flows.people import Asked, find_people
from runtime.flows.stage import Stage


def _carry_out(stage: Stage, effect: Notify) -> int:
    template = template_of(stage, effect.template)
    asked = Asked(effect.who, effect.submitter, effect.fields)
    told = 0
    for person, _ in find_people(stage.connection, stage.definition, asked):
        reader = find_reader(stage.connection, person)
        if reader is not None:
            tell_by_template(stage, template, reader, effect.channels, effect.key)
            told += 1
    if effect.email:
        tell_outside(stage, template, effect.email, effect.language, effect.key)
        told += 1
    return told


EXECUTOR = Executor(Notify, _carry_out)
