"""What a call is worth: the rubric applied to the marks of its lines."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from coach.judge.decent import RESPECT
from coach.knowledge.rehearsing import Criterion, Fault, Rubric

NEED_CRITERIA = {"need_surface": "surface", "need_latent": "latent", "need_deep": "deep"}
# criterion -> the mark that earns it
MARK_OF = {"problem": "spin_problem", "implication": "spin_implication", "need_payoff": "spin_need_payoff"}
STEP_SHARES = {"agreed": 1.0, "undated": 0.5, "refused": 0.2}  # a step that was asked for, by what came of it
FULL = 100
STACKED = "stacked"  # of a row of questions in one line people answer the last one, if any


def counted_marks(names: Collection[str], rubric: Rubric) -> list[str]:
    """Return the marks of one line that count: all of them, or its faults alone when it earns nothing."""
    return sorted(names) if earns(names, rubric) else sorted({fault.id for fault in rubric.faults} & set(names))


def earns(names: Collection[str], rubric: Rubric) -> bool:
    """Say whether a line with these marks earns anything: it does not where one spoils it, or too much is asked."""
    return not {*rubric.spoiling, STACKED} & set(names)


@dataclass(frozen=True)
class Share:
    """What a criterion earned: `earned` of `points`; or what a fault cost (`earned` is negative, `points` its most).

    Slips cost together no more than the rubric's `faults_share`: what is told of each is its share of that.

    `lines` are the numbers (from 1) of the seller's lines that decided.
    """

    id: str
    points: float
    earned: float
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Tally:
    """What is counted over a call: lines by mark, needs found and in all by level, lines that were answered.

    `step`: what came of a next step, and the lines that asked for it. `said`: lines of the seller in all;
    `decent`: those of them that earn respect.
    """

    lines: Mapping[str, Sequence[int]]
    found: Mapping[str, int]
    total: Mapping[str, int]
    need_lines: Mapping[str, Sequence[int]]
    answered: Sequence[int] = ()
    step: str | None = None
    step_lines: tuple[int, ...] = ()
    said: int = 0
    decent: Sequence[int] = ()


@dataclass(frozen=True)
class Score:
    """0..100, and where it comes from."""

    score: int
    criteria: tuple[Share, ...]
    faults: tuple[Share, ...]
    failed: bool


def score_of(tally: Tally, rubric: Rubric, weightless: Sequence[str] = ()) -> Score:
    """Return the score. Criteria in `weightless` do not apply; the others then share all 100 points."""
    counted = [item for item in rubric.criteria if item.id not in weightless]
    scale = FULL / sum(item.points for item in counted)
    criteria = _not_alone(tuple(_criterion(item, tally, scale) for item in counted))
    faults = tuple(share for fault in rubric.faults if (share := _fault(fault, tally)))
    fatal = {fault.id for fault in rubric.faults if fault.fails}
    in_full = fatal | {fault.id for fault in rubric.faults if not fault.capped}
    earned = sum(share.earned for share in criteria)
    slips = -sum(share.earned for share in faults if share.id not in in_full)
    counted_share = min(1.0, earned * rubric.faults_share / slips) if slips else 1.0  # what is told adds up
    faults = tuple(
        share if share.id in in_full else replace(share, earned=round(share.earned * counted_share, 1))
        for share in faults
    )
    total = earned + sum(share.earned for share in faults)
    failed = any(share.id in fatal for share in faults)
    return Score(max(0, min(FULL, round(total))), criteria, faults, failed)


def _not_alone(criteria: tuple[Share, ...]) -> tuple[Share, ...]:
    """Return the criteria with respect worth no more than all others earned: being polite alone is no sales call."""
    others = sum(share.earned for share in criteria if share.id != RESPECT)
    return tuple(
        replace(share, earned=round(min(share.earned, others), 1)) if share.id == RESPECT else share
        for share in criteria
    )


def _fault(fault: Fault, tally: Tally) -> Share | None:
    """Return what a fault costs before slips are capped; None where nothing of it happened, or too little."""
    if (whole := fault.whole_call) is None:
        lines = tuple(tally.lines.get(fault.id, ()))
        return Share(fault.id, fault.most, -float(min(fault.most, fault.points * len(lines))), lines) if lines else None
    lines = tuple(sorted({number for name in whole.marks for number in tally.lines.get(name, ())}))
    few = len(lines) < whole.lines or len(lines) < whole.share * tally.said
    return None if few else Share(fault.id, fault.most, -float(fault.points), lines)


def _criterion(item: Criterion, tally: Tally, scale: float) -> Share:
    points = item.points * scale
    if item.id in NEED_CRITERIA:
        level = NEED_CRITERIA[item.id]
        share = tally.found.get(level, 0) / tally.total[level] if tally.total.get(level) else 0.0
        lines = tuple(tally.need_lines.get(level, ()))
    elif item.id == "next_step":
        share, lines = STEP_SHARES.get(tally.step or "", 0.0), tally.step_lines
    else:
        counted = {"situation": tally.answered, RESPECT: tally.decent}  # no marks of a line
        lines = tuple(counted.get(item.id, tally.lines.get(MARK_OF.get(item.id, item.id), ())))
        share = min(1.0, len(lines) / item.full)
    return Share(item.id, round(points, 1), round(points * share, 1), lines)
