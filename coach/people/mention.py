"""A person named in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """Who is named, and where. `name` as typed; `title` normalised or None; `role` is what the title suggests."""

    name: str
    start: int
    end: int
    title: str | None = None
    role: str | None = None
    named: bool = True  # False when only a title stands for the person
    person: bool = True  # False for a department, which only tells more of a named person
    since: int = 0  # where the words on the person begin; what stands before was a slip of the tongue
    also: tuple[str, ...] = ()  # other names told in the same breath: 老邬,邬志强
    said_of: bool = False  # a bare title that tells what "he" or "she" is
    kin: str = ""  # whose relative it is: in what relation
    owner: str = ""  # and whose, as typed: "his", Rodrigo, 他
    particular: bool = False  # a bare title that tells of what one is in charge: nobody shares it


def places(pattern: re.Pattern[str], clean: str) -> list[Mention]:
    """Return where a pattern is found in a folded text."""
    return [Mention(match.group(), match.start(), match.end()) for match in pattern.finditer(clean)]


def touches(start: int, end: int, others: Iterable[Mention]) -> bool:
    return any(o.start < end and start < o.end for o in others)


def overlaps(mention: Mention, others: Iterable[Mention]) -> bool:
    return touches(mention.start, mention.end, others)


def cut_across(match: re.Match[str], others: Iterable[Mention]) -> bool:
    """Say whether one of the others lies across the match; one inside a longer title does not count."""
    start, end = match.span()
    return any(o.start < end and start < o.end and not (start <= o.start and o.end < end) for o in others)
