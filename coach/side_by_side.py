"""Do independent pieces of work in two processes where that is sooner, with the same result as in one.

A second process is forked, so that it has everything in memory at once; to start one anew and load the methodology
again would take longer than what it saves. So it is used on Linux only (macOS has libraries that do not survive a
fork, Windows has no fork), not beside other threads, and not when there is one processor or little memory.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

LEAST_MEMORY = 500  # MB that must be free: what a forked process touches is copied
LEAST_PIECES = 80  # of some milliseconds each; for fewer a second process is not worth its start
T = TypeVar("T")


def side_by_side(work: Callable[[int], T], count: int, progress: Callable[[int], None] | None = None) -> list[T]:
    """Return `work(0)` to `work(count - 1)`, in this order; `progress` is told how many are done.

    The second process begins with the last piece and this one with the first, until they meet; what the second does
    not deliver, because it was ended or fails, is done here. `work` must give the same whoever does it.
    """
    done: dict[int, T] = {}
    if count < LEAST_PIECES or not may_fork():
        for number in range(count):
            done[number] = work(number)
            if progress:
                progress(len(done))
        return list(done.values())
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    helper = context.Process(target=_from_the_end, args=(work, count, ours, theirs), daemon=True)
    helper.start()
    theirs.close()  # else its end is not seen
    try:
        for number in range(count):
            _receive(ours, done)
            if number in done:  # they have met
                break
            done[number] = work(number)
            if progress:
                progress(len(done))
    finally:
        helper.kill()  # it may be at a piece that is done already
        helper.join()
        ours.close()
    return [done[number] for number in range(count)]


def may_fork() -> bool:
    """Say whether a second process helps here and does no harm."""
    if sys.platform != "linux" or threading.active_count() > 1 or current_process().daemon:
        return False
    return len(os.sched_getaffinity(0)) > 1 and _free_memory() >= LEAST_MEMORY


def _free_memory() -> float:
    """Return the memory in MB that programs may still take; none when that is not known."""
    with suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _from_the_end(work: Callable[[int], object], count: int, ours: Connection, theirs: Connection) -> None:
    """Do the pieces from the last one on and send each, until there is nobody to take it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process hears it too, and ends this one
    ours.close()
    try:
        for number in range(count - 1, -1, -1):
            theirs.send((number, work(number)))
    except Exception:  # the other process comes to that piece, fails alike and says so
        return


def _receive(ours: Connection, done: dict[int, T]) -> None:
    """Take what has come; nothing when the other process has ended."""
    with suppress(EOFError, OSError):
        while ours.poll():
            number, value = ours.recv()
            done[number] = value
