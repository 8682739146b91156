"""A need found in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.knowledge.needed import GENERAL_TOPICS
from coach.read.matcher import Hit
from coach.read.reader import ScannedText
from coach.read.verdict import Verdict

MAX_QUOTE = 120  # characters of a quote that is shown
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


def found_need(
    part: ScannedText, verdict: Verdict, hits: Sequence[Hit], start: int, *, placed: Verdict | None = None
) -> FoundNeed:
    """Return the need that `part` tells, which begins at `start` of the text; `placed`: a verdict on the whole."""
    topic = _topic(verdict.label, hits, part.hits("about"))
    return FoundNeed(topic, start, start + len(part.text), part.text, placed or verdict.moved(start))


def _topic(level: str, hits: Sequence[Hit], about: Sequence[Hit]) -> str:
    """Return what a need of `level` is about: where its rules name nothing more special, what `about` says.

    Words that reach over a likely phrase say it too: "50 pallets" are a quantity, no packing.
    """
    best, named = _best(level, hits), _best(level, about)
    general = best is None or best.rule.topic == GENERAL_TOPICS[level]
    if named and (general or best and not best.rule.sure and _reaches(named, best)):
        return named.rule.topic
    return best.rule.topic if best else GENERAL_TOPICS[level]


def _best(level: str, hits: Sequence[Hit]) -> Hit | None:
    own = [hit for hit in hits if hit.rule.label == level]
    general = GENERAL_TOPICS[level]
    return max(own, key=lambda h: (h.rule.sure, h.rule.topic != general, h.end - h.start, -h.start), default=None)


def _reaches(first: Hit, other: Hit) -> bool:
    return first.start <= other.start < first.end


def trim(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return the span without spaces and marks at its ends."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end
