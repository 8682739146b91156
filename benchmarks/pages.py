"""`python -m benchmarks.pages`: many open pages on one server, cut off at random and restored; is any turn lost?

Each person has one or more pages. Every page listens to the events of its person's conversation and sends messages;
its stream, and now and then the request that carries a message, is cut and made anew, as on a train. At the end what
each page saw is compared with the log. The delay is from the moment at which the server begins to store the turn, which
is its number in milliseconds (the same computer, so the same clock), to the moment at which a page has read it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks.running import free_port, server

MESSAGES = (
    "The customer is Acme Lighting",
    "Anna from purchasing said returns ate their margin",
    "why",
    "skip",
    "hint",
)
PATIENCE_S = 120.0


@dataclass
class Seen:
    """What the pages saw. `lost`, `doubled` and `disordered` count turns, over all pages, against the log."""

    pages: int = 0
    turns: int = 0
    delivered: int = 0
    reconnected: int = 0
    resent: int = 0
    lost: int = 0
    doubled: int = 0
    disordered: int = 0
    seconds: float = 0.0
    delays_ms: list[float] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Return the figures, with the delays as percentiles."""
        cuts = statistics.quantiles(self.delays_ms, n=100) if len(self.delays_ms) > 1 else [0.0] * 99
        delays = {name: round(cuts[at - 1], 1) for name, at in (("p50", 50), ("p95", 95), ("p99", 99))}
        return {**asdict(self), "seconds": round(self.seconds, 1), "delays_ms": delays}


class Page:
    """One open page of a person."""

    def __init__(self, session: aiohttp.ClientSession, url: str, person: str, cuts: float, chance: random.Random):
        self.session, self.url, self.headers = session, url, {"x-user": person}
        self.cuts, self.chance, self.person = cuts, chance, person
        self.seen: list[int] = []
        self.delays_ms: list[float] = []
        self.reconnected = self.resent = 0
        self.open = asyncio.Event()

    async def listen(self) -> None:
        """Read events for ever; the stream is cut after some of them and made anew from the last one seen."""
        last = 0
        while True:
            try:
                async for seq in self._events(last):
                    self.delays_ms.append(time.time() * 1000 - seq)
                    self.seen.append(seq)
                    last = seq
                    if self.chance.random() < self.cuts:
                        break  # the connection is gone, whatever was on its way
            except aiohttp.ClientError:
                pass
            self.reconnected += 1

    async def _events(self, last: int) -> AsyncIterator[int]:
        headers = {**self.headers, "last-event-id": str(last)}
        async with self.session.get(f"{self.url}/api/chat/events", headers=headers) as answer:
            assert answer.status == 200, answer.status
            self.open.set()
            seq, name = 0, ""
            async for raw in answer.content:
                key, _, value = raw.decode().rstrip("\n").partition(": ")
                if key == "id":
                    seq = int(value)
                elif key == "event":
                    name = value
                elif key == "data" and name == "turn":
                    yield seq

    async def say(self, text: str) -> None:
        """Send a message until its answer comes; some requests are cut off and sent again."""
        body = {"id": str(uuid.UUID(int=self.chance.getrandbits(128), version=4)), "text": text}
        while True:
            patience = self.chance.uniform(0.001, 0.05) if self.chance.random() < self.cuts / 2 else PATIENCE_S
            timeout = aiohttp.ClientTimeout(total=patience)
            try:
                async with self.session.post(
                    f"{self.url}/api/chat", json=body, headers=self.headers, timeout=timeout
                ) as answer:
                    assert answer.status == 200, await answer.text()
                    await answer.read()
                    return
            except (asyncio.TimeoutError, aiohttp.ClientError):
                self.resent += 1

    async def log(self) -> list[dict[str, Any]]:
        """Return all turns of the conversation."""
        async with self.session.get(f"{self.url}/api/chat", headers=self.headers) as answer:
            got = await answer.json()
        assert not got["more"], "more turns than one page of the log"
        turns: list[dict[str, Any]] = got["turns"]
        return turns


def run_pages(url: str, *, pages: int, people: int, turns: int, cuts: float, seed: int, pause_s: float = 0.0) -> Seen:
    """Open the pages, let each person send `turns` messages, and compare. `cuts`: how often a connection is cut.

    Each person waits up to `pause_s` seconds between two messages, as people do.
    """
    return asyncio.run(_run_pages(url, pages, people, turns, cuts, seed, pause_s))


async def _run_pages(url: str, pages: int, people: int, turns: int, cuts: float, seed: int, pause_s: float) -> Seen:
    chance, start = random.Random(seed), time.perf_counter()
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=None)) as session:
        run = new_run()
        opened = [
            Page(session, url, f"{run}-{number % people}@example.com", cuts, random.Random(chance.random()))
            for number in range(pages)
        ]
        listening = [asyncio.create_task(page.listen()) for page in opened]
        await asyncio.wait_for(asyncio.gather(*(page.open.wait() for page in opened)), PATIENCE_S)
        await asyncio.gather(*(_talk(page, turns, pause_s) for page in opened[:people]))
        logs = {page.person: [turn["seq"] for turn in await page.log()] for page in opened[:people]}
        await _settled(opened, logs)
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
    return _compared(opened, logs, time.perf_counter() - start)


def new_run() -> str:
    """Return a name that no earlier run had."""
    return f"run{time.time_ns()}"


async def _talk(page: Page, turns: int, pause_s: float) -> None:
    for number in range(turns):
        await asyncio.sleep(page.chance.uniform(0, pause_s))
        await page.say(MESSAGES[number % len(MESSAGES)])


async def _settled(pages: list[Page], logs: dict[str, list[int]]) -> None:
    """Wait until every page has seen the last turn of its conversation, or for five seconds."""
    until = time.monotonic() + 5
    while time.monotonic() < until and any(set(logs[page.person]) - set(page.seen) for page in pages):
        await asyncio.sleep(0.05)


def _compared(pages: list[Page], logs: dict[str, list[int]], seconds: float) -> Seen:
    seen = Seen(pages=len(pages), turns=sum(map(len, logs.values())), seconds=seconds)
    for page in pages:
        seen.delivered += len(page.seen)
        seen.lost += len(set(logs[page.person]) - set(page.seen))
        seen.doubled += len(page.seen) - len(set(page.seen))
        seen.disordered += sum(one > two for one, two in zip(page.seen, page.seen[1:], strict=False))
        seen.reconnected += page.reconnected
        seen.resent += page.resent
        seen.delays_ms += page.delays_ms
    return seen


def main() -> int:
    """Start a server, run the pages on it, and print the figures as one JSON value; 1 when a turn was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--people", type=int, default=250)
    parser.add_argument("--turns", type=int, default=4, help="messages of each person")
    parser.add_argument("--cuts", type=float, default=0.3, help="share of events after which a stream is cut")
    parser.add_argument("--pause", type=float, default=20.0, metavar="SECONDS", help="longest pause before a message")
    parser.add_argument("--seed", type=int, default=20261126)
    options = parser.parse_args()
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "benchmarks.many_people", "--port", str(port)]
        with server(command, port, Path.cwd(), {"COACH_HOME": home}) as running:
            runs = {
                name: run_pages(
                    f"http://127.0.0.1:{port}", pages=options.pages, people=options.people, turns=options.turns,
                    cuts=cuts, seed=options.seed, pause_s=options.pause,
                )
                for name, cuts in (("cut", options.cuts), ("uncut", 0.0))
            }  # fmt: skip
            memory = running.memory_mb()
    print(json.dumps({**{name: seen.to_json() for name, seen in runs.items()}, "memory_mb": round(memory)}))
    return 1 if any(seen.lost or seen.doubled or seen.disordered for seen in runs.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
