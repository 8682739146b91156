"""Respect: lines that say something and bear no fault; one that hurts undoes some of them."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.judge.decent import RESPECT, decent_lines
from coach.judge.score import Tally, score_of

POLITE = [f"Good morning, Mr Dahl, this is line {number}." for number in range(1, 6)]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ([(text, []) for text in POLITE], (1, 2, 3, 4, 5)),
        ([("Good morning, Ann.", ["open"]), ("Good morning, Ann!", []), ("是的", []), ("Yes.", [])], (1,)),
        ([(POLITE[0], ["early_pitch"]), (POLITE[1], []), (POLITE[2], ["interrogation"])], (2,)),
        ([*((text, []) for text in POLITE), ("You should have known.", ["blaming"])], (1, 2, 3)),
        ([*((text, []) for text in POLITE), ("Well?", ["rough"]), ("Sign today!", ["pressure", "close"])], (1,)),
        ([(POLITE[0], []), ("Sign today!", ["pressure"]), ("Your boss is a fool.", ["rude"])], ()),
        ([("您好，我想先听您说。", []), ("您怎么连这个都不懂？", ["blaming"]), ("那您说说？", []), ("慢慢讲，我听着。", []), ("是我没说清楚。", [])], (1,)),
    ],
)  # fmt: skip
def test_decent_lines(tools: Tools, lines: list[tuple[str, list[str]]], numbers: tuple[int, ...]) -> None:
    said = [(number, *line) for number, line in enumerate(lines, 1)]
    assert decent_lines(said, tools.knowledge.rubric) == numbers


@pytest.mark.parametrize(("answered", "earned"), [([], 0.0), ([1], 5.3), ([1, 2], 8.0), ([1, 2, 3], 8.0)])
def test_respect_is_worth_no_more_than_what_was_learned(tools: Tools, answered: list[int], earned: float) -> None:
    tally = Tally({}, {}, {}, {}, answered, said=5, decent=range(1, 6))
    score = score_of(tally, tools.knowledge.rubric)
    assert {share.id: share.earned for share in score.criteria}[RESPECT] == earned
