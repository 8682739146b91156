"""Read a correction: what is taken back, and what takes its place ("not Zhang but Wang", 不是张工,是王工)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.knowledge.load import Knowledge
from coach.read.found import EDGES
from coach.read.matcher import Hit, RuleMatcher, Scan, scan_of
from coach.read.rules import list_rules
from coach.text.amounts import amounts_in
from coach.text.clauses import sentences
from coach.text.period_patterns import OFTEN, SPAN
from coach.text.periods import periods_in

LISTS = (
    "corrections", "opens_correction", "opens_amount", "says_again", "taken_back", "put_instead", "look_alikes",
)  # fmt: skip
_COMMA = re.compile(r"[,，;；]")
_DID = re.compile(r"\b(?:do|does|did|have|has|had|can|could|will|would|should|shall|may|might|must) $")
_MEANT = re.compile(r" (?:mean|say|write|type)\b")
_MOST_OF_AN_AMOUNT = 8  # words behind "sorry" that only put a number right
_BESIDE_A_DAY = 3  # words that may follow there: "no, on Thursday please", but not 不好意思，今天先到这里
_MARKS = frozenset(",，.。;；:：、!！?？-")


@dataclass(frozen=True)
class Correction:
    """`wrong` is taken back and `right` takes its place; `admitted` when the user says that it was a mistake.

    `before` is what stands ahead of the wrong part: the claim in "I said Anna is for us, I was wrong: ...". `claim` are
    the words that take back, which may hold the claim: 前面说的45天不对. `weak` where they may open anything
    ("sorry, ...", "I said ..."): then only a number or a period is put right.
    """

    wrong: str
    right: str
    before: str
    admitted: bool
    claim: str = ""
    weak: bool = False


class CorrectionReader:
    """Finds corrections with the lists in `knowledge/language/`."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._matcher = RuleMatcher(list_rules({name: knowledge.word_lists[name] for name in LISTS}, "mend", "words"))

    def read(self, text: str) -> Correction | None:
        """Return the correction in `text`, None when it takes nothing back."""
        scan = scan_of(text)
        hits = self._matcher.match(scan)
        cues = [hit for hit in hits if hit.rule.label == "corrections"]
        alike = [hit for hit in hits if hit.rule.label == "look_alikes"]  # "not yet" takes nothing back
        backs = [hit for hit in hits if hit.rule.label == "taken_back" and not _inside(hit, [*cues, *alike])]
        for back in backs:
            if _DID.search(scan.clean, 0, back.start) and not _MEANT.match(scan.clean, back.end):
                continue  # "we did not speak" takes nothing back, "I did not say Monday but Friday" does
            if found := self._swap(scan, back, hits, cues):
                return found
        cues = cues or [hit for hit in hits if hit.rule.label == "opens_correction" and hit.first == 0]
        return self._after_cue(scan, cues) if cues else self._of_an_amount(scan, hits)

    def _of_an_amount(self, scan: Scan, hits: Sequence[Hit]) -> Correction | None:
        """Read "sorry, four pallets", "no, every ten days" and "I said two, it was three", which may put that right."""
        opened = [hit for hit in hits if hit.first == 0 and hit.rule.label == "opens_amount"]
        if opened:
            last = max(opened, key=lambda hit: hit.last)
            right = self._plain(scan.text[last.end :])
            if _puts_right(right) and len(scan.words) - last.last <= _MOST_OF_AN_AMOUNT:
                return Correction("", right, "", False, weak=True)
        if any(hit.first == 0 and hit.rule.label == "says_again" for hit in hits):
            return Correction("", scan.text, "", False, weak=True)
        return None

    def _swap(self, scan: Scan, back: Hit, hits: Sequence[Hit], cues: Sequence[Hit]) -> Correction | None:
        """Read "not A but B", "not A, B" and "B, not A" around the word that takes back."""
        start, end = _sentence_of(back.start, scan)
        instead = next(
            (h for h in hits if h.rule.label == "put_instead" and back.last <= h.first and h.start < end), None
        )
        marks = [i for i in range(back.last, len(scan.words)) if scan.words[i] in _MARKS and scan.starts[i] < end]
        stop = min([end, *(scan.starts[i] for i in marks[:1]), *([instead.start] if instead else [])])
        wrong = _clean(scan.text[back.end : stop])
        before = _without(scan.text, start, back.start, cues)
        after = scan.text[(instead.end if instead and instead.start - stop <= 2 else stop) : end]
        right = _clean(_without(scan.text, end - len(after), end, cues))
        if not wrong:
            return None
        sorry = (_clean(scan.text[hit.start : hit.end]) for hit in hits if hit.rule.label == "opens_amount")
        if right in sorry:
            right = ""  # "40, not 14, sorry"
        if not right:
            right, before = self._plain(next((part for part in reversed(_COMMA.split(before)) if _clean(part)), "")), ""
        return Correction(wrong, right, _clean(before), bool(cues)) if right else None

    def _after_cue(self, scan: Scan, cues: Sequence[Hit]) -> Correction:
        first, last = cues[0], cues[-1]
        before, right = _clean(scan.text[: first.start]), _clean(scan.text[last.end :])
        return Correction("", self._plain(right), before, True, scan.text[first.start : first.end])

    def _plain(self, words: str) -> str:
        """Return the words without a linking "it is" or 应该是 before them."""
        words = _clean(words)
        hits = self._matcher.match(scan_of(words))
        link = next(
            (h for h in hits if h.first == 0 and h.rule.label == "put_instead" and _is_link(words[: h.end])), None
        )
        return _clean(words[link.end :]) if link else words


def _puts_right(words: str) -> bool:
    """Say whether words begin with an amount or a period, or are little more than a day or an hour."""
    if any(amount.start == 0 for amount in amounts_in(words)[:1]):
        return True
    first = next((period for period in periods_in(words)[:1] if period.start == 0), None)
    beside = len(scan_of(words[first.end :]).words) if first else 0
    return first is not None and (first.kind in (OFTEN, SPAN) or beside <= _BESIDE_A_DAY)


def _is_link(words: str) -> bool:
    """是 and "it's" only link; "she's" tells who is meant and stays."""
    return words.lower().strip() not in ("he's", "she's", "he is", "she is", "they are", "they're")


def _inside(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(other.first < hit.last and hit.first < other.last for other in others)


def _sentence_of(place: int, scan: Scan) -> tuple[int, int]:
    spans = sentences(scan.clean)
    return next(((start, end) for start, end in spans if start <= place < end), (0, len(scan.text)))


def _without(text: str, start: int, end: int, cues: Sequence[Hit]) -> str:
    """Return a part of the text without the words that only say "I was wrong"."""
    for cue in reversed(cues):
        if start <= cue.start and cue.end <= end:
            text, end = text[: cue.start] + text[cue.end :], end - (cue.end - cue.start)
    return text[start:end]


def _clean(words: str) -> str:
    return words.strip(EDGES + "“”\"'")
