"""Starts the launchers from a process that has imported all of their code: each is there in a third of the time.

Two thirds of a start are imports, and they are the same each time. What a start from nothing does is shown by the
tests that use `processes`.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TextIO

import pytest

from tests.server.processes import Server, attended, environment
from tests.waiting import STARTS_S

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.server.imported"])


@contextmanager
def serving(home: Path, *arguments: str, **more: str) -> Iterator[Server]:
    """Run the server on a free port; it is stopped at the end whatever happens."""
    terminal, end = _context.Pipe(duplex=False)
    lines = os.fdopen(os.dup(terminal.fileno()), encoding="utf-8")
    asked = ("--port", "0", *arguments)
    process = _context.Process(target=_serve, args=(end, environment(home, **more), asked))
    process.start()
    end.close()
    try:
        with lines, attended(Server(process), lines) as server:
            yield server
    finally:
        process.join()
        process.close()
        terminal.close()


def _serve(terminal: Connection, environ: dict[str, str], arguments: Sequence[str]) -> None:
    with open(os.devnull) as nothing, os.fdopen(terminal.fileno(), "w", 1, encoding="utf-8", closefd=False) as said:
        _be("server.serve", (nothing, said, said), environ, arguments)


def run(module: str, home: Path, *arguments: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run the launcher `module` to its end."""
    with tempfile.TemporaryDirectory() as folder:
        keys, out, err = (Path(folder, name) for name in ("in", "out", "err"))
        keys.write_text(typed, encoding="utf-8")
        asked = (module, (keys, out, err), environment(home, **more), arguments)
        process = _context.Process(target=_run, args=asked)
        process.start()
        process.join(STARTS_S)
        if process.exitcode is None:
            process.kill()
            pytest.fail(f"{module} does not end", pytrace=False)
        said = [path.read_text(encoding="utf-8") for path in (out, err)]
        return subprocess.CompletedProcess([module, *arguments], process.exitcode, *said)


def _run(module: str, files: tuple[Path, Path, Path], environ: dict[str, str], arguments: Sequence[str]) -> None:
    keys, out, err = files
    with open(keys, encoding="utf-8") as typed, open(out, "w", encoding="utf-8") as said, open(err, "w") as told:
        _be(module, (typed, said, told), environ, arguments)


def _be(module: str, streams: tuple[TextIO, TextIO, TextIO], environ: dict[str, str], arguments: Sequence[str]) -> None:
    """Be the launcher from now on, with these streams as its terminal."""
    os.environ.clear()
    os.environ.update(environ)
    for number, stream in enumerate(streams):
        os.dup2(stream.fileno(), number)
    sys.stdin, sys.stdout, sys.stderr = streams
    raise SystemExit(import_module(module).main(arguments))
