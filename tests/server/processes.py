"""Starts the launchers as a user does: a process of its own, a home of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from coach.knowledge.yaml_lines import read_yaml
from coach.settings import settings
from server.project import ROOT

WAIT_S = 120


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
        cwd=ROOT, env=environment(home, **more), input=typed, capture_output=True, text=True, timeout=WAIT_S,
        encoding="utf-8",
    )  # fmt: skip


@dataclass
class Server:
    """A running `python -m server.serve`; `said` is what stands in its terminal."""

    process: subprocess.Popen[str]
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
    server = Server(process)
    ready = threading.Event()
    reading = threading.Thread(target=_read, args=(server, ready), daemon=True)
    reading.start()
    try:
        assert ready.wait(WAIT_S), server.said
        assert server.url, server.said
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
        reading.join(5)


def _read(server: Server, ready: threading.Event) -> None:
    assert server.process.stdout is not None
    for line in server.process.stdout:
        server.said.append(line.rstrip())
        if found := re.search(r"http://[\d.]+:\d+", line):
            server.url = found.group()
            ready.set()
    ready.set()
