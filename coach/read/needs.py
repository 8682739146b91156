"""The needs in a text: each clause judged on its own, each need with its own quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.knowledge.needed import GENERAL_TOPICS
from coach.read.asides import is_scrap
from coach.read.found import FoundNeed, trim
from coach.read.matcher import Hit
from coach.read.reader import Reader, ScannedText
from coach.read.verdict import Verdict
from coach.text.clauses import clauses, sentences

NEED_LEVELS = ("surface", "latent", "deep")
# How sure the model must be of a need for which no rule speaks. High for deep ones: the salesperson's own "I got that
# wrong" sounds like one, and an invented deep need misleads the whole conversation.
MIN_CONFIDENCE = {"surface": 0.65, "latent": 0.65, "deep": 0.85}
# The same for one clause among several: the model was fitted on whole utterances, and of scraps it is too sure.
IN_A_CLAUSE = {"surface": 0.85, "latent": 0.85, "deep": 0.92}
# Beside a need of the same level in the same sentence: requirements come in lists, and one mishap brings another.
BESIDE_ANOTHER = {"surface": 0.45, "latent": 0.75, "deep": 0.9}
IF_LIKELY = 0.2  # how much less sure where a rule that often holds speaks for it
OF_THE_WHOLE = 0.96  # how sure the model must be of a whole message none of whose clauses tells a need by itself
NOTHING, CERTAIN = 0.8, 0.9  # a message that surely tells no need as a whole, and how sure a clause of it must be
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
    parts = [
        trim(scanned.text, part)
        for span in clauses(scanned.scan.clean)
        for part in _by_topic(scanned.scan.clean, span, scanned.hits("need"))
    ]
    if len(parts) < 2 or not told:
        if not _is_sound(overall, scanned.hits("need")):
            return []
        if len(parts) < 2:
            return [_found(scanned, overall, scanned.hits("need"), 0)]
    scans = [reader.scan(scanned.text[start:end]) for start, end in parts]
    found = _told(scanned, overall, parts, scans, reader) if told else _said(parts, scans, reader)
    if overall.label in NEED_LEVELS and (not found or not told and overall.label not in {n.level for n in found}):
        found += _of_the_whole(scanned, overall, parts, reader, strict=told)
    return _merge(sorted(found, key=lambda need: need.start), scanned.text)


def _said(parts: Spans, scans: Sequence[ScannedText], reader: Reader) -> list[FoundNeed]:
    sound = [(i, part) for i, part in enumerate(scans) if _is_sound(reader.need(part), part.hits("need"))]
    return [_found(part, reader.need(part), part.hits("need"), parts[i][0]) for i, part in sound]


def _told(
    scanned: ScannedText, overall: Verdict, parts: Spans, scans: Sequence[ScannedText], reader: Reader
) -> list[FoundNeed]:
    """Judge each clause; one that stands beside a need of its level in the same sentence more leniently."""
    found: dict[int, FoundNeed] = {}
    doubtful = overall.label == "none" and overall.confidence >= NOTHING
    spans = sentences(scanned.scan.clean)
    for least in (IN_A_CLAUSE, BESIDE_ANOTHER):
        for i, part in enumerate(scans):
            level, start = reader.need(part).label, parts[i][0]
            near = (j for j in (i - 1, i + 1) if j in found)
            beside = any(found[j].level == level and _in_one(spans, start, parts[j][0]) for j in near)
            if i not in found and (beside or least is IN_A_CLAUSE) and _counts(part, reader, least, doubtful):
                found[i] = _found(part, reader.need(part), part.hits("need"), start)
    return list(found.values())


def _in_one(spans: Spans, one: int, other: int) -> bool:
    return any(start <= one < end and start <= other < end for start, end in spans)


def _counts(part: ScannedText, reader: Reader, least: dict[str, float], doubtful: bool) -> bool:
    """Say whether a clause tells a need: a sure rule says so, or it is no aside, and a likely one or the model does.

    `doubtful`: the message as a whole tells none.
    """
    verdict, hits = reader.need(part), part.hits("need")
    if verdict.label not in NEED_LEVELS:
        return False
    own = [hit for hit in hits if hit.rule.label == verdict.label]
    if reader.asides.is_phrase(part.scan):
        return False
    if any(hit.rule.sure for hit in own):
        return True
    if reader.asides.is_aside(part.scan) or any(hit.rule.sure and hit.rule.label == "none" for hit in hits):
        return False
    likely = bool(own) and verdict.label != "deep"
    needed = max(least["surface"] - IF_LIKELY if likely else least[verdict.label], CERTAIN if doubtful else 0.0)
    if verdict.confidence < needed:
        return False
    return likely or not (_shows_a_person(part) or is_scrap(part.scan) and least is IN_A_CLAUSE)


def _shows_a_person(part: ScannedText) -> bool:
    """Say whether a rule reads in the clause who somebody is in the purchase, or where they stand."""
    return any(hit.rule.sure for task in ("role", "stance") for hit in part.hits(task))


def _of_the_whole(
    scanned: ScannedText, overall: Verdict, parts: Spans, reader: Reader, *, strict: bool
) -> list[FoundNeed]:
    """Return the need that only the whole text shows, quoting the clause that speaks for it most."""
    hits = scanned.hits("need")
    if not _is_sound(overall, hits):
        return []
    ruled = any(hit.rule.label == overall.label and hit.rule.sure for hit in hits)
    denied = any(hit.rule.label == "none" and hit.rule.sure for hit in hits)
    if strict and not ruled and (denied or overall.confidence < OF_THE_WHOLE or _shows_a_person(scanned)):
        return []
    scans = [reader.scan(scanned.text[slice(*span)]).scan for span in parts]
    if strict and any(reader.asides.is_phrase(scan) for scan in scans):
        return []
    start, end = _clause_of(overall, parts) or (0, len(scanned.text))
    part = reader.scan(scanned.text[start:end])
    return [_found(part, overall, part.hits("need"), start, moved=True)]


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


def _found(part: ScannedText, verdict: Verdict, hits: Sequence[Hit], start: int, *, moved: bool = False) -> FoundNeed:
    own = [hit for hit in hits if hit.rule.label == verdict.label]
    best = max(own, key=lambda h: (h.rule.sure, h.end - h.start, -h.start), default=None)
    topic = best.rule.topic if best else GENERAL_TOPICS[verdict.label]
    placed = verdict if moved else verdict.moved(start)
    return FoundNeed(topic, start, start + len(part.text), part.text, placed)


def _clause_of(verdict: Verdict, parts: Spans) -> tuple[int, int] | None:
    if not verdict.evidence:
        return None
    place = verdict.evidence[0].start
    return next(((start, end) for start, end in parts if start <= place < end), None)


def _merge(needs: list[FoundNeed], text: str) -> list[FoundNeed]:
    """Join neighbours of the same depth and topic: one need told in two clauses."""
    merged: list[FoundNeed] = []
    for need in needs:
        before = merged[-1] if merged else None
        if before and (before.level, before.topic) == (need.level, need.topic):
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
