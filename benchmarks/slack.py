"""`python -m benchmarks.slack`: how quickly Slack's events are acknowledged while turns run."""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.page import put_section, table
from server.project import ROOT
from tests.channels.slack import payloads
from tests.channels.slack.conftest import environment
from tests.channels.slack.standin import StandIn, standing_in
from tests.server.forking import serving

RATE, SECONDS, PEOPLE = 50, 30, 100
TEXTS = ("客户是一家灯具工厂", "他们的采购经理姓陈，关心价格", "灯经常坏，停线一次损失好几万", "帮助", "总结")
LIMIT_MS = 1000.0


@dataclass(frozen=True)
class Acknowledged:
    """Times in milliseconds; how many of the events were answered, and in how many seconds after the last one."""

    acks_ms: Sequence[float]
    refused: int
    answered: int
    doubled: int
    done_after_s: float

    def quantile(self, share: float) -> float:
        ordered = sorted(self.acks_ms)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measure(rate: int = RATE, seconds: int = SECONDS, people: int = PEOPLE, wait_s: float = 120) -> Acknowledged:
    """Send `rate` messages a second for `seconds` seconds to a server process of its own."""
    home = tempfile.TemporaryDirectory(prefix="coach-slack-")
    with home as folder, standing_in() as slack, serving(Path(folder), **environment(slack)) as server:
        slack.wait(lambda: len(slack.done("auth.test")) == 2)
        return asyncio.run(_measure(server.url, slack, rate, seconds, people, wait_s))


async def _measure(url: str, slack: StandIn, rate: int, seconds: int, people: int, wait_s: float) -> Acknowledged:
    count = rate * seconds
    bodies = [json.dumps(_event(number, people)) for number in range(count)]
    limits = httpx.Limits(max_connections=200, max_keepalive_connections=200)
    async with httpx.AsyncClient(limits=limits, timeout=30) as client:
        began = time.perf_counter()
        tasks = []
        for number, body in enumerate(bodies):
            await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
            tasks.append(asyncio.create_task(_send(client, url, body)))
        sent = await asyncio.gather(*tasks)
    last = time.perf_counter()
    while len(slack.done("chat.postMessage")) < count and time.perf_counter() - last < wait_s:
        await asyncio.sleep(0.1)
    after = time.perf_counter() - last
    answered = len(slack.done("chat.postMessage"))
    return Acknowledged(
        [ms for ms, _ in sent], sum(not fine for _, fine in sent), answered, max(0, answered - count), after
    )


def _event(number: int, people: int) -> dict[str, object]:
    user = f"UP{number % people}"
    return payloads.message(TEXTS[number // people % len(TEXTS)], user=user, channel=f"D{user[1:]}")


async def _send(client: httpx.AsyncClient, url: str, body: str) -> tuple[float, bool]:
    headers = {"Content-Type": "application/json", **payloads.signed(body)}
    start = time.perf_counter()
    answer = await client.post(f"{url}/slack/events", content=body.encode(), headers=headers)
    return (time.perf_counter() - start) * 1000, answer.status_code == 200


def section(found: Acknowledged, rate: int, seconds: int) -> str:
    """Return the section of docs/performance.md."""
    rows = [
        ("acknowledgement, median, ms", f"{statistics.median(found.acks_ms):.0f}"),
        ("acknowledgement, p99, ms (Slack allows 3,000)", f"{found.quantile(0.99):.0f}"),
        ("acknowledgement, worst, ms", f"{max(found.acks_ms):.0f}"),
        ("events refused", f"{found.refused}"),
        ("messages answered / doubled", f"{found.answered:,} / {found.doubled}"),
        ("last answer after the last event, s", f"{found.done_after_s:.1f}"),
    ]
    lines = [
        "## Slack",
        "",
        f"{rate} signed messages a second for {seconds} seconds from {PEOPLE} people to the real server process, which",
        "answers each of them; Slack's Web API is a stand-in on the same computer (2 processors for all).",
        "`.venv/bin/python -m benchmarks.slack` measures this anew and writes this section.",
        "",
        table(["measured", "figure"], rows),
    ]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and write; 1 when the limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=int, default=RATE)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    given = parser.parse_args(argv)
    found = measure(given.rate, given.seconds)
    text = section(found, given.rate, given.seconds)
    print(text)
    put_section(ROOT / "docs" / "performance.md", "slack", text)
    return 0 if found.quantile(0.99) < LIMIT_MS and not found.refused and not found.doubled else 1


if __name__ == "__main__":
    raise SystemExit(main())
