"""What a reviewer listens for beside the readers: objections, agreement, how a seller introduces himself."""

from __future__ import annotations

from datetime import date

from coach.context import Tools
from coach.read.matcher import Hit, Rule, RuleMatcher, Scan, scan_of
from coach.read.negation import Negation
from coach.read.rules import list_rules
from coach.text.clauses import sentences
from coach.text.dates import find_date
from coach.text.normalize import normalize


class Ear:
    """The phrases of `knowledge/objections` and `knowledge/review.yml`, compiled."""

    def __init__(self, tools: Tools) -> None:
        numbers = tools.knowledge.reviewing
        self._manners = tools.manners
        lists = tools.knowledge.word_lists
        self._negation = Negation(lists["negation_before"], lists["negation_after"])
        self._objections = RuleMatcher(list_rules(tools.knowledge.objections, "objections", "says"))
        self._own = RuleMatcher(
            Rule(f"review/{label}", "review", label, phrases.all(), True)
            for label, phrases in (("agrees", numbers.agrees), ("introduces", numbers.introduces))
        )

    def objections(self, scan: Scan) -> list[Hit]:
        """Return the objections in a customer's words, each kind once."""
        found: dict[str, Hit] = {}
        for hit in self._objections.match(scan):
            found.setdefault(hit.rule.label, hit)
        return list(found.values())

    def objections_by_sentence(self, scan: Scan) -> list[tuple[str, Hit]]:
        """Return each objection with its sentence; of several in one sentence the one that most words show."""
        hits = self.objections(scan)
        found = []
        for start, end in sentences(scan.clean):
            inside = [hit for hit in hits if start <= hit.start < end]
            if inside:
                found.append(
                    (scan.text[start:end].strip(), max(inside, key=lambda hit: (hit.last - hit.first, -hit.start)))
                )
        return found

    def introduces(self, scan: Scan) -> bool:
        """Say whether the words open a call as sellers do."""
        return any(hit.rule.label == "introduces" for hit in self._own.match(scan))

    def agrees(self, text: str) -> bool:
        """Say whether a customer's words accept what was proposed; a yes with an objection does not."""
        opened, _ = self._manners.starts_with(text)
        said_yes = opened == "yes" or self._manners.whole(text) == "yes"
        return (said_yes or self._accepts(text)) and not self._resists(text)

    def takes_up(self, text: str, today: date) -> bool:
        """Say whether a customer's words come back to a step that was proposed before: accept it and name a day.

        A bare yes may answer something else that was said meanwhile.
        """
        named = find_date(normalize(text), today) is not None
        return named and self._accepts(text) and not self._resists(text)

    def _accepts(self, text: str) -> bool:
        scan = scan_of(text)
        hits = [hit for hit in self._own.match(scan) if hit.rule.label == "agrees"]
        return bool(self._negation.drop_negated(scan, hits))  # "I don't think that works" accepts nothing

    def _resists(self, text: str) -> bool:
        return self._manners.starts_with(text)[0] == "no" or bool(self.objections(scan_of(text)))
