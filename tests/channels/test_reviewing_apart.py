"""A transcript is judged in a process of its own, which ends with the server."""

from __future__ import annotations

import asyncio
import signal
import threading
import time
from datetime import date
from pathlib import Path

import httpx
import pytest

from channels.reviewing_apart import NotJudgedError, ReviewingApart
from tests.channels.slack.conftest import environment
from tests.channels.slack.payloads import message, send
from tests.channels.slack.standin import standing_in
from tests.server.processes import serving
from tests.waiting import until

DAY = date(2026, 3, 2)
CALL = {
    "zh": "销售：您好，这次的灯您最看重什么？\n客户：价格要便宜一点，最好再低百分之五。\n",
    "en": "Seller: What matters most to you?\nCustomer: The price must come down five percent.\n",
}
LONG = "".join(
    f"{CALL['zh']}销售：第{n}件事后来影响到了谁？\n客户：我差点丢了第{n}次饭碗。\n" for n in range(600)
).encode()
STOPS_S = 10.0  # without the review it takes a second or two; a busy computer is slower


@pytest.mark.parametrize("lang", CALL)
def test_it_is_judged_or_refused_in_words(lang: str) -> None:
    async def both() -> None:
        reviewing = ReviewingApart()
        seen: list[int] = []
        found = await reviewing.judge(CALL[lang].encode(), "c.txt", lang, DAY, lambda done, total: seen.append(total))
        assert found["review"]["turns"]
        assert seen
        refused = await reviewing.judge(b"nobody", "c.txt", lang, DAY)
        assert (refused["refused"], ("前面没有名字" in refused["said"]) == (lang == "zh")) == ("nobody", True)

    asyncio.run(both())


def test_at_the_end_it_is_killed_and_nothing_begins_any_more() -> None:
    async def ended() -> float:
        reviewing = ReviewingApart()
        begun = asyncio.Event()
        waiting = [asyncio.create_task(reviewing.judge(LONG, "c.txt", "zh", DAY, lambda *_: begun.set()))]
        await asyncio.wait_for(begun.wait(), 60)
        waiting += [asyncio.create_task(reviewing.judge(LONG, "c.txt", "zh", DAY)) for _ in range(3)]
        await asyncio.sleep(0.1)
        since = time.monotonic()
        reviewing.end()
        for one in waiting:
            with pytest.raises(NotJudgedError):
                await one
        assert not reviewing._running
        return time.monotonic() - since

    assert asyncio.run(ended()) < 2


def test_the_server_stops_at_once_while_a_call_is_judged(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        answers: list[int] = []
        page = httpx.Client(base_url=server.url, timeout=60)  # as a browser it keeps its connection

        def ask() -> None:
            sent = page.post(
                "/api/review?name=call.txt&id=r1", content=LONG, headers={"content-type": "application/octet-stream"}
            )
            answers.append(sent.status_code)

        asking = threading.Thread(target=ask)
        asking.start()
        until(lambda: answers or httpx.get(f"{server.url}/api/review/progress?id=r1").json()["total"], every=0.1)
        assert (took := _stopped_after(server.process)) < STOPS_S
        print("stopped after", took)
        asking.join(5)
        page.close()
        assert answers == [503]


def test_it_stops_at_once_while_a_file_from_slack_is_judged_which_the_next_one_answers(tmp_path: Path) -> None:
    with standing_in() as slack:
        slack.files["call.txt"] = (LONG, {"Content-Type": "text/plain"}, 200)
        shared = {
            "id": "F1", "name": "call.txt", "mimetype": "text/plain", "filetype": "text", "mode": "hosted",
            "is_external": False, "size": len(LONG), "file_access": "visible",
            "url_private": f"{slack.url}/files/call.txt", "url_private_download": f"{slack.url}/files/call.txt",
        }  # fmt: skip
        body = message("", user="UA1", channel="DA1", subtype="file_share", files=[shared])
        with serving(tmp_path, **environment(slack)) as server:
            assert send(server.url, body).status_code == 200
            slack.wait(lambda: slack.downloads)
            time.sleep(3)  # the process is judging by now
            assert (took := _stopped_after(server.process)) < STOPS_S
            print("stopped after", took)
        slack.files["call.txt"] = (CALL["zh"].encode() * 2, {"Content-Type": "text/plain"}, 200)
        with serving(tmp_path, **environment(slack)):
            assert slack.wait(lambda: slack.said(channel="DA1"))


def _stopped_after(process: object) -> float:
    """Return the seconds that the process needs to stop."""
    since = time.monotonic()
    process.send_signal(signal.SIGTERM)  # type: ignore[attr-defined]
    process.wait(60)  # type: ignore[attr-defined]
    return time.monotonic() - since
