"""The scale of stances: from an enemy to a coach."""

from __future__ import annotations

VALUES = {"coach": 2, "supporter": 1, "neutral": 0, "opponent": -1, "enemy": -2}  # domain.md, section 3
UNKNOWN = "unknown"


def side_of(label: str) -> int:
    """Return 1 for a stance on our side, -1 for one against us, 0 between."""
    value = VALUES[label]
    return (value > 0) - (value < 0)
