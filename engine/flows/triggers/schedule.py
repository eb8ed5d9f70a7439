"""Schedule: at times of the app's clock, for the records that meet a condition."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

from engine.flows.trigger_kind import TriggerKind, fires_when
from engine.metadata.model import ScheduleTrigger

FIELDS = 5


def due_times(cron: str, after: datetime, timezone: ZoneInfo) -> Iterator[datetime]:
    """Yield the moments in UTC at which a schedule is due after one; none where it can never be."""
    if not is_schedule(cron):
        return
    for moment in CronSim(cron, after.astimezone(timezone)):
        yield moment.astimezone(UTC)


def is_schedule(cron: str) -> bool:
    """Tell whether a text is a schedule of five fields that is due at some time."""
    if len(cron.split()) != FIELDS:
        return False
    try:
        next(CronSim(cron, datetime(2000, 1, 1, tzinfo=UTC)))
    except (CronSimError, StopIteration):
        return False
    return True


KIND: TriggerKind[ScheduleTrigger] = TriggerKind("schedule", frozenset({"due"}), fires_when)
