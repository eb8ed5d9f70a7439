"""Tells people with pending tasks once more."""

from engine.flows.effects import Remind
from runtime.flows.executors.executor import NO_ANSWER, Executor, NoAnswer
from runtime.flows.notices import tell_of_task
from runtime.flows.stage import Stage
from runtime.flows.task_rows import pending_ids


def _carry_out(stage: Stage, effect: Remind) -> NoAnswer:
    ids = pending_ids(stage.connection, stage.instance.id)
    for task in stage.instance.tasks:
        if task.number in effect.tasks and task.number in ids:
            tell_of_task(stage, task, ids[task.number], "flow.notice.reminder")
    return NO_ANSWER


EXECUTOR = Executor(Remind, _carry_out)
