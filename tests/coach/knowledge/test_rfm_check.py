"""Faults in the numbers of the ranking: each gives a line that names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.knowledge.checks.rfm import problems
from coach.knowledge.load import load
from coach.settings import settings
from tests.coach.knowledge.part import part_of_knowledge

SEED, QUINTILE, RANKING = "rfm/presets/seed.yml", "rfm/presets/quintile.yml", "rfm/ranking.yml"
FAULTS = [
    (SEED, "  - {score: 4, at_most: 3}\n", "", "recency:", "one band for each score from 5 to 1"),
    (SEED, "{score: 4, at_most: 3}", "{score: 4, at_most: 1}", "{score: 4, at_most: 1}", "must rise from band to band: 1 after 1"),
    (SEED, "{score: 4, at_least: 4}", "{score: 4, at_least: 5}", "{score: 4, at_least: 5}", "must fall from band to band"),
    (SEED, "{score: 4, at_least: 4}", "{score: 4}", "{score: 4}", "the band of score 4 needs 'at_least'"),
    (SEED, "{score: 4, at_most: 3}", "{score: 4, at_least: 3}", "{score: 4, at_least: 3}", "is limited by 'at_most', not by 'at_least'"),
    (SEED, "  - {score: 1}\nfrequency", "  - {score: 1, at_most: 24}\nfrequency", "at_most: 24", "takes the rest"),
    (SEED, "window_months: null", "window_months: 0", "window_months", "at least 1 month"),
    (QUINTILE, "refunds: count", "refunds: count\nrecency: [{score: 1}]", "recency", "they come from the data"),
    ("rfm/flags/low_margin.yml", "floor:", "least:", "limits:", "the limits of 'low_margin' are: floor"),
    ("rfm/classes/general_value.yml", "frequency: true", "frequency: false", "high:", "has the same high scores already"),
    (RANKING, "least: 41", "least: 42", "least: 42", "tier 'VVVIP' must begin at 41"),
    (RANKING, "most: 40", "most: 45", "least: 41", "tier 'VVVIP' must begin at 46"),
    (RANKING, "most: 100", "most: 99", "tiers:", "must end at 100"),
    (RANKING, "frequency: 8", "frequency: 9", "weights:", "must be worth 100, not 105"),
    (RANKING, "pareto_share: 0.8", "pareto_share: 80", "pareto_share", "is a share"),
    ("rfm/reading.yml", "[may], ", "", "months:", "name twelve months"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "place", "message"), FAULTS)
def test_fault_is_named_with_its_line(tmp_path: Path, name: str, old: str, new: str, place: str, message: str) -> None:
    root = part_of_knowledge(tmp_path, "rfm")
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) >= 1
    (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [problem for problem in problems(load(root)) if message in problem.message]
    assert [problem.path for problem in found] == [root / name]
    assert place in (root / name).read_text(encoding="utf-8").splitlines()[found[0].line - 1]


def test_a_missing_class_is_named(tmp_path: Path) -> None:
    root = part_of_knowledge(tmp_path, "rfm")
    (root / "rfm/classes/general_keep.yml").unlink()
    assert [problem.message for problem in problems(load(root))] == [
        "there are 7 of the eight classes; each pattern of high scores needs one"
    ]


def test_the_projects_own_numbers_are_sound() -> None:
    assert list(problems(load(settings().knowledge))) == []
