"""Tell which hits are taken back by their clause: "no complaints", "quality is fine"."""

from __future__ import annotations

from collections.abc import Sequence

from coach.knowledge.schema import WordList
from coach.read.matcher import Hit, Rule, RuleMatcher, Scan

REACH_BEFORE = 4  # tokens between a negation and what it takes back; measured on tests/read/test_negation.py
REACH_AFTER = 3
_STOPS = frozenset(",.;:!?、")
_TURNS = frozenset(["but", "however", "except", "but,", "但", "可"])


class Negation:
    """Finds negations with the word lists `negation_before` and `negation_after`."""

    def __init__(self, before: WordList, after: WordList) -> None:
        self._matcher = RuleMatcher(
            [
                Rule("before", "negation", "before", before.words.all()),
                Rule("after", "negation", "after", after.words.all()),
            ]
        )

    def drop_negated(self, scan: Scan, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits that stand. A hit that holds the negation itself ("can't explain") stands."""
        marks = self._matcher.match(scan)
        if not marks:
            return list(hits)
        return [hit for hit in hits if not any(_takes_back(mark, hit, scan.words) for mark in marks)]


def _takes_back(mark: Hit, hit: Hit, words: Sequence[str]) -> bool:
    if mark.first < hit.last and hit.first < mark.last:
        return False
    if mark.rule.label == "before":
        between = words[mark.last : hit.first]
        near = 0 <= hit.first - mark.last <= REACH_BEFORE
    else:
        between = words[hit.last : mark.first]
        near = 0 <= mark.first - hit.last <= REACH_AFTER
    return near and not (_STOPS | _TURNS).intersection(between)
