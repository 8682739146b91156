"""Which of the needs that were told a line takes up: in particular words of that need, or of its topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.read.echo import is_echoed
from coach.read.seller import SellerLine
from coach.read.topics import NEED, OWN, TopicSign
from coach.read.verdict import Evidence

DEEPEST_FIRST = ("deep", "latent", "surface")


@dataclass(frozen=True)
class Told:
    """A need that the customer told: its id, depth, topics and the words in which it was told.

    `before`: what had to be said before it. Its words lead to the need from anywhere, so they link to nothing.
    """

    id: str
    level: str
    topics: frozenset[str]
    said: str
    before: str = ""


def met_need(line: SellerLine, told: Sequence[Told]) -> tuple[Told, Evidence] | None:
    """Return the told need that the line takes up, the deepest first, and the words that do it.

    Words that fit any sale ("good", "price", 问题) link to nothing, though the customer used them too.
    """
    deepest = sorted(told, key=lambda need: DEEPEST_FIRST.index(need.level))
    for need in deepest:
        for word in line.content:
            if is_echoed(word.text, need.said) and not is_echoed(word.text, need.before):
                return need, word
    signs = [sign for sign in line.topics if _is_particular(sign, line)]
    return next(((need, sign.evidence) for need in deepest for sign in signs if sign.topic in need.topics), None)


def _is_particular(sign: TopicSign, line: SellerLine) -> bool:
    """Say whether words of the scenario's own point to the topic, or some that do not fit any sale."""
    proof = sign.evidence
    return sign.weight >= OWN or (
        sign.weight >= NEED and any(word.start < proof.end and proof.start < word.end for word in line.content)
    )
