"""Tell whom a complaint is about: a supplier that the customer has today is no word against us."""

from __future__ import annotations

import re

from coach.knowledge.load import Knowledge
from coach.read.matcher import Hit, RuleMatcher, Scan
from coach.read.rules import list_rules
from coach.text.clauses import clauses

LISTS = ("rivals", "brands", "complaints", "preferences", "ourselves")
_WORD_BEFORE = re.compile(r"(?:\b(?:that|with|at|about|by|of|from|how|because|when)|[a-z]{3,}s|[,;]) $", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w&-]+")

Span = tuple[int, int]


class Rivals:
    """Finds what is said against a present supplier or a rival, with the lists in `knowledge/language/`."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._matcher = RuleMatcher(list_rules({name: knowledge.word_lists[name] for name in LISTS}, "side", "words"))
        people = ("given_names", "surnames", "not_names")
        self._no_brand = {
            word.lower() for name in people for word in knowledge.word_lists[name].words.en if isinstance(word, str)
        }

    def blamed(self, scan: Scan) -> list[Span]:
        """Return the clauses that complain of a rival and not of us, as spans of the text.

        A complaint without an object ("and complains all the time") belongs to the rival of a clause beside it.
        """
        hits = self._matcher.match(scan)
        spans = clauses(scan.clean)
        marks = [self._marks(span, hits, scan) for span in spans]
        blamed = [
            span
            for i, span in enumerate(spans)
            if "complaints" in marks[i] and "ourselves" not in marks[i] and ("rivals" in marks[i] or _beside(marks, i))
        ]
        return blamed

    def preferred(self, scan: Scan) -> Hit | None:
        """Return the word by which somebody prefers a rival, and not us, in one clause."""
        hits = self._matcher.match(scan)
        for span in clauses(scan.clean):
            marks = self._marks(span, hits, scan)
            if "rivals" in marks and not marks & {"ourselves", "complaints"}:
                inside = (h for h in hits if h.rule.label == "preferences" and span[0] <= h.start < span[1])
                if word := next(inside, None):
                    return word
        return None

    def complaints(self, scan: Scan) -> list[Span]:
        """Return where complaint words stand."""
        return [(hit.start, hit.end) for hit in self._matcher.match(scan) if hit.rule.label == "complaints"]

    def _marks(self, span: Span, hits: list[Hit], scan: Scan) -> set[str]:
        inside = [hit for hit in hits if span[0] <= hit.start < span[1]]
        rivals = [hit for hit in inside if hit.rule.label in ("rivals", "brands")]
        marks = {hit.rule.label for hit in inside if hit.rule.label == "complaints"}
        if rivals or ("complaints" in marks and self._unknown_brand(span, scan)):
            marks.add("rivals")
        own = (hit for hit in inside if hit.rule.label == "ourselves")
        if any(not any(r.start <= hit.start and hit.end <= r.end for r in rivals) for hit in own):
            marks.add("ourselves")  # "our supplier" in the customer's mouth is not us
        return marks

    def _unknown_brand(self, span: Span, scan: Scan) -> bool:
        """A capitalised word behind "about" or "that" that is no known name of a person: some firm."""
        return any(
            match.group().lower() not in self._no_brand and _WORD_BEFORE.search(scan.text, span[0], match.start())
            for match in _NAME.finditer(scan.text, *span)
        )


def _beside(marks: list[set[str]], i: int) -> bool:
    near = [marks[k] for k in (i - 1, i + 1) if 0 <= k < len(marks)]
    return any("rivals" in mark and "ourselves" not in mark for mark in near)
