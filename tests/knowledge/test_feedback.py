"""Points of feedback: each stands for something that a line can be, and its placeholders are filled."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.knowledge.words import placeholders
from coach.settings import settings

POINTS = sorted(path.stem for path in (settings().knowledge / "feedback").glob("*.yml"))
EVENTS = {
    "told_surface", "told_latent", "told_deep", "missed_after", "missed_asks", "missed_trust", "missed_form",
    "missed_interrogation", "benefit_no_evidence", "offer_no_need", "step_agreed", "step_undated", "step_refused",
    "settled", "asked_back",
}  # fmt: skip  # what coach/rehearsal/feedback.py tells beside the marks
FILLED = {"words", "ask"}


@pytest.mark.parametrize("name", POINTS)
def test_points_stand_for_a_mark_or_an_event(tools: Tools, name: str) -> None:
    assert name in EVENTS or f"mark_{name}" in tools.words


@pytest.mark.parametrize("name", POINTS)
def test_placeholders_are_filled(tools: Tools, name: str) -> None:
    point = tools.knowledge.feedback[name]
    for lang in ("zh", "en"):
        assert point.says[lang]
        for text in point.says[lang]:
            assert placeholders(text) <= FILLED
            assert "{" not in text.format(words="x", ask="y")


def test_every_fault_is_spoken_of(tools: Tools) -> None:
    by_line = {fault.id for fault in tools.knowledge.rubric.faults if fault.whole_call is None} - {
        "left"
    }  # that is told at the end
    assert by_line <= set(POINTS)


def test_every_depth_and_step_is_spoken_of() -> None:
    wanted = {f"told_{level}" for level in ("surface", "latent", "deep")}
    assert wanted | {f"step_{step}" for step in ("agreed", "undated", "refused")} <= set(POINTS)
