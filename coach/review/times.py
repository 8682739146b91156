"""Times in transcripts: 12:05, 00:01:02.500, 83.4 seconds."""

from __future__ import annotations

import re

TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_TIME = re.compile(rf"^{TIME}$")
_SECONDS = re.compile(r"^\d+(?:\.\d+)?$")
_MINUTE = 60


def seconds_of(text: str) -> float | None:
    """Return the seconds that `text` names (hh:mm:ss, mm:ss, or a number of seconds), None when it is no time."""
    text = text.strip()
    if _SECONDS.match(text):
        return float(text)
    if not _TIME.match(text):
        return None
    total = 0.0
    for part in text.replace(",", ".").split(":"):
        total = total * _MINUTE + float(part)
    return total


def clock(seconds: float | None) -> str:
    """Return mm:ss, or h:mm:ss from an hour on; "" when unknown."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
