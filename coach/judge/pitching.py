"""Marks of a pitch: what of ours a line presents, whether it meets a told need, too early, too much or again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from coach.judge.mark import Before, Mark
from coach.judge.meeting import Told, met_need
from coach.judge.next_step import proposal
from coach.knowledge.rehearsing import Rehearsing
from coach.read.seller import SellerLine
from coach.read.verdict import Evidence
from coach.text.clauses import in_one, sentences
from coach.text.normalize import normalize


def guesses_want(line: SellerLine) -> Evidence | None:
    """Return the words that name what the buyer wants, in a line that holds out nothing else."""
    if line.offered.keys() & {"instead", "denied"}:
        return None
    return next(iter(line.offered.get("wanted", ())), None)


def is_pitch(line: SellerLine, told: Sequence[Told] = ()) -> Evidence | None:
    """Return the words that present something of ours outside a question; None in a line that sets a next step.

    A proof that meets a told need ("this one is very sour, taste it") presents it too. In a line that asks or says
    back, the customer's own words ("about the UL certificate: what happened?") are no proof of ours.
    """
    if line.has("commit") or proposal(line) or (line.has("introduction") and not line.features):
        return None
    if line.offered.get("choice") and not told:
        return None  # what is laid out to choose from is asked about
    said = line.stated("offer", "advantage", "benefit")
    says_back = line.has("paraphrase", "summary") and bool(line.questions)
    if said is not None and says_back and said in line.signs.get("benefit", ()):
        said = line.stated("offer", "advantage")  # "you won't be pushed, is that it?" says back
    if said is not None and line.questions and said.is_learned:
        said = None  # "We have them in two flavours. Which would you like?" leads up to the question
    if said is None and met_need(line, told) is not None:
        said = next(_proofs(line), None)
    if said is None:
        said = _shown(line, told)
    if said is None and line.features and not line.questions:
        start = line.text.find(line.features[0])
        said = Evidence("products/features", start, start + len(line.features[0]), line.features[0])
    return said


def _shown(line: SellerLine, told: Sequence[Told]) -> Evidence | None:
    """The scenario's own words for what the seller has, where they present it.

    Who asks before anything is known only names it ("sour plums or sweet ones?"); who feels with the customer speaks of
    the customer's matter. Once a want was told, what is put into the hand meets it, also as a question: "Try one?"
    """
    if handed := [words for words in line.offered.get("handed", ()) if told or not line.in_question(words)]:
        return handed[0]
    if line.has("paraphrase", "summary", "empathy", "relation"):
        return None
    if line.questions and not any(need.level in ("latent", "deep") for need in told):
        return None
    return next((words for words in line.offered.get("stated", ()) if not line.in_question(words)), None)


def _says_back(line: SellerLine, words: Evidence) -> bool:
    """Say whether the sentence of these words gives back what the customer said."""
    frames = (*line.signs.get("paraphrase", ()), *line.signs.get("summary", ()))
    spans = sentences(normalize(line.text))
    return any(in_one(spans, words.start, frame.start) for frame in frames)


def _proofs(line: SellerLine) -> Iterator[Evidence]:
    """The proofs that are given: not asked for, nor the customer's own word given back or asked about."""
    asked = [(question.start, question.end) for question in line.questions]
    stated = (e for e in line.signs.get("evidence", ()) if not any(start <= e.start < end for start, end in asked))
    theirs = line.echoes if line.questions else ()
    for proof in stated:
        if _says_back(line, proof) or any(echo.start < proof.end and proof.start < echo.end for echo in theirs):
            continue
        yield proof


def pitch_marks(line: SellerLine, before: Before, numbers: Rehearsing) -> Iterator[Mark]:
    """Yield that the line pitches, and how: to which need, too early, too many features, the same again."""
    words = is_pitch(line, before.told)
    if words is None:
        return
    yield Mark.of("offer", words)
    if before.awaits and guesses_want(line):
        return  # it asks, as it were: "sour ones? here you are"
    met = met_need(line, before.told)
    shown = any(words in line.offered.get(kind, ()) for kind in ("stated", "handed", "choice"))
    handed = words in line.offered.get("handed", ())
    if met is None and before.told and (handed or (shown and before.just_told)):
        met = (before.told[-1], words)  # what was asked for is put into the hand
    proves = words in line.signs.get("evidence", ())  # a proof alone, as in answer to an objection, presses nobody
    early = not any(told.level in ("latent", "deep") for told in before.told)
    if early and not proves and not (shown and met):
        yield Mark.of("early_pitch", words)
        met = met if line.echoes or before.just_told else None
    if met:
        yield Mark.of("benefit", met[1], met[0].id)
    if len({feature.lower() for feature in line.features}) >= numbers.features:
        yield Mark("feature_dump", "rehearsal.features", words.start, words.end, ", ".join(line.features))
    if (met[0].id if met else "", _key(line)) in set(before.pitched):
        yield Mark.of("same_pitch", words)


def _key(line: SellerLine) -> str:
    return "|".join(sorted(feature.lower() for feature in line.features)) or line.text.strip().lower()


def pitch_key(line: SellerLine, marks: Iterable[Mark]) -> tuple[str, str] | None:
    """Return (need id, what was pitched) when the line pitched: a second time it says nothing new."""
    names = {mark.name: mark for mark in marks}
    if "offer" not in names:
        return None
    met = names.get("benefit")
    return (met.about or "" if met else "", _key(line))
