"""A need found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from coach.read.verdict import Verdict

EDGES = " ,，.。;；:：、!！?？-\n\t"


@dataclass(frozen=True)
class FoundNeed:
    """A need in a text, with its own quote."""

    topic: str
    start: int
    end: int
    quote: str
    verdict: Verdict

    @property
    def level(self) -> str:
        return self.verdict.label


def trim(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return the span without spaces and marks at its ends."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end
