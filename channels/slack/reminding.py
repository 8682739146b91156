"""Makes what Slack keeps for one person agree with the account book: sets, moves and deletes scheduled messages.

A row is written before Slack is asked and settled after it answered. Whatever breaks off in between, the next pass
finds the row, looks in Slack's own list whether the message is there, and goes on: nothing is set twice or forgotten.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import Any

from channels.slack.api import CallFailedError, LaterError
from channels.slack.blocks import Answer
from channels.slack.desk import Desk
from channels.slack.letters import Post
from channels.slack.replies import posts
from channels.slack.schedule import FAR, POSTED, SENDING, SET, Reminded, Row, Schedule
from channels.slack.visit_messages import digest_of, message_for, shown_time
from coach.accounts.records import PLANNED, Visit
from coach.anonymous import mark_of
from coach.context import Context
from coach.visits.moments import AFTER, Moment, moments
from coach.visits.plan import coming

FURTHEST = timedelta(days=119)  # Slack takes messages up to 120 days ahead
TOO_LATE_S = 60  # Slack deletes nothing that it posts within a minute
APART_S = 300  # "at most 30 messages in five minutes of one channel": then a few minutes earlier
EARLIER = 6  # times
REMEMBERED_S = 14 * 24 * 3600.0
NOTED_S = 400 * 24 * 3600.0
GONE = ("invalid_scheduled_message_id", "message_not_found", "channel_not_found")
_PLAIN = {"unfurl_links": False, "unfurl_media": False}
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wanted:
    """A message that shall come, and what it is made from."""

    moment: Moment
    visit: Visit
    account: str
    key: str
    make: Callable[[], dict[str, Any]]


async def agree(who: Reminded, desk: Desk, schedule: Schedule) -> None:
    """Make Slack agree with the book. Raises LaterError: the next pass goes on; a book that fails raises BookError."""
    now = datetime.fromtimestamp(desk.store.clock(), timezone.utc)
    wanted = await _wanted(who, desk, now)
    for row in schedule.rows(who.lane):
        found = await _settled(row, who, desk, schedule) if row.state == SENDING else row
        if found is not None and (found.visit, found.kind) not in wanted:
            await _take_back(found, who, desk, schedule, now)
    there = {(row.visit, row.kind): row for row in schedule.rows(who.lane)}
    for name, want in wanted.items():
        await _see_to(want, there.get(name), who, desk, schedule, now)
    _tell(who, desk, schedule, wanted)


async def _wanted(who: Reminded, desk: Desk, now: datetime) -> dict[tuple[str, str], Wanted]:
    """Return what shall come: for each planned visit of the person's own, by visit and kind."""
    context = Context(desk.assistant.tools, now.date(), desk.home, who.person, zone=who.zone)
    return await asyncio.to_thread(_read, who, desk, context, now)


def _read(who: Reminded, desk: Desk, context: Context, now: datetime) -> dict[tuple[str, str], Wanted]:
    found: dict[tuple[str, str], Wanted] = {}
    rules = context.tools.knowledge.visiting
    # a visit of yesterday may still be asked about
    for account, visit in coming(context.book, (now - timedelta(days=2)).date()):
        if visit.by != who.person or visit.state != PLANNED:
            continue
        stamp = context.book.stamp(account.id)
        for moment in moments(visit, who.zone, rules, now):
            when = "once" if moment.at_once else str(int(moment.at.timestamp()))
            key = f"{when} {visit.starts} {stamp} {who.lang} {who.zone} {context.tools.knowledge.digest[:12]}"
            make = partial(_made, moment, visit, who, desk, context)
            found[visit.id, moment.kind] = Wanted(moment, visit, account.id, key, make)
    return found


def _made(moment: Moment, visit: Visit, who: Reminded, desk: Desk, context: Context) -> dict[str, Any]:
    return message_for(moment, context.book.dossier(visit.account), visit, who, desk)


async def _see_to(want: Wanted, row: Row | None, who: Reminded, desk: Desk, schedule: Schedule, now: datetime) -> None:
    """Set one message, or set it anew when what it says or when it comes has changed."""
    at = want.moment.at
    if row is not None and row.state == SET and row.post_at <= now.timestamp():
        row = schedule.keep(replace(row, state=POSTED))
    if row is not None and row.state == POSTED and row.key.split(" ")[1] == want.visit.starts:
        return  # it came for this very start
    if row is not None and row.key == want.key and row.state == SET:
        return
    if at - now > FURTHEST:
        if row is not None and row.state == SET:
            await _take_back(row, who, desk, schedule, now)
        schedule.keep(_row(want, who, "", FAR))
        return
    message = await asyncio.to_thread(want.make)
    digest = digest_of(message)
    if row is not None and row.state == SET:
        if row.digest == digest and row.key.split(" ")[0] == want.key.split(" ")[0]:
            schedule.keep(replace(row, key=want.key))  # the account changed, the words did not
            return
        if not await _take_back(row, who, desk, schedule, now):
            return  # it is on its way already
    if want.moment.at_once:
        _post_now(want, message, digest, who, desk, schedule)
        return
    await _set(_row(want, who, digest, SENDING, str(message["text"])), message, who, desk, schedule)


def _row(want: Wanted, who: Reminded, digest: str, state: str, text: str = "") -> Row:
    at = int(want.moment.at.timestamp())
    return Row(who.lane, want.visit.id, want.moment.kind, want.account, at, want.key, digest, state, "", text)


def _post_now(
    want: Wanted, message: dict[str, Any], digest: str, who: Reminded, desk: Desk, schedule: Schedule
) -> None:
    """Send it now, once: the row and the post are written together."""
    schedule.keep(_row(want, who, digest, POSTED))
    desk.store.post(who.lane, who.team, Post("chat.postMessage", {"channel": who.channel, **_PLAIN, **message}))
    desk.outbox.wake(who.lane)


async def _set(row: Row, message: dict[str, Any], who: Reminded, desk: Desk, schedule: Schedule) -> None:
    """Ask Slack to keep the message; a few minutes earlier where too many come at that time."""
    for number in range(EARLIER):
        at = row.post_at - number * APART_S
        if at <= desk.store.clock():
            break
        row = schedule.keep(replace(row, post_at=at) if number else row)
        try:
            answer = await desk.api.call(
                who.team, "chat.scheduleMessage", channel=who.channel, post_at=at, **_PLAIN, **message
            )
        except CallFailedError as error:
            if error.error == "restricted_too_many":
                row = replace(row, post_at=row.post_at)
                continue
            if error.error in ("time_in_past", "time_too_far"):
                schedule.keep(replace(row, state=POSTED if error.error == "time_in_past" else FAR))
                return
            schedule.drop(row)
            raise
        except LaterError as error:
            if not error.unsure:
                schedule.drop(row)
            raise
        schedule.keep(replace(row, state=SET, message=str(answer["scheduled_message_id"])))
        return
    schedule.drop(row)
    raise LaterError("chat.scheduleMessage", "restricted_too_many", float(APART_S))


async def _settled(row: Row, who: Reminded, desk: Desk, schedule: Schedule) -> Row | None:
    """Find out whether a message that was being set when something broke off is in Slack; forget it when it is not."""
    cursor = ""
    while True:
        found = await desk.api.call(
            who.team, "chat.scheduledMessages.list", channel=who.channel, oldest=row.post_at, latest=row.post_at + 1,
            limit=100, cursor=cursor or None,
        )  # fmt: skip
        for one in found.get("scheduled_messages") or []:
            if int(one.get("post_at", 0)) == row.post_at and _same_text(str(one.get("text", "")), row.text):
                return schedule.keep(replace(row, state=SET, message=str(one["id"])))
        cursor = str((found.get("response_metadata") or {}).get("next_cursor") or "")
        if not cursor:
            break
    schedule.drop(row)
    return None


def _same_text(there: str, ours: str) -> bool:
    """Slack may hand back the text without its last spaces."""
    return " ".join(there.split()) == " ".join(ours.split())


async def _take_back(row: Row, who: Reminded, desk: Desk, schedule: Schedule, now: datetime) -> bool:
    """Delete what Slack keeps. False when it was posted already, or is about to be."""
    left = row.post_at - now.timestamp()
    if row.state not in (SET, POSTED) or left < -REMEMBERED_S:
        schedule.drop(row)
        return True
    if row.state == POSTED or left <= TOO_LATE_S:
        schedule.keep(replace(row, state=POSTED))  # remembered, so that it does not come again
        return False
    try:
        await desk.api.call(
            who.team, "chat.deleteScheduledMessage", channel=who.channel, scheduled_message_id=row.message
        )
    except CallFailedError as error:
        if error.error not in GONE:
            raise
    schedule.drop(row)
    return True


def _tell(who: Reminded, desk: Desk, schedule: Schedule, wanted: dict[tuple[str, str], Wanted]) -> None:
    """Say once for each start of a visit when its messages come."""
    rows = {(row.visit, row.kind): row for row in schedule.rows(who.lane)}
    for visit in {want.visit.id: want.visit for want in wanted.values()}.values():
        mine = [rows[name] for name in wanted if name[0] == visit.id and name in rows]
        before = [row for row in mine if row.kind != AFTER]
        if not before:
            continue
        far = any(row.state == FAR for row in before)
        key = f"told {who.lane} {visit.id} {visit.starts} {visit.zone} {far}"
        if desk.store.noted(key) is not None:
            continue
        times = [shown_time(datetime.fromtimestamp(row.post_at, timezone.utc), who.zone) for row in before]
        listed = desk.assistant.tools.words.listing(times, who.lang)
        name = _name_of(visit, who, desk)
        when = visit.starts[:16].replace("T", " ")
        said = desk.say("slack_far" if far else "slack_set", who.lang, account=name, when=when, times=listed)
        desk.store.note(key, "", NOTED_S)
        desk.store.post(who.lane, who.team, *posts(who.channel, None, Answer([said])))
        desk.outbox.wake(who.lane)


def _name_of(visit: Visit, who: Reminded, desk: Desk) -> str:
    context = Context(desk.assistant.tools, desk.today, desk.home, who.person)
    return context.book.dossier(visit.account, ()).account.name


def trouble_of(error: Exception, who: Reminded) -> None:
    """Log what Slack refused for good, without a word of anybody."""
    reason = getattr(error, "error", type(error).__name__)
    logger.error("slack.schedule.failed error=%s person=%s", reason, mark_of(who.lane))
