"""What kind of answer a question wants - a time, a name, a reason - and what is said where there is none to give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from coach.knowledge.load import Knowledge
from coach.knowledge.needed import ANSWER_WORDS
from coach.knowledge.rehearsing import Dodge
from coach.read.leads import Leads
from coach.read.matcher import RuleMatcher, scan_of
from coach.read.rules import list_rules
from coach.rehearsal.take_up import is_direct, said_back
from coach.text.clauses import clauses
from coach.text.normalize import normalize


@dataclass(frozen=True)
class _Found:
    """The kind of a question, and where in which of its clauses the words for it begin."""

    kind: Dodge
    start: int
    clause: str


class Dodges:
    """Tells the kinds of `knowledge/dodges` apart by their phrases."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._kinds = knowledge.dodges
        self._matcher = RuleMatcher(list_rules(knowledge.dodges, "dodges", "asks"))
        lists = {name: knowledge.word_lists[name] for name in ANSWER_WORDS}
        self._answers = RuleMatcher(list_rules(lists, "language", "words"))
        self._leads = Leads(knowledge)
        self._held = lru_cache(maxsize=1024)(self._find_held)
        self._take_up = knowledge.take_up
        self._said_back = lru_cache(maxsize=256)(self._say_back)
        self._found = lru_cache(maxsize=256)(self._find)  # one line of the seller is asked about in several places

    def of(self, question: str) -> Dodge | None:
        """Return the kind of a question, None for one that no phrase shows.

        The last clause that shows one decides, and in it the words that come first: "if it breaks, who comes when?".
        """
        found = self._found(question)
        return found.kind if found else None

    def wants_yes_or_no(self, question: str, signs: Iterable[str], lang: str) -> bool:
        """Say whether a question of a kind told by question words wants a yes or no for all that: a sign of that
        (`signs`, words of the question) stands in the same clause, in English before them ("do you know who?")."""
        found = self._found(question)
        if found is None or not found.kind.worded:
            return False
        places = [found.clause.find(normalize(sign)) for sign in signs]
        return any(place >= 0 and (lang == "zh" or place < found.start) for place in places)

    def answers(self, question: str, told: Iterable[str]) -> bool:
        """Say whether what is `told` may answer a question of its kind: one for a time names a time."""
        kind = self.of(question)
        return kind is None or kind.tells is None or any(kind.tells in self._held(text) for text in told)

    def said_back(self, question: str, lang: str) -> str | None:
        """Return the question as the buyer says it back, None where no short form of it can be told."""
        return self._said_back(question, lang)

    def _say_back(self, question: str, lang: str) -> str | None:
        asked = self._leads.off(question)
        if lang == "en" and asked != question and not is_direct(asked, self._take_up.en):
            return None  # "may I ask how it is made" has another order of words than a question
        return said_back(asked, self._take_up, lang)

    def _find_held(self, text: str) -> frozenset[str]:
        return frozenset(hit.rule.label for hit in self._answers.match(scan_of(text)))

    def _find(self, question: str) -> _Found | None:
        clean = normalize(self._leads.off(question))
        parts = [clean[start:end] for start, end in clauses(clean)]
        return next((found for part in (*reversed(parts), clean) if (found := self._in(part))), None)

    def _in(self, part: str) -> _Found | None:
        kinds = [_Found(self._kinds[hit.rule.label], hit.start, part) for hit in self._matcher.match(scan_of(part))]
        return min(kinds, key=lambda one: (not one.kind.first, one.start, one.kind.order), default=None)
