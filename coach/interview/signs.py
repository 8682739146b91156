"""Signs of where a person stands and of the role: the very words, with the rule that read them."""

from __future__ import annotations

from coach.interview.state import Observation
from coach.read.verdict import Verdict
from coach.text.trimmed import trimmed


def rule_of(verdict: Verdict) -> str:
    return verdict.evidence[0].rule if verdict.evidence else "learned"


def observe(signs: list[Observation], verdict: Verdict, words: str, turn: int) -> None:
    """Add a sign, unless it says nothing or the very words were noted before."""
    if verdict.label in ("unknown", "unsure", "none"):
        return
    words = _short(words)
    if any(sign.label == verdict.label and sign.quote == words for sign in signs):
        return  # the same words again are no further evidence
    signs.append(Observation(verdict.label, words, rule_of(verdict), verdict.confidence, turn))


def _short(words: str, limit: int = 90) -> str:
    """Return the words without the mark of their clause, cut at a word's end when they are long."""
    words = trimmed(words)
    if len(words) <= limit:
        return words
    cut = words[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut).rstrip() + "…"
