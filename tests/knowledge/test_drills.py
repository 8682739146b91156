"""Each prompt of a drill comes with an answer that passes; the twins in drills/ hold answers that must not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.context import Tools
from coach.drill.judge import Verdict, judge
from coach.knowledge.rehearsing import Drill
from coach.settings import settings
from tests.yaml_files import held

TWINS = Path(__file__).parent / "drills"
TODAY = date(2026, 11, 25)
FEWEST_PROMPTS = 18  # three rounds without a prompt coming again
DRILLS = sorted(path.stem for path in (settings().knowledge / "drills").glob("*.yml"))


def verdict(drill: Drill, prompt_id: str, text: str, lang: str, tools: Tools) -> Verdict:
    prompt = next(prompt for prompt in drill.prompts if prompt.id == prompt_id)
    return judge(drill, prompt, text, lang, tools, TODAY)


def bad_answers() -> list[tuple[str, str, str, str]]:
    twins = {path.stem: held(path)["fails"] for path in sorted(TWINS.glob("*"))}
    return [
        (drill, lang, prompt, text)
        for drill, fails in twins.items()
        for lang in ("zh", "en")
        for prompt, text in fails[lang].items()
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", DRILLS)
def test_examples_pass(tools: Tools, name: str, lang: str) -> None:
    drill = tools.knowledge.drills[name]
    verdicts = {p.id: verdict(drill, p.id, p.example[lang], lang, tools) for p in drill.prompts}
    assert not {key: (v.lacking, v.spoilt) for key, v in verdicts.items() if not v.passed}


@pytest.mark.parametrize(("name", "lang", "prompt", "text"), bad_answers())
def test_bad_answers_fail(tools: Tools, name: str, lang: str, prompt: str, text: str) -> None:
    found = verdict(tools.knowledge.drills[name], prompt, text, lang, tools)
    assert not found.passed
    assert found.lacking or found.spoilt


@pytest.mark.parametrize("text", ["", "…", "?", "😀", "12345", "x" * 200])
@pytest.mark.parametrize("name", DRILLS)
def test_no_answer_is_no_pass(tools: Tools, name: str, text: str) -> None:
    assert not verdict(
        tools.knowledge.drills[name], tools.knowledge.drills[name].prompts[0].id, text, "en", tools
    ).passed


@pytest.mark.parametrize("name", DRILLS)
def test_saying_the_prompt_back_is_no_pass(tools: Tools, name: str) -> None:
    prompt = tools.knowledge.drills[name].prompts[0]
    assert not verdict(tools.knowledge.drills[name], prompt.id, prompt.says["en"], "en", tools).passed


@pytest.mark.parametrize("name", DRILLS)
def test_drills_are_long_enough_and_name_marks(tools: Tools, name: str) -> None:
    drill = tools.knowledge.drills[name]
    assert len(drill.prompts) >= FEWEST_PROMPTS
    assert len({prompt.id for prompt in drill.prompts}) == len(drill.prompts)
    assert all(f"mark_{mark}" in tools.words for mark in (*drill.wants, *drill.helps, *drill.spoils))
    assert drill.criterion in {criterion.id for criterion in tools.knowledge.rubric.criteria}
