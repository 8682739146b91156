"""Keeps the server's event loop answering while turns are computed beside it."""

from __future__ import annotations

import gc
import sys

SWITCH_S = 0.0005  # Python's own is 5 ms, which the loop would wait each time that a turn holds the interpreter


def keep_responsive() -> None:
    """Call once, when all is loaded.

    What is loaded stays for good: the garbage collector need not walk through it again and again, which
    stops everything for as long as a person notices.
    """
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(SWITCH_S)
