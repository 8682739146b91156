"""Tell which clauses go on a list: behind "she asks for" each is a requirement, though alone it looks like none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coach.knowledge.load import Knowledge
from coach.read.matcher import Hit, RuleMatcher, Scan
from coach.read.rules import list_rules
from coach.text.clauses import in_one, sentences

LISTS = ("wanted", "goes_elsewhere", "troubles", "connectives", "reporting")
_OPENS = 4  # words before "said" that may name who said it
_LONGEST = 14  # words of a requirement in a list
Spans = Sequence[tuple[int, int]]


class Listed:
    """Finds lists of requirements and of troubles with the lists in `knowledge/language/`."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._matcher = RuleMatcher(list_rules({name: knowledge.word_lists[name] for name in LISTS}, "listed", "words"))

    def requirements(self, scan: Scan, parts: Spans, is_one: Callable[[int], bool]) -> dict[int, Hit]:
        """Return the clauses that go on a list, each with the words that opened it.

        `is_one` says whether a clause by itself tells a requirement: a list that opens with something else is none.
        """
        leads, spans = self._leads(scan, parts), sentences(scan.clean)
        found: dict[int, Hit] = {}
        lead: Hit | None = None
        for i, (start, end) in enumerate(parts):
            if i in leads:
                lead = leads[i] if _is_bare(leads[i], end, scan) or is_one(i) else None
            elif lead and not in_one(spans, lead.start, start):
                lead = None
            elif lead and self._goes_on(scan, start, end):
                found[i] = lead
            elif lead in found.values():
                lead = None
        return found

    def openings(self, scan: Scan, parts: Spans) -> set[int]:
        """Return the clauses that do no more than open a list: "their conditions are as follows"."""
        return {i for i, lead in self._leads(scan, parts).items() if _is_bare(lead, parts[i][1], scan)}

    def _leads(self, scan: Scan, parts: Spans) -> dict[int, Hit]:
        hits = self._of("wanted", scan)
        inside = {i: [hit for hit in hits if start <= hit.start < end] for i, (start, end) in enumerate(parts)}
        return {i: own[-1] for i, own in inside.items() if own}

    def troubles(self, scan: Scan, parts: Spans) -> set[int]:
        """Return the clauses that stand in a sentence behind words that announce a trouble."""
        leads, spans = self._of("troubles", scan), sentences(scan.clean)
        return {
            i
            for i, (start, end) in enumerate(parts)
            if any(lead.start < end and in_one(spans, lead.start, start) for lead in leads)
        }

    def _of(self, name: str, scan: Scan) -> list[Hit]:
        return [hit for hit in self._matcher.match(scan) if hit.rule.label == name]

    def _goes_on(self, scan: Scan, start: int, end: int) -> bool:
        """Say whether a clause speaks of nothing new: no subject opens it, save in "and he said"."""
        inside = [hit for hit in self._matcher.match(scan) if start <= hit.start and hit.end <= end]
        first, last = _first(scan, start), _after(scan, end)
        moved = True
        while moved:
            reach = {"connectives": first, "reporting": first + _OPENS}
            ties = [h.last for h in inside if h.last > first and h.first <= reach.get(h.rule.label, -1)]
            first, moved = max(ties, default=first), bool(ties)
        if first >= last or last - first > _LONGEST:
            return False
        return not any(hit.rule.label == "goes_elsewhere" and hit.first == first for hit in inside)


def _is_bare(lead: Hit, end: int, scan: Scan) -> bool:
    return not any(word.isalnum() for word in scan.words[lead.last : _after(scan, end)])


def _first(scan: Scan, start: int) -> int:
    return next((i for i, place in enumerate(scan.starts) if place >= start), len(scan.starts))


def _after(scan: Scan, end: int) -> int:
    return next((i for i, place in enumerate(scan.starts) if place >= end), len(scan.starts))
