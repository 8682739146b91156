"""A Ctrl-C that somebody swallows while loading is not lost."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

import pytest

from server.leaving import leaving


def load(done: list[str]) -> None:
    """Load, and swallow a Ctrl-C on the way."""
    with leaving():
        with suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
            done.append("not reached")
        done.append("loaded")


def test_a_swallowed_interrupt_counts_at_the_end() -> None:
    before, done = signal.getsignal(signal.SIGINT), []
    with pytest.raises(KeyboardInterrupt):
        load(done)
    assert done == ["loaded"]
    assert signal.getsignal(signal.SIGINT) is before


def test_nothing_happens_without_one() -> None:
    with leaving():
        pass
