"""Signs of where a person stands and of the role: the very words, with the rule that read them."""

from __future__ import annotations

from coach.interview.state import Observation
from coach.read.verdict import Verdict
from coach.text.trimmed import shortened

LONGEST = 90  # characters of the words of a sign


def rule_of(verdict: Verdict) -> str:
    return verdict.evidence[0].rule if verdict.evidence else "learned"


def observe(signs: list[Observation], verdict: Verdict, words: str, turn: int) -> None:
    """Add a sign, unless it says nothing or the very words were noted before."""
    if verdict.label in ("unknown", "unsure", "none"):
        return
    words = shortened(words, LONGEST)
    if any(sign.label == verdict.label and sign.quote == words for sign in signs):
        return  # the same words again are no further evidence
    signs.append(Observation(verdict.label, words, rule_of(verdict), verdict.confidence, turn))
