"""A task becomes somebody's: a row in their list, and a notification."""

from engine.flows.effects import AssignTask
from runtime.flows.executors.executor import NO_ANSWER, Executor, NoAnswer
from runtime.flows.notices import tell_of_task
from runtime.flows.stage import Stage
from runtime.flows.task_rows import keep_task
from runtime.realtime.frame import Frame


def _carry_out(stage: Stage, effect: AssignTask) -> NoAnswer:
    task = effect.task
    id = keep_task(stage, task)
    if task.state == "pending":
        tell_of_task(stage, task, id, "flow.notice.task")
    stage.announce(Frame(kind="task", app=stage.app, id=id, people=(task.person,)))
    return NO_ANSWER


EXECUTOR = Executor(AssignTask, _carry_out)
