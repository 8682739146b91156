"""The one thing to practise next."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.judge.score import NEED_CRITERIA, Score

HABIT = 1.5  # a fault is a habit: a point that it cost weighs more than one that was not earned


def practise_next(score: Score, tools: Tools) -> dict[str, Any] | None:
    """Return the one thing to practise: where most points were lost, and its drill."""
    rubric = tools.knowledge.rubric
    lost = [(share.points - share.earned, share.id) for share in score.criteria]
    lost += [(-share.earned * HABIT, share.id) for share in score.faults]
    amount, name = max(lost, key=lambda pair: (pair[0], pair[1] not in NEED_CRITERIA, pair[1]))
    if amount <= 0:
        return None
    drills = {item.id: item.drill for item in rubric.criteria} | {item.id: item.drill for item in rubric.faults}
    return {"criterion": name, "drill": drills[name]}
