"""Read a plain transcript: `Name: words`, with or without times, words going on over lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.review.speakers import given_speakers
from coach.review.times import TIME, seconds_of
from coach.review.utterance import Raw, Transcript

_TIMED = re.compile(rf"^[\[(（【]?(?P<time>{TIME})(?:\s*(?:-->|-|–|~)\s*{TIME})?[\])）】]?[\s,，-]*(?P<rest>.*)$")
_DECORATION = re.compile(r"^(?:[-*•>#]+\s+)?")
_BOLD = re.compile(r"\*\*|__")


def read_lines(text: str, nobody: Iterable[str]) -> Transcript:
    """Return the transcript in `text`."""
    return given_speakers(list(_raws(text)), nobody, every_line=True)


def _raws(text: str) -> Iterable[Raw]:
    for number, line in enumerate(text.splitlines(), 1):
        words = _BOLD.sub("", _DECORATION.sub("", line.strip(" \t\u3000\ufeff"))).strip()
        if not words:
            continue
        timed = _TIMED.match(words)
        if timed and timed["rest"]:
            yield Raw(number, timed["rest"], seconds_of(timed["time"]), timed=True)
        else:
            yield Raw(number, words)
