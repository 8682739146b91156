"""Steps named by their number, in both languages."""

from __future__ import annotations

import pytest

from coach.process.named import step_named
from coach.text.numbers import small_number


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("项目到第11步了", 11),
        ("走到第 八 步", 8),
        ("第十四步", 14),
        ("第十五步", None),
        ("第0步", None),
        ("第三季度", None),
        ("the deal is at step 9", 9),
        ("Step No. 3", 3),
        ("step 15", None),
        ("next steps", None),
    ],
)
def test_named_steps(text: str, step: int | None) -> None:
    assert step_named(text) == step


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("12", 12), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("两", 2), ("100", None), ("点", None), ("点十", None), ("十点", None)],
)  # fmt: skip
def test_small_numbers(text: str, number: int | None) -> None:
    assert small_number(text) == number
