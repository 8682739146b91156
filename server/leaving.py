"""Ctrl-C while something loads counts, also where an import or a finalizer swallows the exception it raises."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


@contextmanager
def leaving() -> Iterator[None]:
    """Raise KeyboardInterrupt at the end of the block at the latest when Ctrl-C was pressed within it."""
    pressed = False

    def heard(_signal: int, _frame: FrameType | None) -> NoReturn:
        nonlocal pressed
        pressed = True
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
