"""Faults in `brief.yml`: each gives a line that names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.knowledge.checks.briefing import problems
from coach.knowledge.load import load
from coach.settings import settings
from tests.coach.knowledge.part import part_of_knowledge

FAULTS = [
    ("objection: bad_experience", "objection: bad_mood", "objection: bad_mood", "bad_mood"),
    ("topics: [payment]", "topics: [paiment]", "topics: [paiment]", "paiment"),
    ("stances: [opponent, enemy]", "stances: [opponent, foe]", "stances: [opponent, foe]", "foe"),
    ("    stances: [neutral, unknown]\n", "", "objection: not_my_decision", "name topics or stances"),
    ("open_questions: 3", "open_questions: 2", "open_questions: 2", "'open_questions' is at least 3"),
    ("implication_questions: 2", "implication_questions: 1", "implication_questions: 1", "'implication_questions' is at least 2"),
    ("quote: 40", "quote: 70", "quote: 70", "'quote' is more than before"),
    ("name: 40", "name: 70", "name: 70", "'name' is more than before"),
    ("people: 3, needs: 2", "people: 5, needs: 2", "people: 5, needs: 2", "'people' is more than before"),
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return part_of_knowledge(tmp_path, "needs", "objections")


@pytest.mark.parametrize(("old", "new", "place", "message"), FAULTS)
def test_fault_is_named_with_its_line(root: Path, old: str, new: str, place: str, message: str) -> None:
    path = root / "brief.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [problem for problem in problems(load(root)) if message in problem.message]
    assert found, [problem.message for problem in problems(load(root))]
    assert found[0].path == path
    assert place in path.read_text(encoding="utf-8").splitlines()[found[0].line - 1]


def test_the_projects_own_brief_is_sound() -> None:
    assert list(problems(load(settings().knowledge))) == []
