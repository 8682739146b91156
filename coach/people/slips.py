"""A name said by mistake and put right in the same breath: "Peter, no sorry, I mean Paul", 是Nowak 不对 是Nowicki."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.people.mention import Mention

_ASIDE = 60  # characters in which the wrong person may be told apart: "Peter's the accountant"


def without_slips(mentions: Sequence[Mention], clean: str, slip: re.Pattern[str]) -> list[Mention]:
    """Return the mentions without those taken back; who is meant instead gets the title of the slip.

    The wrong one stays where the user goes on to tell who that is.
    """
    left, i, slipped = list(mentions), 0, set[str]()
    while i + 1 < len(left):
        wrong = left[i]
        right = _meant(left, i, clean, slip) if wrong.named and wrong.name not in slipped else None
        if right is None:
            i += 1
            continue
        meant = left[right]
        since = left[right - 1].end if right > i + 1 else wrong.end
        left[right] = replace(meant, title=meant.title or wrong.title, role=meant.role or wrong.role, since=since)
        left[i + 1 : right] = [replace(aside, since=wrong.end) for aside in left[i + 1 : right]]
        slipped |= {wrong.name, wrong.name.split()[0]}  # named again, the wrong one is told of for good
        del left[i]
    return left


def _meant(mentions: Sequence[Mention], wrong: int, clean: str, slip: re.Pattern[str]) -> int | None:
    """Return the place of who is meant instead of `wrong`: the next one behind the slip, not named alike."""
    first = mentions[wrong]
    cue = slip.match(clean, first.end)
    if cue is None:
        return None
    for place in range(wrong + 1, len(mentions)):
        other = mentions[place]
        if not other.named or other.start - first.end > _ASIDE:
            return None
        if other.name.split()[0] != first.name.split()[0]:
            behind = clean[mentions[place - 1].end : other.start]
            return place if place == wrong + 1 or slip.fullmatch(behind) else None
    return None
