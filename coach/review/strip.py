"""A row of small bars for the terminal: how much fell in each tenth of the call."""

from __future__ import annotations

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"
_NOTHING = "·"


def strip(counts: Sequence[int], most: int) -> str:
    """Return one character a count; `most` is the count that fills the height, a dot stands for none."""
    return "".join(_bar(count, most) for count in counts)


def _bar(count: int, most: int) -> str:
    if count <= 0:
        return _NOTHING
    return _BARS[min(len(_BARS), max(1, round(len(_BARS) * count / max(1, most)))) - 1]
