"""Starts the launchers as a user does: a process of its own, a home of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from coach.knowledge.yaml_lines import read_yaml
from coach.settings import settings
from server.project import ROOT
from tests.waiting import STARTS_S


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a user whose conversations are in `home`."""
    return {**os.environ, "COACH_HOME": str(home), "COACH_LANG": "zh", "COACH_TODAY": "2026-03-02", **more}


def said(key: str, **values: object) -> str:
    """Return what the launchers say for `key` in these processes."""
    data = read_yaml(settings().knowledge / "words" / "server.yml").data
    return str(data[key]["zh"]).format(**values)


def run(module: str, home: Path, *arguments: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m module` to its end."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT, env=environment(home, **more), input=typed, capture_output=True, text=True, timeout=STARTS_S,
        encoding="utf-8",
    )  # fmt: skip


class Process(Protocol):
    """What subprocess.Popen and multiprocessing's processes have in common."""

    def terminate(self) -> None: ...
    def kill(self) -> None: ...


@dataclass
class Server:
    """A running `python -m server.serve`; `said` is what stands in its terminal."""

    process: Process
    said: list[str] = field(default_factory=list)
    url: str = ""


@contextmanager
def serving(home: Path, *arguments: str, **more: str) -> Iterator[Server]:
    """Run the server on a free port; it is stopped at the end whatever happens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "server.serve", "--port", "0", *arguments],
        cwd=ROOT, env=environment(home, **more), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8",
    )  # fmt: skip
    assert process.stdout is not None
    with process, attended(Server(process), process.stdout) as server:
        yield server


@contextmanager
def attended(server: Server, terminal: Iterable[str]) -> Iterator[Server]:
    """Give the server when it is ready, keep what it says in `terminal`, and stop it at the end whatever happens."""
    ready = threading.Event()
    reading = threading.Thread(target=_read, args=(server, terminal, ready), daemon=True)
    reading.start()
    try:
        assert ready.wait(STARTS_S), server.said
        assert server.url, server.said
        yield server
    finally:
        server.process.terminate()
        reading.join(10)  # which ends with the process
        server.process.kill()


def _read(server: Server, terminal: Iterable[str], ready: threading.Event) -> None:
    for line in terminal:
        server.said.append(line.rstrip())
        if found := re.search(r"http://[\d.]+:\d+", line):
            server.url = found.group()
            ready.set()
    ready.set()
