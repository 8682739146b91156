"""What is asked, without the words that politely lead up to it: "may I ask you to tell me how many ...?"."""

from __future__ import annotations

from coach.knowledge.load import Knowledge
from coach.read.matcher import RuleMatcher, scan_of
from coach.read.rules import list_rules
from coach.text.clauses import clauses

_MARKS = " ,.;:!，。；：、"
LEADS = "leads_up"


class Leads:
    """Knows the words of `knowledge/language/leads_up.yml`."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._matcher = RuleMatcher(list_rules({LEADS: knowledge.word_lists[LEADS]}, "language", "words"))

    def off(self, question: str) -> str:
        """Return the question without what leads up to it."""
        return question[self.end(question) :].lstrip(_MARKS)

    def end(self, question: str) -> int:
        """Return where what is asked begins behind the last words that lead up to it, 0 where none do.

        They stand at the beginning of a clause: "thank you; may I ask how ...".
        """
        scan = scan_of(question)
        starts = {start for start, _ in clauses(question)}
        ends = [hit.end for hit in self._matcher.match(scan) if self._begins(question, hit.start, starts)]
        last = max(ends, default=0)
        return last if question[last:].strip(_MARKS + "?？") else 0

    def _begins(self, question: str, start: int, starts: set[int]) -> bool:
        return any(not question[clause:start].strip(_MARKS) for clause in starts if clause <= start)
