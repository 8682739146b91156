"""Slows down whoever tries one wrong link after the other."""

from __future__ import annotations

import time
from collections import OrderedDict

TRIES, WITHIN_S = 10, 900
REMEMBERED = 10_000  # addresses; the oldest are forgotten first


class Limit:
    """Counts failures by the address they come from."""

    def __init__(self, tries: int = TRIES, within_s: int = WITHIN_S) -> None:
        self._tries, self._within_s = tries, within_s
        self._failed: OrderedDict[str, list[float]] = OrderedDict()

    def wait_s(self, address: str) -> int:
        """Return for how many seconds nothing is taken from the address; 0: now."""
        recent = self._recent(address)
        return 0 if len(recent) < self._tries else int(recent[-self._tries] + self._within_s - time.time()) + 1

    def failed(self, address: str) -> None:
        """Note a failure."""
        self._failed[address] = [*self._recent(address), time.time()][-self._tries :]
        self._failed.move_to_end(address)
        if len(self._failed) > REMEMBERED:
            self._failed.popitem(last=False)

    def _recent(self, address: str) -> list[float]:
        return [at for at in self._failed.get(address, ()) if at + self._within_s > time.time()]
