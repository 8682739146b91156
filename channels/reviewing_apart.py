"""Judges transcripts in processes of their own: the server answers others meanwhile, and can stop at once."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
AT_ONCE = 2  # processes; what comes meanwhile waits
Json = dict[str, Any]
Progress = Callable[[int, int], None]


class NotJudgedError(Exception):
    """The process ended without an answer: it failed, or the server is going to stop."""


class ReviewingApart:
    """At most AT_ONCE processes of `coach.review.apart`; the page has one of these, and Slack another.

    `end` kills them; from then on nothing is begun.
    """

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)
        self._running: set[asyncio.subprocess.Process] = set()
        self.ended = False

    async def judge(self, raw: bytes, name: str, lang: str, day: date, progress: Progress | None = None) -> Json:
        """Return {"review": ...} or {"refused": kind, "said": words}. Raises NotJudgedError.

        The process ends when whoever waits gives up.
        """
        async with self._places:
            if self.ended:
                raise NotJudgedError
            child = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "coach.review.apart", name, lang, day.isoformat(), cwd=ROOT,
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            )  # fmt: skip
            self._running.add(child)
            try:
                if self.ended:  # while the process was being started
                    raise NotJudgedError
                _, said, _ = await asyncio.gather(_write(child, raw), _read(child), _follow(child, progress))
                await child.wait()
            finally:
                self._running.discard(child)
                if child.returncode is None:
                    child.kill()
                    await child.wait()
        try:
            found: Json = json.loads(said)
        except ValueError:
            raise NotJudgedError from None
        return found

    def end(self) -> None:
        """Kill what is running: the server is going to stop, and nobody will see the answer."""
        self.ended = True
        for child in self._running:
            with suppress(ProcessLookupError):
                child.kill()


async def _write(child: asyncio.subprocess.Process, raw: bytes) -> None:
    assert child.stdin is not None
    with suppress(BrokenPipeError, ConnectionResetError):  # it ended before it read all; its answer says why
        child.stdin.write(raw)
        await child.stdin.drain()
    child.stdin.close()


async def _read(child: asyncio.subprocess.Process) -> bytes:
    assert child.stdout is not None
    return await child.stdout.read()


async def _follow(child: asyncio.subprocess.Process, progress: Progress | None) -> None:
    """Pass on the progress that the process tells."""
    assert child.stderr is not None
    while line := await child.stderr.readline():
        done, slash, total = line.decode(errors="replace").strip().partition("/")
        if progress and slash and done.isdigit() and total.isdigit():
            progress(int(done), int(total))
