"""The visit as an .ics file for a calendar program, with reminders when the brief comes in Slack too."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coach.accounts.records import Visit
from coach.brief.brief import Brief
from coach.brief.plain import plain
from coach.knowledge.visits import Visits


def invitation(visit: Visit, brief: Brief, stamp: datetime, rules: Visits) -> bytes:
    """Return the file. `stamp` is when it was made, in UTC; `rules` say when it reminds.

    A visit without a known zone is at that time on the clock of whoever opens the file.
    """
    from icalendar import Alarm, Calendar, Event  # loaded here: the chat starts without it

    starts = datetime.fromisoformat(visit.starts)
    if zone := _zone(visit.zone):
        starts = starts.replace(tzinfo=zone)
    event = Event()
    event.add("uid", f"{visit.id}@sales-coach")
    event.add("dtstamp", stamp)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=visit.minutes))
    event.add("summary", brief.title)
    if visit.place:
        event.add("location", visit.place)
    event.add("description", plain(brief))
    event.add("class", "PRIVATE")  # the brief is for our own eyes
    if visit.state == "cancelled":
        event.add("status", "CANCELLED")
    event.add("sequence", max(visit.version - 1, 0))
    for before in _reminders(starts, rules):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", brief.title)
        alarm.add("trigger", -before)
        event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//Sales Coach//visit//")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _reminders(starts: datetime, rules: Visits) -> list[timedelta]:
    """Return how long before the start it reminds: since the evening of the day before, and once more."""
    day = starts.date() - timedelta(days=1)
    evening = datetime.combine(day, time.fromisoformat(rules.evening))
    return [starts.replace(tzinfo=None) - evening, timedelta(minutes=rules.before)]


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones, or a name too long for a file
        return None
