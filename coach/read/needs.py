"""The needs in a text: each clause judged on its own, each need with its own quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.knowledge.needed import GENERAL_TOPICS
from coach.read.conditions import with_consequences
from coach.read.found import MAX_QUOTE, FoundNeed, found_need, trim
from coach.read.matcher import Hit
from coach.read.reader import Reader, ScannedText
from coach.read.told import Told
from coach.read.verdict import Verdict
from coach.text.clauses import clauses
from coach.text.run_on import pieces

NEED_LEVELS = ("surface", "latent", "deep")
# How sure the model must be of a need for which no rule speaks. High for deep ones: the salesperson's own "I got that
# wrong" sounds like one, and an invented deep need misleads the whole conversation.
MIN_CONFIDENCE = {"surface": 0.65, "latent": 0.65, "deep": 0.85}
MANIFOLD = (GENERAL_TOPICS["surface"], "specification", "moq")  # two of a kind are two requirements
Spans = Sequence[tuple[int, int]]
_AND = re.compile(r"\b(?:and|plus|as well as|also)\b|和|以及|还有|并且|而且")


def needs_in(text: str, reader: Reader) -> list[FoundNeed]:
    """Return the needs in the customer's own words, for which a rule or a confident model speaks."""
    scanned = reader.scan(text)
    return needs_of(scanned, reader.need(scanned), reader)


def needs_of(scanned: ScannedText, overall: Verdict, reader: Reader, *, told: bool = False) -> list[FoundNeed]:
    """Return the needs in a text whose verdict on the whole is `overall`, each with its own quote.

    `told`: by a salesperson, among much that is no need: who people are, what they themselves did, asides.
    """
    clean = scanned.scan.clean
    said = [piece for span in clauses(clean) for piece in (pieces(clean, span) if told else [span])]
    if told:
        said = with_consequences(clean, said)
    parts = [trim(scanned.text, part) for span in said for part in _by_topic(clean, span, scanned.hits("need"))]
    if told:
        return _merge(Told(scanned, overall, parts, reader).needs(), scanned.text)
    if not _is_sound(overall, scanned.hits("need")):
        return []
    if len(parts) < 2:
        return [found_need(scanned, overall, scanned.hits("need"), 0)]
    found = _said(scanned, parts, reader)
    if overall.label not in {need.level for need in found}:
        found.append(_of_the_whole(scanned, overall, parts, reader))
    return _merge(sorted(found, key=lambda need: need.start), scanned.text)


def _said(scanned: ScannedText, parts: Spans, reader: Reader) -> list[FoundNeed]:
    scans = [reader.scan(scanned.text[start:end]) for start, end in parts]
    sound = [(i, part) for i, part in enumerate(scans) if _is_sound(reader.need(part), part.hits("need"))]
    return [found_need(part, reader.need(part), part.hits("need"), parts[i][0]) for i, part in sound]


def _of_the_whole(scanned: ScannedText, overall: Verdict, parts: Spans, reader: Reader) -> FoundNeed:
    """Return the need that only the whole text shows, quoting the clause that speaks for it most."""
    start, end = _clause_of(overall, parts) or (0, len(scanned.text))
    part = reader.scan(scanned.text[start:end])
    return found_need(part, overall, part.hits("need"), start, placed=overall)


def _by_topic(clean: str, span: tuple[int, int], hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """Cut a clause at "and" where both sides speak of different topics of one level: two needs, two quotes."""
    inside = [hit for hit in hits if span[0] <= hit.start < span[1] and hit.rule.label in NEED_LEVELS]
    cuts = []
    for link in _AND.finditer(clean, *span):
        before = {(h.rule.label, h.rule.topic) for h in inside if h.end <= link.start()}
        after = {(h.rule.label, h.rule.topic) for h in inside if h.start >= link.end()}
        if before and after and not before & after and {a for a, _ in before} & {b for b, _ in after}:
            cuts.append(link)
    edges = [span[0], *(edge for cut in cuts for edge in (cut.start(), cut.end())), span[1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _is_sound(verdict: Verdict, hits: Sequence[Hit]) -> bool:
    """Say whether a need may be noted: a rule speaks for it, or the model is confident."""
    if verdict.label not in NEED_LEVELS:
        return False
    ruled = any(hit.rule.label == verdict.label and (hit.rule.sure or verdict.label != "deep") for hit in hits)
    return ruled or verdict.confidence >= MIN_CONFIDENCE[verdict.label]


def _clause_of(verdict: Verdict, parts: Spans) -> tuple[int, int] | None:
    if not verdict.evidence:
        return None
    place = verdict.evidence[0].start
    return next(((start, end) for start, end in parts if start <= place < end), None)


def _is_one(before: FoundNeed, need: FoundNeed) -> bool:
    """Say whether two neighbours are one need: the same depth and topic, short enough for one quote.

    Requirements of no special topic, specifications and amounts are of many kinds.
    """
    if (before.level, before.topic) != (need.level, need.topic) or need.topic in MANIFOLD:
        return False
    return need.end - before.start <= MAX_QUOTE


def _merge(needs: list[FoundNeed], text: str) -> list[FoundNeed]:
    """Join neighbours of the same depth and topic: one need told in two clauses."""
    merged: list[FoundNeed] = []
    for need in needs:
        before = merged[-1] if merged else None
        if before and _is_one(before, need):
            verdict = Verdict(
                before.level,
                max(before.verdict.confidence, need.verdict.confidence),
                before.verdict.evidence + need.verdict.evidence,
                before.verdict.runner_up,
            )
            words = text[before.start : need.end]
            merged[-1] = FoundNeed(before.topic, before.start, need.end, words, verdict)
        else:
            merged.append(need)
    return merged
