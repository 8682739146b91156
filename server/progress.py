"""A line that says what is going on, and goes away."""

from __future__ import annotations

import itertools
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
CLEAR = "\r\x1b[K"


@contextmanager
def progress(line: str) -> Iterator[None]:
    """Show `line` with a turning sign while the block runs; nothing when the terminal is not one."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    turning = threading.Thread(target=_turn, args=(line, done), daemon=True)
    turning.start()
    try:
        yield
    finally:
        done.set()
        turning.join()


def _turn(line: str, done: threading.Event) -> None:
    for frame in itertools.cycle(FRAMES):
        sys.stderr.write(f"{CLEAR}{frame} {line}")
        sys.stderr.flush()
        if done.wait(0.1):
            break
    sys.stderr.write(CLEAR)
    sys.stderr.flush()
