"""Days of the generated year: season, campaigns, growth, and how likely an order is on each day."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from random import Random

ANCHOR = date(2026, 11, 20)
START = ANCHOR - timedelta(days=364)
DAYS = tuple(START + timedelta(days=n) for n in range(365))


@dataclass(frozen=True, slots=True)
class Season:
    """How the demand of a channel moves: campaign and weekend weights, growth over the year."""

    campaigns: float
    weekend: float
    growth: float
    opens: date = START


def weights(season: Season) -> tuple[float, ...]:
    """Return the relative demand of each day of the year."""
    return tuple(_weight(season, number, day) for number, day in enumerate(DAYS))


def pick_days(random: Random, season: Season, count: int) -> list[date]:
    """Draw days of orders, in order."""
    return sorted(random.choices(DAYS, weights(season), k=count))


def is_campaign(day: date) -> bool:
    """Tell whether shops run a campaign: 618, Double 11, Double 12."""
    return ((day.month, day.day) >= (6, 10) and (day.month, day.day) <= (6, 18)) or _is_late_campaign(day)


def _is_late_campaign(day: date) -> bool:
    return (day.month == 11 and 1 <= day.day <= 12) or (day.month == 12 and 10 <= day.day <= 12)


def _weight(season: Season, number: int, day: date) -> float:
    if day < season.opens:
        return 0.0
    growth = exp(season.growth * (number / 364 - 0.5))
    weekday = season.weekend if day.weekday() >= 5 else 1.0
    campaign = season.campaigns if is_campaign(day) else 1.0
    return growth * weekday * campaign * _month(day)


def _month(day: date) -> float:
    if date(2026, 2, 12) <= day <= date(2026, 2, 24):
        return 0.25
    return {3: 1.15, 8: 1.1, 9: 1.3, 12: 1.25}.get(day.month, 1.0)
