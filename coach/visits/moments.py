"""When the brief is due before a visit, and when to ask how it went; in UTC, from the clock of whoever goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coach.accounts.records import Visit
from coach.knowledge.visits import Visits

EVENING, HOUR, AFTER = "evening", "hour", "after"


@dataclass(frozen=True)
class Moment:
    """`kind` is evening, hour or after; `at` in UTC. `at_once`: its time has passed, and it is still of use."""

    kind: str
    at: datetime
    at_once: bool = False


def zone_of(*names: str | None) -> ZoneInfo | timezone:
    """Return the first time zone of these names that there is; UTC when there is none."""
    for name in names:
        try:
            if name:
                return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones, or a name too long for a file
            continue
    return timezone.utc


def begins(visit: Visit, zone: str | None) -> datetime:
    """Return the start in UTC: on the clock of the visit's own zone, else of the user's `zone`.

    A time that a change of clocks leaves out is that much later, one that comes twice is the first.
    """
    local = datetime.fromisoformat(visit.starts).replace(tzinfo=zone_of(visit.zone, zone))
    return local.astimezone(timezone.utc)


def moments(visit: Visit, zone: str | None, rules: Visits, now: datetime) -> list[Moment]:
    """Return when something is due, the first one first, nothing in the past.

    The evening is that of the day before on the user's clock, also when the visit is in another zone. Where the hour
    before has begun, the brief is due at once; an evening that has passed is left out, for the hour before comes.
    """
    start = begins(visit, zone)
    user = zone_of(zone, visit.zone)
    day = start.astimezone(user).date() - timedelta(days=1)
    evening = datetime.combine(day, time.fromisoformat(rules.evening), user).astimezone(timezone.utc)
    hour = start - timedelta(minutes=rules.before)
    after = start + timedelta(minutes=visit.minutes + rules.after)
    found = [Moment(EVENING, evening)] if now < evening < hour else []
    if now < hour:
        found.append(Moment(HOUR, hour))
    elif now < start:
        found.append(Moment(HOUR, now, at_once=True))
    return [*found, *([Moment(AFTER, after)] if now < after else [])]
