"""How long tests wait for what must come. Generous, for only a failure takes as long: a computer may be busy."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

COMES_S = 60.0  # an answer, a call, a thread that ends
STARTS_S = 120.0  # a process that first reads everything
SHOWS_MS = 60_000  # something on a page in the browser, a review of a whole call, too

Found = TypeVar("Found")


def until(comes: Callable[[], Found], *, every: float = 0.01, told: Callable[[], object] = lambda: "") -> Found:
    """Return what `comes` returns as soon as it is true. Raises AssertionError with what is `told`."""
    ends = time.monotonic() + COMES_S
    while not (found := comes()):
        assert time.monotonic() < ends, f"did not come to pass: {told()}"
        time.sleep(every)
    return found


def held_up() -> float:
    """Return how many times longer than its processor time a piece of work takes now: 1 on an idle computer."""
    wall, processor = time.monotonic(), time.process_time()
    while time.process_time() - processor < 0.3:
        sum(range(1000))
    return max(1.0, (time.monotonic() - wall) / (time.process_time() - processor))
