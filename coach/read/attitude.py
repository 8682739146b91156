"""Where somebody stands by all that is told of them: no clause alone need be clear, several together are.

A salesperson tells in passing where a person stands, among duties, wishes and worries that tell nothing of it. So a
model of its own reads clause by clause; it is also fitted on what tells who somebody is in the purchase and what they
need, as examples of what shows no stance. What the clauses hint at is pooled: docs/stances.md explains the rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import Path

from coach.knowledge.load import Knowledge
from coach.people.scale import VALUES
from coach.read.learned import Learned
from coach.read.matcher import Scan, scan_of
from coach.read.verdict import Evidence, Verdict
from coach.text.clauses import clauses, sentences
from coach.text.run_on import pieces

TASK = "attitude"
RULE = f"learned.{TASK}."  # how the id of what only this model heard begins
HINT = 0.4  # chance from which a clause hints at a stance
LEAST = 0.25  # from which the strongest stance counts: one fairly clear clause, or two that hint at it
BESIDE = 0.9  # from which another one counts beside it
_MAY_DO = re.compile(
    r"(?:(?:and|but|so|that) )?(?:\w+(?: \w+)? (?:said|says|thinks|fears|told me)(?: that)? )?"
    r"(?:if|unless|in case|whether(?: or not)?)(?! (?:we|i|you)\b) (?:[\w'-]+ ){1,4}?"
    r"(?:can(?:not|'t)?|couldn't|could|(?:is|are|was)(?: not|n't)? able|fails?|manages?|doesn't (?:manage|fix|solve))\b"
    r"|.{0,6}(?:要是|如果|万一|除非|假如|倘若|一旦|只要)(?!我|咱|你).{0,14}"
    r"(?:[搞修弄办做压拿解治降查扛盯撑交控]\w{0,3}(?:不了|不好|不定|不出来?|不下来?|不住|不动|得了|得好|得下来)"
    r"|不能|没法|没能|能把)"
)
_WORDS = 2  # a clause of fewer hints at nothing


@dataclass(frozen=True)
class Hint:
    """A stance that the words from `start` to `end` may show; `chance` is 0..1."""

    label: str
    chance: float
    start: int
    end: int

    @property
    def verdict(self) -> Verdict:
        """The hint as a judgement; the words are known to who has the text."""
        return Verdict(self.label, self.chance, (Evidence(RULE + self.label, self.start, self.end, ""),))


class Attitudes:
    """Reads hints with the examples in `knowledge/examples/attitude`."""

    def __init__(self, knowledge: Knowledge, cache: Path) -> None:
        self._learned = Learned(TASK, knowledge, cache)

    def hints(self, scan: Scan, lang: str) -> tuple[Hint, ...]:
        """Return the stances that clauses hint at, each alone and with the next one of its sentence.

        What somebody can or can not do, told as a condition, hints at none: "if Gwen can't fix it before the audit".
        """
        found = []
        for start, end in _units(scan.clean):
            if _MAY_DO.match(scan.clean[start:end].strip()):
                continue
            unit = scan_of(scan.text[start:end])
            if len(unit.words) < _WORDS:
                continue
            for label, chance in self._learned.ranking(unit, lang):
                if label in VALUES and chance >= HINT:
                    found.append(Hint(label, chance, start, end))
        return tuple(found)

    def verdict(self, scan: Scan, lang: str, hints: Sequence[Hint]) -> Verdict:
        """Return the stance that the hints in a text show together, with the words that spoke most for it."""
        counted = counting((hint.label, hint.chance) for hint in hints)
        if not counted:
            return Verdict("unknown", 1.0)
        label, score = next(iter(counted.items()))
        best = max((hint for hint in hints if hint.label == label), key=lambda hint: hint.chance)
        guess = self._learned.guess(scan_of(scan.text[best.start : best.end]), lang, most=1, floor=0.0)
        start, end = (guess[0][2].start, guess[0][2].end) if guess else (0, best.end - best.start)
        proof = Evidence(RULE + label, start, end, scan.text[best.start + start : best.start + end])
        return Verdict(label, round(score, 4), (proof,), next(iter([*counted][1:]), None)).moved(best.start)

    def warm_up(self) -> None:
        """Load or fit the models now."""
        self._learned.warm_up()


def counting(hints: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the stances that hints (label and chance) show together, strongest first, each with how surely (0..1).

    Hints of one stance add up as if each were an independent chance; a weak one adds little: its chance is squared.
    """
    chances: dict[str, list[float]] = defaultdict(list)
    for label, chance in hints:
        chances[label].append(chance)
    scores = {label: 1 - prod(1 - chance**2 for chance in of) for label, of in chances.items()}
    ordered = sorted(scores, key=lambda label: (-scores[label], label))
    return {label: scores[label] for i, label in enumerate(ordered) if scores[label] >= (BESIDE if i else LEAST)}


def _units(clean: str) -> Iterator[tuple[int, int]]:
    """Return each clause, those of unmarked speech in pieces, and each two that follow each other in a sentence."""
    parts = [piece for clause in clauses(clean) for piece in pieces(clean, clause)]
    yield from parts
    for start, end in sentences(clean):
        inside = [part for part in parts if start <= part[0] < end]
        yield from ((one[0], other[1]) for one, other in zip(inside, inside[1:], strict=False))
