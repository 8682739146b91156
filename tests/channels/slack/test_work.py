"""A letter on which we fail ourselves is tried three times, then the person is told; at the end of the server it waits."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from channels.reviewing_apart import NotJudgedError, ReviewingApart
from channels.slack.desk import Desk
from channels.slack.incoming import incoming
from channels.slack.work import TRIES, Work
from coach.context import Tools
from tests.channels.slack.desks import Office, office
from tests.channels.slack.payloads import message
from tests.channels.slack.standin import StandIn

NOW = 1_795_000_000.0
CALL = "销售：您好。\n客户：价格要便宜一点。\n".encode()


class Failing(ReviewingApart):
    """As if the process that judges fails on this file each time; `ends`: because the server stops meanwhile."""

    def __init__(self, *, ends: bool = False) -> None:
        super().__init__()
        self.tries, self._ends = 0, ends

    async def judge(self, *_: object) -> dict[str, object]:  # type: ignore[override]
        self.tries += 1
        if self._ends:
            self.end()
        raise NotJudgedError


@pytest.fixture
def desks(slack: StandIn, tmp_path: Path, tools: Tools) -> Office:
    slack.files["call.txt"] = (CALL, {"Content-Type": "text/plain"}, 200)
    return office(slack, tmp_path / "home", tools, NOW)


def work(desks: Office, failing: Failing, paused: list[float], tried: int = 0) -> list[str]:
    """Let a process work on a shared file that others have `tried`; return the lanes of what is left for the next."""

    async def inside(desk: Desk) -> list[str]:
        async def pause(seconds: float) -> None:
            paused.append(seconds)
            assert len(paused) < 2 * TRIES, "tried without end"
            if failing.ended:
                await working.lanes.close(0)

        desk.reviewing, working = failing, Work(desk, pause)
        shared = {
            "id": "F1", "name": "call.txt", "mode": "hosted", "size": len(CALL), "file_access": "visible",
            "url_private": f"{desks.slack.url}/files/call.txt",
        }  # fmt: skip
        letter = incoming(message("", user="U1", channel="DU1", subtype="file_share", files=[shared]), "UBOTONE")
        assert letter is not None
        desk.store.take(letter)
        for _ in range(tried):
            desk.store.next_letter(letter.lane)
        working.start()
        await asyncio.wait_for(working.lanes.idle(), 20)
        return desk.store.lanes_in()

    return list(desks.run(inside))


@pytest.mark.parametrize(("locale", "told"), [("zh-CN", "没能处理好"), ("en-US", "could not handle")])
def test_a_file_that_cannot_be_judged_is_tried_three_times_and_told(desks: Office, locale: str, told: str) -> None:
    desks.slack.users["U1"] = {"locale": locale, "profile": {"email": "ann@example.com", "display_name": "Ann"}}
    failing, paused = Failing(), list[float]()
    assert work(desks, failing, paused) == []
    assert (failing.tries, len(paused)) == (TRIES, TRIES - 1)
    [said] = desks.slack.said(channel="DU1")
    assert told in said


@pytest.mark.parametrize("tried", range(TRIES))
def test_a_file_that_is_judged_when_the_server_stops_is_left_for_the_next_one(desks: Office, tried: int) -> None:
    failing = Failing(ends=True)
    assert work(desks, failing, [], tried) == ["TONE-U1"]
    assert (failing.tries, desks.slack.said(channel="DU1")) == (1, [])
