"""Scheduled messages agree with the account book: set once, moved, deleted, made anew, also after a crash or a restart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from channels.slack.desk import Desk
from channels.slack.reminding import agree
from coach.accounts.database import open_database
from coach.accounts.records import Account, NeedNote, Visit
from coach.context import Tools
from coach.visits.plan import cancel, move
from tests.channels.slack.desks import ANN, Office, office
from tests.channels.slack.standin import DROP, RATE_LIMITED, StandIn, error, shown


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc).timestamp()


NOW = at("2026-11-26T02:00")
BEFORE = [at("2026-12-02T10:00"), at("2026-12-03T01:00"), at("2026-12-03T03:30")]  # Shanghai 18:00, 9:00, 11:30


@pytest.fixture
def desks(slack: StandIn, tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    yield office(slack, tmp_path / "home", tools, NOW)
    open_database.cache_clear()


@pytest.fixture
def visit(desks: Office) -> Visit:
    return planned(desks, "Nordlicht GmbH", "2026-12-03T10:00")


def planned(desks: Office, name: str, starts: str, user: str = ANN.person) -> Visit:
    book = desks.context(user).book
    account = book.named(name) or book.save(Account(name))[0]
    return book.save(Visit(starts, "Asia/Shanghai", account=account.id))[0]  # type: ignore[return-value]


async def one_pass(desk: Desk) -> None:
    assert desk.reminders is not None
    desk.reminders.schedule.remind(ANN)
    await agree(ANN, desk, desk.reminders.schedule)


def kept(desks: Office) -> list[float]:
    return sorted(one["post_at"] for one in desks.slack.scheduled.values())


def test_three_messages_and_a_line_that_says_when(desks: Office, visit: Visit) -> None:
    desks.run(one_pass)
    assert kept(desks) == BEFORE
    [evening, hour, after] = sorted(desks.slack.scheduled.values(), key=lambda one: one["post_at"])
    assert "Nordlicht GmbH: visit brief" in shown(evening)
    assert "Your visit to “Nordlicht GmbH” is at 2026-12-03 10:00" in shown(hour)
    assert "[Take it down now]" in shown(after)
    [said] = desks.slack.said()
    assert "2026-12-02 18:00" in said
    assert "2026-12-03 09:00" in said


def test_a_second_pass_in_a_new_process_changes_nothing(desks: Office, visit: Visit) -> None:
    desks.run(one_pass)
    before = dict(desks.slack.scheduled)
    desks.run(one_pass)
    assert desks.slack.scheduled == before
    assert len(desks.slack.said()) == 1


def test_a_moved_visit_moves_its_messages(desks: Office, visit: Visit) -> None:
    desks.run(one_pass)
    move(desks.context().book, visit, "2026-12-04T15:00")
    desks.run(one_pass)
    assert kept(desks) == [at("2026-12-03T10:00"), at("2026-12-04T06:00"), at("2026-12-04T08:30")]
    assert "2026-12-04 14:00" in desks.slack.said()[-1]


def test_a_cancelled_visit_takes_them_back(desks: Office, visit: Visit) -> None:
    desks.run(one_pass)
    cancel(desks.context().book, visit)
    desks.run(one_pass)
    assert kept(desks) == []
    assert len(desks.slack.done("chat.deleteScheduledMessage")) == 3


def test_what_changes_in_the_account_is_in_the_brief(desks: Office, visit: Visit) -> None:
    desks.run(one_pass)
    note = NeedNote(
        "latent", "returns", "organisation", "2026-11-26", account=visit.account, quote="returns ate the margin"
    )
    desks.context().book.save(note)
    desks.run(one_pass)
    assert kept(desks) == BEFORE
    assert sum("returns ate the margin" in shown(one) for one in desks.slack.scheduled.values()) == 2
    assert len(desks.slack.done("chat.deleteScheduledMessage")) == 2  # the question afterwards is the same


@pytest.mark.parametrize(
    ("now", "set_at", "posted"),
    [
        ("2026-12-02T12:00", BEFORE[1:], 0),  # the evening has passed
        ("2026-12-03T01:20", BEFORE[2:], 1),  # the hour has begun: the brief comes at once
        ("2026-12-03T02:30", BEFORE[2:], 0),  # the visit is on
        ("2026-12-03T05:00", [], 0),
    ],
)
def test_never_in_the_past(desks: Office, visit: Visit, now: str, set_at: list[float], posted: int) -> None:
    desks.now = at(now)
    for _ in range(3):
        desks.run(one_pass)
    assert kept(desks) == set_at
    assert sum("visit brief" in said for said in desks.slack.said()) == posted


def test_a_visit_far_ahead_is_set_when_it_is_near_enough(desks: Office) -> None:
    planned(desks, "Acme", "2027-06-03T10:00")
    desks.run(one_pass)
    assert kept(desks) == []
    assert "further ahead than the 120 days" in desks.slack.said()[0]
    desks.now = at("2027-04-01T00:00")
    desks.run(one_pass)
    assert len(kept(desks)) == 3


@pytest.mark.parametrize("word", ["time_in_past", "time_too_far"])
def test_slack_s_clock_decides(desks: Office, visit: Visit, word: str) -> None:
    desks.slack.trouble("chat.scheduleMessage", error(word))
    desks.run(one_pass)
    assert kept(desks) == BEFORE[1:]


def test_more_than_thirty_at_a_time_come_a_little_earlier(desks: Office) -> None:
    for number in range(31):
        planned(desks, f"Firm {number}", "2026-12-03T10:00")
    desks.run(one_pass)
    assert len(kept(desks)) == 93
    assert kept(desks).count(BEFORE[0]) == 30
    assert kept(desks).count(BEFORE[0] - 300) == 1
    desks.run(one_pass)
    assert len(kept(desks)) == 93


def test_slack_carried_it_out_and_nobody_was_told(desks: Office, visit: Visit) -> None:
    desks.slack.trouble("chat.scheduleMessage", DROP)

    async def passes(desk: Desk) -> None:
        from channels.slack.api import LaterError

        with pytest.raises(LaterError):
            await one_pass(desk)
        await one_pass(desk)

    desks.run(passes)
    assert kept(desks) == BEFORE


@pytest.mark.parametrize("calls", [1, 2, 3])
def test_a_process_that_ends_between_the_calls(desks: Office, visit: Visit, calls: int) -> None:
    """After the call that carried it out and before the id was written: the next process finds it in Slack's list."""

    async def ends(desk: Desk) -> None:
        call, count = desk.api.call, 0

        async def until(team: str, method: str, **arguments: Any) -> dict[str, Any]:
            nonlocal count
            answer = await call(team, method, **arguments)
            count += method == "chat.scheduleMessage"
            if count == calls:
                raise KeyboardInterrupt
            return answer

        desk.api.call = until  # type: ignore[method-assign]
        await one_pass(desk)

    with pytest.raises(KeyboardInterrupt):
        desks.run(ends)
    desks.run(one_pass)
    assert kept(desks) == BEFORE
    assert len(desks.slack.done("chat.scheduleMessage")) == 3


def test_told_to_slow_down_the_pass_goes_on_later(desks: Office, visit: Visit) -> None:
    desks.slack.trouble("chat.scheduleMessage", RATE_LIMITED)

    async def patient(desk: Desk) -> None:
        assert desk.reminders is not None
        desk.reminders.schedule.remind(ANN)
        desk.reminders.start()
        await desk.reminders.lanes.idle()

    desks.run(patient)
    assert kept(desks) == BEFORE


def test_a_message_that_was_sent_already_is_no_trouble(desks: Office, visit: Visit) -> None:
    desks.run(one_pass)
    desks.slack.scheduled.clear()  # posted, or deleted in Slack
    cancel(desks.context().book, visit)
    desks.run(one_pass)
    assert [call.answered for call in desks.slack.calls if call.method == "chat.deleteScheduledMessage"] == [
        "invalid_scheduled_message_id"
    ] * 3


def test_what_was_posted_does_not_come_again(desks: Office, visit: Visit) -> None:
    desks.run(one_pass)
    for now in ("2026-12-02T10:01", "2026-12-03T01:01", "2026-12-03T01:30", "2026-12-03T03:31"):
        desks.now = at(now)
        for number in [n for n, one in desks.slack.scheduled.items() if one["post_at"] <= desks.now]:
            del desks.slack.scheduled[number]
        desks.run(one_pass)
    assert kept(desks) == []
    assert len(desks.slack.done("chat.scheduleMessage")) == 3
    assert not any("visit brief" in said for said in desks.slack.said())


def test_visits_of_others_are_theirs(desks: Office) -> None:
    visit = planned(desks, "Shared", "2026-12-03T10:00", "bob@example.com")
    desks.context("bob@example.com").book.share(visit.account, ANN.person)
    desks.run(one_pass)
    assert kept(desks) == []


def test_a_book_that_fails_breaks_nothing(desks: Office, visit: Visit) -> None:
    async def patient(desk: Desk) -> None:
        assert desk.reminders is not None
        desk.reminders.schedule.remind(replace(ANN, lang="zh"))
        desk.reminders.start()
        await desk.reminders.lanes.idle()

    open_database.cache_clear()
    for name in ("accounts.db-wal", "accounts.db-shm"):
        (desks.home / name).unlink(missing_ok=True)
    (desks.home / "accounts.db").write_bytes(b"no database" * 100)
    desks.run(patient)
    assert kept(desks) == []
