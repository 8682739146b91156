"""Tell which clauses go on a list: behind "she asks for" each is a requirement, though alone it looks like none."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from coach.knowledge.load import Knowledge
from coach.read.matcher import Hit, RuleMatcher, Scan
from coach.read.rules import list_rules
from coach.text.clauses import in_one, sentences

LISTS = ("wanted", "wanted_above", "goes_elsewhere", "troubles", "connectives", "reporting")
_OPENS = 4  # words before "said" that may name who said it
_LONGEST = 14  # words of a requirement in a list
_CLOSES = 3  # characters behind a lead that may end its sentence
_AMOUNT = re.compile(r"\d|\b[A-Z]{2,}\b|[一二两三四五六七八九十百千万半]+[个天年月周台件套块吨米批次成条样]")
_ACT = re.compile(r"\s*(?:to|us|me|him|her|you|our)\b|[来去见跟和同给]")  # "they want to meet on the 9th"
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
                if lead is None and _names_one(leads[i], end, scan):
                    lead = found[i] = leads[i]
            elif lead and not (in_one(spans, lead.start, start) or self._heads(lead, spans, start, scan)):
                lead = None
            elif lead and self._goes_on(scan, start, end):
                found[i] = lead
            elif lead in found.values():
                lead = None
        return {**self._above(scan, parts), **found}

    def _above(self, scan: Scan, parts: Spans) -> dict[int, Hit]:
        """Return the clauses of a list that ends "... is what she wants", each with the words that end it."""
        found: dict[int, Hit] = {}
        spans = sentences(scan.clean)
        for i, end in self._ends(scan, parts).items():
            first = next((a for a, b in spans if a <= end.start < b), 0)
            if not any(first <= a < parts[i][0] for a, _ in parts):
                first = 0  # "A hotline. Two spare fans. That's her list."
            for j in range(i - 1, -1, -1):
                if parts[j][0] < first or not self._goes_on(scan, *parts[j]):
                    break
                found[j] = end
        return found

    def parted(self, scan: Scan, parts: Spans) -> list[tuple[int, int]]:
        """Return the clauses, the words that end a list apart: "a training day | is what she wants"."""
        ends = self._ends(scan, parts)
        cuts = {i: end.start for i, end in ends.items() if not _is_bare_before(end, parts[i][0], scan)}
        pieces = [[(a, cuts[i]), (cuts[i], b)] if i in cuts else [(a, b)] for i, (a, b) in enumerate(parts)]
        return [piece for both in pieces for piece in both]

    def _ends(self, scan: Scan, parts: Spans) -> dict[int, Hit]:
        """Return the clauses with words that end a list; 不是她要的 ends none."""
        hits = [
            hit for hit in self._of("wanted_above", scan) if scan.words[max(0, hit.first - 1) : hit.first] != ["不"]
        ]
        inside = {
            i: [hit for hit in hits if start < hit.end and hit.start < end] for i, (start, end) in enumerate(parts)
        }
        return {i: min(own, key=lambda hit: hit.first) for i, own in inside.items() if own}

    def beside(self, scan: Scan, parts: Spans, told: Collection[int]) -> dict[int, int]:
        """Return the clauses that go on a list which nothing opened, each with one of its requirements.

        `told` are the clauses that tell requirements by themselves: two of them in a row are a list.
        """
        spans = sentences(scan.clean)
        found: dict[int, int] = {}
        for step in (1, -1):
            for i in sorted(told, reverse=step < 0):
                if i - step not in told or not in_one(spans, parts[i - step][0], parts[i][0]):
                    continue
                j = i + step
                while 0 <= j < len(parts) and j not in told and in_one(spans, parts[i][0], parts[j][0]):
                    if not self._goes_on(scan, *parts[j]):
                        break
                    found.setdefault(j, i)
                    j += step
        return found

    def _heads(self, lead: Hit, spans: Spans, start: int, scan: Scan) -> bool:
        """Say whether a lead is all that its sentence holds, and the clause is of the next: "Their wish list. ..."."""
        for (_, end), (opens, closes) in zip(spans, spans[1:], strict=False):
            if opens <= start < closes:
                return lead.start < end and lead.end > end - _CLOSES and _is_bare(lead, end, scan)
        return False

    def openings(self, scan: Scan, parts: Spans) -> set[int]:
        """Return the clauses that do no more than open or end a list: "their conditions are", "that is her list"."""
        ends = {i for i, end in self._ends(scan, parts).items() if _is_bare_before(end, parts[i][0], scan)}
        return ends | {i for i, lead in self._leads(scan, parts).items() if _is_bare(lead, parts[i][1], scan)}

    def asked(self, scan: Scan, parts: Spans) -> set[int]:
        """Return the clauses with words by which something is asked for: "what he wants is an oak frame"."""
        return set(self._leads(scan, parts))

    def _leads(self, scan: Scan, parts: Spans) -> dict[int, Hit]:
        ends = self._of("wanted_above", scan)  # "is what she wants" opens nothing
        hits = [h for h in self._of("wanted", scan) if not any(e.first < h.last and h.first < e.last for e in ends)]
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
    return not any(word[0].isalnum() for word in scan.words[lead.last : _after(scan, end)])


def _is_bare_before(end: Hit, start: int, scan: Scan) -> bool:
    return not any(word[0].isalnum() for word in scan.words[_first(scan, start) : end.first])


def _names_one(lead: Hit, end: int, scan: Scan) -> bool:
    """Say whether a requirement follows a lead in its clause: an amount, a code such as IP67 or DAP."""
    words = scan.text[scan.starts[lead.last] : end] if lead.last < len(scan.words) else ""
    return bool(_AMOUNT.search(words)) and not _ACT.match(words)


def _first(scan: Scan, start: int) -> int:
    return next((i for i, place in enumerate(scan.starts) if place >= start), len(scan.starts))


def _after(scan: Scan, end: int) -> int:
    return next((i for i, place in enumerate(scan.starts) if place >= end), len(scan.starts))
