"""The needs in a salesperson's report, clause by clause: much in it is none, and some show only by what is beside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from coach.knowledge.needed import DEPTH
from coach.read.asides import is_scrap
from coach.read.coverage import covers
from coach.read.found import FoundNeed, found_need, trim
from coach.read.judge import RULE_CONFIDENCE, quote
from coach.read.matcher import Hit
from coach.read.reader import Reader, ScannedText
from coach.read.verdict import Evidence, Verdict
from coach.text.clauses import in_one, sentences

# How sure the model must be of a clause for which nothing else speaks. High for deep needs: the salesperson's own
# "I got that wrong" sounds like one, and an invented deep need misleads the whole conversation.
BAR = {"surface": 0.75, "latent": 0.75, "deep": 0.92}
# How much less sure where something else speaks for it
LIKELY = 0.2  # a rule that often holds
AGREES = 0.1  # the message as a whole is of that level
BESIDE = {"surface": 0.4, "latent": 0.35, "deep": 0.1}  # a need of its level in the same sentence
ASKED = 0.2  # "what he wants is": for a surface need
ANNOUNCED = 0.3  # "what hurts them is": for a latent need
LEAST = 0.4
CERTAIN = 0.9  # how sure where the message as a whole tells no need with NOTHING, or the clause is about a person
NOTHING = 0.8
ALONE = 0.8  # how sure of a message of a few words
LISTED = 0.6  # confidence of a requirement of which only its place in a list tells
SPECIFICATION = "specification"  # the topic of which a few words tell enough: "60 bottles a minute"
AGAINST = 0.85  # how sure the model must be that a clause on a list is no requirement
Spans = Sequence[tuple[int, int]]


class Told:
    """The clauses of one message of a salesperson, `parts` of its text."""

    def __init__(self, scanned: ScannedText, overall: Verdict, parts: Spans, reader: Reader) -> None:
        self._scanned, self._overall, self._reader = scanned, overall, reader
        self._parts = [trim(scanned.text, part) for part in reader.listed.parted(scanned.scan, parts)]
        self._scans = [reader.scan(scanned.text[start:end]) for start, end in self._parts]
        self._verdicts = [_judged(part, reader) for part in self._scans]
        self._found: dict[int, FoundNeed] = {}

    def needs(self) -> list[FoundNeed]:
        """Return the need of each clause that tells one."""
        for _ in range(2):  # the second time round, what was found stands beside
            for i in range(len(self._parts)):
                if i not in self._found and self._counts(i):
                    self._found[i] = self._read(i)
        for i, lead in self._listed.items():
            if i in self._found and DEPTH[self._found[i].level] == 1 or not self._refuses(i):
                self._found.setdefault(i, self._on_a_list(i, lead.start, lead.end))
        surface = {i for i, need in self._found.items() if need.level == "surface"}
        beside = self._reader.listed.beside(self._scanned.scan, self._parts, surface)
        for i, near in beside.items():
            if i not in self._found and i not in self._openings and not self._refuses(i):
                self._found[i] = self._on_a_list(i, *self._parts[near])
        self._found.update(self._bare())
        return [self._found[i] for i in sorted(self._found)]

    def _bare(self) -> dict[int, FoundNeed]:
        """Return the clauses that hold a specification and no word beside it, in a message that holds nothing else.

        "60 bottles a minute" answers what is wanted; beside other words it may be how things are.
        """
        left = [i for i in range(len(self._parts)) if i not in self._found]
        if any(need.level != "surface" for need in self._found.values()):
            return {}
        own = {i: [h for h in self._scans[i].hits("about") if h.rule.topic == SPECIFICATION] for i in left}
        if not all(hits and covers(hits, self._scans[i].scan) for i, hits in own.items()):
            return {}
        proofs = {i: quote(hits[0], self._scans[i].scan).moved(self._parts[i][0]) for i, hits in own.items()}
        return {i: self._requirement(i, proof) for i, proof in proofs.items()}

    @cached_property
    def _listed(self) -> dict[int, Hit]:
        return self._reader.listed.requirements(self._scanned.scan, self._parts, self._opens)

    @cached_property
    def _openings(self) -> set[int]:
        return self._reader.listed.openings(self._scanned.scan, self._parts)

    @cached_property
    def _asked(self) -> set[int]:
        return self._reader.listed.asked(self._scanned.scan, self._parts)

    @cached_property
    def _troubles(self) -> set[int]:
        return self._reader.listed.troubles(self._scanned.scan, self._parts)

    @cached_property
    def _sentences(self) -> Spans:
        return sentences(self._scanned.scan.clean)

    @cached_property
    def _doubtful(self) -> bool:
        return self._overall.label == "none" and self._overall.confidence >= NOTHING

    def _opens(self, i: int) -> bool:
        return i in self._found and self._found[i].level == "surface" or self._verdicts[i].label == "surface"

    def _counts(self, i: int) -> bool:
        """Say whether a clause tells a need: a sure rule says so, or it is no aside and the model is sure enough."""
        verdict, part = self._verdicts[i], self._scans[i]
        if verdict.label not in DEPTH or i in self._openings or self._reader.asides.is_phrase(part.scan):
            return False
        own = [hit for hit in part.hits("need") if hit.rule.label == verdict.label]
        if verdict.label == "deep" and self._reader.asides.is_own(part.scan):
            return False
        if any(hit.rule.sure for hit in own):
            return True
        if self._is_none(part):
            return False
        beside = self._stands_beside(i, verdict.label)
        if is_scrap(part.scan) and not beside and not self._says_it_all(i):
            return False
        return verdict.confidence >= self._bar(i, verdict.label, bool(own), beside)

    def _says_it_all(self, i: int) -> bool:
        """Say whether a few words are all there is of a message, and the model is sure of it: "pallets broke, smh"."""
        level, others = self._verdicts[i].label, (part for j, part in enumerate(self._scans) if j != i)
        return (
            self._overall.label == level
            and self._overall.confidence >= ALONE
            and all(is_scrap(part.scan) for part in others)
        )

    def _bar(self, i: int, level: str, likely: bool, beside: bool) -> float:
        """Return how sure the model must be of a clause, by what else speaks for it and against it."""
        signs = LIKELY * (likely and level != "deep") + BESIDE[level] * beside
        signs += AGREES * (self._overall.label == level and len(self._parts) > 1)
        signs += ASKED * (level == "surface" and i in self._asked)
        signs += ANNOUNCED * (level == "latent" and i in self._troubles)
        against = self._doubtful or shows_a_person(self._scans[i])
        return max(BAR[level] - signs, CERTAIN if against else LEAST)

    def _stands_beside(self, i: int, level: str) -> bool:
        near = (j for j in (i - 1, i + 1) if j in self._found and self._found[j].level == level)
        return any(in_one(self._sentences, self._parts[i][0], self._parts[j][0]) for j in near)

    def _is_none(self, part: ScannedText) -> bool:
        """Say whether a clause is an aside, or a rule reads in it that it is no need."""
        ruled = any(hit.rule.sure and hit.rule.label == "none" for hit in part.hits("need"))
        return ruled or self._reader.asides.is_aside(part.scan)

    def _refuses(self, i: int) -> bool:
        """Say whether a clause on a list is no requirement after all."""
        part, verdict = self._scans[i], self._verdicts[i]
        if self._is_none(part) or shows_a_person(part):
            return True
        return verdict.label in ("latent", "deep") and verdict.confidence >= AGAINST

    def _read(self, i: int) -> FoundNeed:
        part = self._scans[i]
        return found_need(part, self._verdicts[i], part.hits("need"), self._parts[i][0])

    def _on_a_list(self, i: int, first: int, last: int) -> FoundNeed:
        """Return the requirement of a clause of which the words from `first` to `last` tell that it is on a list."""
        return self._requirement(i, Evidence("language/wanted", first, last, self._scanned.text[first:last]))

    def _requirement(self, i: int, proof: Evidence) -> FoundNeed:
        """Return the clause as a requirement for which no rule speaks, but `proof`, at its place in the message."""
        part, verdict = self._scans[i], Verdict("surface", LISTED, (proof,), "none")
        return found_need(part, verdict, part.hits("need"), self._parts[i][0], placed=verdict)


def _judged(part: ScannedText, reader: Reader) -> Verdict:
    """Return the verdict on a clause: a sure rule stands though the model, fitted on whole utterances, hears none."""
    verdict = reader.need(part)
    sure = [hit for hit in part.hits("need") if hit.rule.sure]
    if verdict.label != "none" or not sure or any(hit.rule.label == "none" for hit in sure):
        return verdict
    label = max((hit.rule.label for hit in sure), key=lambda level: DEPTH[level])
    proofs = tuple(quote(hit, part.scan) for hit in sure if hit.rule.label == label)
    return Verdict(label, RULE_CONFIDENCE, proofs, "none")


def shows_a_person(part: ScannedText) -> bool:
    """Say whether a rule reads in the clause who somebody is in the purchase, or where they stand."""
    return any(hit.rule.sure for task in ("role", "stance") for hit in part.hits(task))
