"""Tell which clauses of a salesperson's report say nothing of what the customer needs."""

from __future__ import annotations

import re

from coach.knowledge.load import Knowledge
from coach.read.coverage import covers
from coach.read.matcher import Hit, RuleMatcher, Scan
from coach.read.rules import list_rules
from coach.text.language import has_han

LISTS = ("asides", "myself", "ourselves", "reporting", "connectives", "fillers")
_LONG = 3  # words of an aside that make a short clause one: "one more about the buyer"
_SENTENCE = 5  # words of one that makes any clause one: "we want to sell them"
_SHORT = 6  # words (Chinese: characters) beside a shorter one: more tell something, 付款呢想做到港后九十天
_OTHERS = re.compile(r"[他她]|\b(?:he|she|they|him|her|his|their|them)\b")
_QUOTE = re.compile(r"\"|(?:^|[\s,:])'$|(?:^|[\s,:])'(?=\w)")  # not the one in "don't"
_SCRAP = 3  # words (Latin) or characters (Chinese) that are too few to show a need to a model


class Asides:
    """Finds asides, the salesperson's own doings and mere lead-ins with the lists in `knowledge/language/`."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._matcher = RuleMatcher(list_rules({name: knowledge.word_lists[name] for name in LISTS}, "aside", "words"))

    def is_phrase(self, scan: Scan) -> bool:
        """Say whether a clause is nothing but an aside: "fair enough", 再说一个采购."""
        of = self._of(scan)
        asides = of["asides"]
        words = sum(1 for word in scan.words if word[0].isalnum())
        least = _LONG if words - max((hit.last for hit in asides), default=0) <= _SHORT else _SENTENCE
        if any(hit.first <= 1 and hit.last - hit.first >= least for hit in asides):
            return True
        return bool(asides) and covers([*asides, *of["fillers"], *of["connectives"]], scan)

    def is_aside(self, scan: Scan) -> bool:
        """Say whether a clause is an aside, is about the salesperson alone, or only leads up to what somebody said."""
        of = self._of(scan)
        if self.is_phrase(scan) or any(hit.last == len(scan.words) for hit in of["reporting"]):
            return True
        told = [*of["reporting"], *of["ourselves"]]
        return any(not _inside(hit, told) for hit in _unquoted(of["myself"], scan))

    def is_own(self, scan: Scan) -> bool:
        """Say whether the salesperson speaks of themselves, and of nobody else: "my bonus hangs on it"."""
        of = self._of(scan)
        return not of["reporting"] and bool(_unquoted(of["myself"], scan)) and not _OTHERS.search(scan.clean)

    def _of(self, scan: Scan) -> dict[str, list[Hit]]:
        hits = self._matcher.match(scan)
        return {name: [hit for hit in hits if hit.rule.label == name] for name in LISTS}


def is_scrap(scan: Scan) -> bool:
    """Say whether a clause is so short that a model fitted on whole utterances cannot judge it: "no no"."""
    words = [word for word in scan.words if word[0].isalnum()]
    if any(word[0].isdigit() for word in words):
        return False
    return len(words) < _SCRAP + any(has_han(word[0]) for word in words)


def _unquoted(hits: list[Hit], scan: Scan) -> list[Hit]:
    """Return the hits outside quotes: in “我睡不着” and 'I can't sleep' the customer speaks."""
    return [hit for hit in hits if not _QUOTE.search(scan.clean[: hit.start])]


def _inside(hit: Hit, others: list[Hit]) -> bool:
    return any(other.first <= hit.first and hit.last <= other.last for other in others)
