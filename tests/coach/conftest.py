"""The project's rubric and words with three drills of the tests' own."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from coach.knowledge.load import load
from coach.knowledge.rehearsing import Drill
from coach.settings import settings

DRILLS = {"open_questions": "need_surface", "paraphrase": "paraphrase", "closing": "next_step"}  # drill -> criterion


def a_drill(order: int, name: str, criterion: str) -> Drill:
    text = {"zh": f"练习{name}", "en": f"The {name}"}
    prompt = {"id": "one", "says": text, "example": text}
    return Drill(
        id=name, order=order, name=text, goal=text, task=text, criterion=criterion, wants=["open"], prompts=[prompt]
    )


@pytest.fixture(scope="session")
def practice() -> Any:
    """What the progress needs of Tools."""
    drills = {name: a_drill(order, name, criterion) for order, (name, criterion) in enumerate(DRILLS.items())}
    knowledge = replace(load(settings().knowledge), drills=drills)
    return SimpleNamespace(knowledge=knowledge, words=knowledge.words)
