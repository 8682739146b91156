"""The newest sound value made from files that people edit: made again in the background, so that nobody waits.

Threads: `value` is one attribute, replaced whole, so it is read without a lock. The lock guards only the decision to
start a thread; there is at most one, and it alone writes `value` and `_made_of`.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from coach.knowledge.load import KnowledgeError

T = TypeVar("T")
log = logging.getLogger(__name__)
_LOOK_AGAIN = 1.0  # seconds between two looks at whether a file was edited


class Newest(Generic[T]):
    """`value`, made by `make` and made again when `stamp` differs; what cannot be made leaves the old value."""

    def __init__(self, stamp: Callable[[], object], make: Callable[[], T]) -> None:
        """Make the first value at once. Raises what `make` raises."""
        self._stamp, self._make = stamp, make
        self._made_of, self._looked = stamp(), time.monotonic()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.value = make()

    def get(self) -> T:
        """Return the newest value there is. Never waits for a newer one, but sees to it that it is made."""
        if time.monotonic() - self._looked > _LOOK_AGAIN:
            self._looked = time.monotonic()
            self._at_work()
        return self.value

    def settled(self, timeout: float) -> bool:
        """Wait until every edit made so far is taken in or refused; False when that takes over `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while thread := self._at_work():
            thread.join(max(0.0, deadline - time.monotonic()))
            if thread.is_alive():
                return False
        return True

    def _at_work(self) -> threading.Thread | None:
        """Return the thread that makes the value, started when there is an edit; None when nothing is to do."""
        with self._lock:
            if self._thread and self._thread.is_alive():
                return self._thread
            if self._stamp() == self._made_of:
                return None
            # a daemon: a process that is told to end does not wait for it
            self._thread = threading.Thread(target=self._renew, name="newest knowledge", daemon=True)
            self._thread.start()
            return self._thread

    def _renew(self) -> None:
        """Make the value until it is made of what the files hold now.

        An edit during the work may have given half of the old and half of the new, sound or not: begun again, and
        neither used nor reported.
        """
        while (stamp := self._stamp()) != self._made_of:
            made, faults = self._attempt()
            if self._stamp() != stamp:
                continue
            if made is not None:
                self.value = made
            for fault in faults:
                log.error("knowledge not reloaded: %s", fault)
            self._made_of = stamp

    def _attempt(self) -> tuple[T | None, list[object]]:
        try:
            return self._make(), []
        except KnowledgeError as error:
            return None, list(error.problems)
        except Exception as error:  # whatever it is, conversations go on with the old value and the log tells
            return None, [repr(error)]
