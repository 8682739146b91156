"""A person named in a text."""

from __future__ import annotations

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
    particular: bool = False  # a bare title that tells of what one is in charge: nobody shares it
