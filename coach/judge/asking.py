"""Marks of questions: their form and SPIN type, what they take up, several at once, closed ones in a row."""

from __future__ import annotations

from collections.abc import Iterator

from coach.judge.mark import Before, Mark
from coach.judge.pitching import is_pitch
from coach.knowledge.rehearsing import Rehearsing
from coach.read.matcher import scan_of
from coach.read.seller import Question, SellerLine
from coach.read.verdict import Evidence, Verdict

_CREDITED = ("problem", "implication", "need_payoff")  # SPIN types that earn points
CERTAIN = 0.92  # confidence from which the model alone earns them: far from its examples it is bold
_FEW = 7  # words of a question, its mark included, of which the model alone can tell nothing


def question_marks(line: SellerLine, before: Before, numbers: Rehearsing) -> Iterator[Mark]:
    """Yield what each question is, then what they are together."""
    checks = before.offered or is_pitch(line, before.told) is not None
    for question in line.questions:
        proofs = question.form.evidence or (Evidence("learned.form", question.start, question.end, question.text),)
        yield Mark.of(question.form.label, proofs[0])
        if question.spin.label not in _CREDITED or _earns_spin(question, checks, before.is_untold):
            whole = Evidence("learned.spin", question.start, question.end, question.text)
            yield Mark.of(f"spin_{question.spin.label}", next(iter(question.spin.evidence), whole))
        inside = [e for e in line.echoes if question.holds(e) and _says_something(e, line)]
        if inside and question.spin.label != "other":
            yield Mark.of("follow_up", inside[0])
    yield from _in_a_row(line, before, numbers)


def _in_a_row(line: SellerLine, before: Before, numbers: Rehearsing) -> Iterator[Mark]:
    """Yield that too much is asked at once, and that one closed question too many follows on others."""
    # "200 watts? 5000 K? white?": what is no question by itself is one in a row of them
    if line.questions and max(len(line.questions), _count_of_marks(line)) >= numbers.stacked:
        start, end = line.questions[0].start, line.questions[-1].end
        yield Mark("stacked", "rehearsal.stacked", start, end, line.text[start:end])
    asked = line.question
    row = before.closed_row + 1
    if asked and _is_closed(line) and row % numbers.closed_row == 0:
        yield Mark("interrogation", "rehearsal.closed_row", asked.start, asked.end, asked.text)


def _count_of_marks(line: SellerLine) -> int:
    return sum(line.text.count(mark) for mark in "?？")


def _says_something(echo: Evidence, line: SellerLine) -> bool:
    """Say whether a word taken up from the customer is more than one that fits any talk ("time", "not")."""
    return any(word.start < echo.end and echo.start < word.end for word in line.content)


def is_certain(verdict: Verdict) -> bool:
    """Say whether a rule speaks for the verdict, or the model is as good as sure."""
    return verdict.is_ruled or verdict.confidence >= CERTAIN


def _earns_spin(question: Question, checks: bool, opens: bool) -> bool:
    """Say whether a question earns the points of its type: surely read, and no mere "is it all right?" (`checks`).

    While nothing has been told (`opens`) a rule must say that effects or their worth are asked for.
    """
    if checks and question.form.label == "closed":
        return question.spin.is_sure
    ruled = question.spin.is_ruled
    if question.form.label == "closed" and question.spin.label != "problem" and not ruled:
        return False
    if opens and question.spin.label != "problem":
        return question.spin.is_sure
    return ruled or (is_certain(question.spin) and len(scan_of(question.text).words) > _FEW)


def _is_closed(line: SellerLine) -> bool:
    """A closed question for information: one that confirms, asks leave or closes the deal is none."""
    asked = line.question
    return (
        asked is not None
        and asked.form.label == "closed"
        and asked.spin.label != "other"
        and not {"choice", "handed"} & set(line.offered)  # who lays out goods, or hands one over, asks no row
        and not line.has("paraphrase", "summary", "permission", "commit", "close")
    )


def closed_row_after(line: SellerLine, before: Before) -> int:
    """Return how many closed questions stand in a row after `line`; one without any question breaks the row."""
    return before.closed_row + 1 if _is_closed(line) else 0
