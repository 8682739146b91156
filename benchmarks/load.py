"""Talks to a bot over REST and measures its turns."""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import httpx

TURNS_A_CONVERSATION = 12
TIMEOUT_S = 60.0
_names = itertools.count()


@dataclass
class Times:
    """Turn times in milliseconds, and how many turns a second were done."""

    turns_ms: list[float] = field(default_factory=list)
    elapsed_s: float = 0.0

    def add(self, other: Times) -> None:
        self.turns_ms += other.turns_ms
        self.elapsed_s += other.elapsed_s

    @property
    def p50(self) -> float:
        return statistics.median(self.turns_ms)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.turns_ms, n=20)[18]

    @property
    def per_second(self) -> float:
        return len(self.turns_ms) / self.elapsed_s


def measure(url: str, messages: Sequence[str], *, users: int, turns: int) -> Times:
    """Return the times of `turns` turns by each of `users` users at once, in conversations of ordinary length."""
    return asyncio.run(_measure(url, messages, users, turns))


async def _measure(url: str, messages: Sequence[str], users: int, turns: int) -> Times:
    times = Times()
    async with httpx.AsyncClient(timeout=TIMEOUT_S, limits=httpx.Limits(max_connections=users)) as client:
        start = time.perf_counter()
        await asyncio.gather(*(_talk(client, url, messages, turns, times) for _ in range(users)))
        times.elapsed_s = time.perf_counter() - start
    return times


async def _talk(client: httpx.AsyncClient, url: str, messages: Sequence[str], turns: int, times: Times) -> None:
    sender = ""
    for turn in range(turns):
        if turn % TURNS_A_CONVERSATION == 0:
            sender = new_sender()
        await _turn(client, url, sender, messages[turn % TURNS_A_CONVERSATION % len(messages)], times)


async def _turn(client: httpx.AsyncClient, url: str, sender: str, message: str, times: Times) -> None:
    start = time.perf_counter()
    answer = await client.post(url, json={"sender": sender, "message": message})
    times.turns_ms.append((time.perf_counter() - start) * 1000)
    if answer.status_code != 200 or not answer.json():
        raise RuntimeError(f"no answer to {message!r}: {answer.status_code} {answer.text[:200]}")


def long_conversation(url: str, messages: Sequence[str], turns: int = 300) -> tuple[float, float]:
    """Return the median milliseconds of about turn 5 and of about turn `turns` in one conversation."""
    return asyncio.run(_long_conversation(url, messages, turns))


async def _long_conversation(url: str, messages: Sequence[str], turns: int) -> tuple[float, float]:
    times, sender = Times(), new_sender()
    async with httpx.AsyncClient(timeout=TIMEOUT_S) as client:
        for turn in range(turns):
            await _turn(client, url, sender, messages[turn % len(messages)], times)
    return statistics.median(times.turns_ms[2:12]), statistics.median(times.turns_ms[-10:])


def new_sender() -> str:
    """Return the name of a conversation that nobody had yet."""
    return f"bench-{time.time_ns()}-{next(_names)}"
