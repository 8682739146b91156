"""The needs in one turn of a customer: wants each by itself, what lies behind them as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from coach.knowledge.scenario import Level
from coach.read.found import FoundNeed
from coach.read.needs import needs_in
from coach.read.reader import Reader
from coach.text.clauses import sentences

_LONGEST = 200  # characters of a joined quote


@dataclass(frozen=True)
class Heard:
    """A need as it was said: `rule` and `words` are the evidence."""

    level: str
    topic: str
    quote: str
    rule: str
    words: str


def needs_heard(text: str, reader: Reader, confident: Mapping[Level, float]) -> list[Heard]:
    """Return the needs for which a sure rule or a confident model speaks, in order of place.

    A customer tells one trouble in several clauses, so that a turn holds one latent and one deep need at most; of
    wants each topic counts.
    """
    placed = [
        (span, need)
        for span in sentences(text)
        for need in needs_in(text[slice(*span)], reader)
        if _is_certain(need, confident)
    ]
    found: list[tuple[int, Heard]] = []
    topics: set[str] = set()
    for (start, _), need in placed:
        if need.level == "surface" and need.topic not in topics:
            topics.add(need.topic)
            found.append((start + need.start, _heard(need, need.quote)))
    for level in ("latent", "deep"):
        if own := [(span, need) for span, need in placed if need.level == level]:
            quote = _sentences(text, [span for span, _ in own]) or own[0][1].quote
            found.append((own[0][0][0], _heard(_best([need for _, need in own]), quote)))
    return [heard for _, heard in sorted(found, key=lambda pair: pair[0])]


def _is_certain(need: FoundNeed, confident: Mapping[Level, float]) -> bool:
    return need.verdict.is_sure or need.verdict.confidence >= confident[cast(Level, need.level)]


def _best(needs: Sequence[FoundNeed]) -> FoundNeed:
    """The first for which a sure rule speaks, else the one of which the model is surest."""
    return max(needs, key=lambda n: (n.verdict.is_sure, n.verdict.confidence))


def _sentences(text: str, spans: list[tuple[int, int]]) -> str:
    """The sentences in which these needs stand, or the first alone; "" when even that is too long to quote."""
    for end in (spans[-1][1], spans[0][1]):
        if len(words := text[spans[0][0] : end].strip()) <= _LONGEST:
            return words
    return ""


def _heard(need: FoundNeed, quote: str) -> Heard:
    proofs = need.verdict.evidence
    rule = proofs[0].rule if proofs else f"learned.need.{need.level}"
    return Heard(need.level, need.topic, quote, rule, proofs[0].text if proofs else need.quote)
