"""Starts what is measured, waits until it is ready, and stops it whatever happens."""

from __future__ import annotations

import os
import pty
import select
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

READY_WAIT_S = 300.0
POLL_S = 0.02


@dataclass(frozen=True)
class Running:
    """A server that answers; `ready_s` is the time from its start to that."""

    process: subprocess.Popen[bytes]
    url: str
    ready_s: float

    def memory_mb(self) -> float:
        """Return the resident memory of the main process."""
        done = subprocess.run(["ps", "-o", "rss=", "-p", str(self.process.pid)], capture_output=True, text=True)
        return int(done.stdout or 0) / 1024


def free_port() -> int:
    """Return a port of the loopback address that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(command: Sequence[str], port: int, folder: Path, more: Mapping[str, str]) -> Iterator[Running]:
    """Run a server on `port` until the block ends."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **more}, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        url = f"http://127.0.0.1:{port}/webhooks/rest/"
        _wait_until_it_answers(process, url)
        yield Running(process, url + "webhook", time.perf_counter() - start)
    finally:
        stop(process)


def _wait_until_it_answers(process: subprocess.Popen[bytes], url: str) -> None:
    until = time.monotonic() + READY_WAIT_S
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended before it was ready")
        try:
            if httpx.get(url, timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(POLL_S)
    raise TimeoutError(f"{process.args!r} was not ready in {READY_WAIT_S} s")


def terminal_ready_s(command: Sequence[str], prompt: str, folder: Path, more: Mapping[str, str]) -> float:
    """Return the time from the start of a chat in a terminal to its `prompt`, that is, to the first message."""
    ours, theirs = pty.openpty()
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, "TERM": "xterm", **more}, start_new_session=True,
        stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    shown = ""
    try:
        while prompt not in shown:
            if time.perf_counter() - start > READY_WAIT_S or process.poll() is not None:
                raise TimeoutError(f"{command} did not show {prompt!r}")
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    shown += os.read(ours, 65_536).decode("utf-8", "replace")
                except OSError as error:  # it ended, and its side of the terminal is closed
                    raise RuntimeError(f"{command} ended:\n{shown}") from error
        return time.perf_counter() - start
    finally:
        stop(process)
        os.close(ours)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the process and what it started, if it still runs."""
    for ending in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is not None:
            return
        os.killpg(process.pid, ending)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            continue
