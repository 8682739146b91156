"""Asks each question of answers.<lang>.tsv early in a fresh call: the buyer answers it, or dodges in words that fit.

The third column is what answers: a fact or a want that is told, or a need whose guarded line wards the question off.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from coach.context import Tools
from coach.rehearsal.state import Rehearsal, Turn
from coach.rehearsal.step import begin, play

HERE = Path(__file__).parent
TODAY = date(2026, 3, 2)
HELLO = {"zh": "您好，谢谢您抽时间见我。", "en": "Hello, thank you for taking the time to see me."}


def rows(lang: str) -> list[tuple[str, str, str]]:
    with (HERE / f"answers.{lang}.tsv").open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file, delimiter="\t")
        return [(row["scenario"], row["question"], row["answer"]) for row in found]


def asked(name: str, lang: str, question: str, tools: Tools) -> Rehearsal:
    start = begin(tools.knowledge.scenarios[name], "normal", lang, TODAY, tools)
    return play(play(start, HELLO[lang], tools), question, tools)


def answers(turn: Turn, name: str, lang: str, tools: Tools) -> set[str]:
    """Return what the turn told, and the needs whose guarded lines it said."""
    needs = tools.knowledge.scenarios[name].needs
    guarded = {need.id for need in needs if need.guarded and any(g in turn.buyer for g in need.guarded[lang])}
    return {*turn.facts, *([turn.told] if turn.told else []), *guarded}


@pytest.mark.parametrize(
    ("name", "lang", "question", "answer"),
    [(name, lang, question, answer) for lang in ("zh", "en") for name, question, answer in rows(lang)],
)
def test_answers_what_was_asked(tools: Tools, name: str, lang: str, question: str, answer: str) -> None:
    turn = asked(name, lang, question, tools).turns[-1]
    assert answer in answers(turn, name, lang, tools), turn.buyer


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_tells_nothing_that_is_not_earned(tools: Tools, lang: str) -> None:
    for name, question, _answer in rows(lang):
        scenario = tools.knowledge.scenarios[name]
        turn = asked(name, lang, question, tools).turns[-1]
        assert all(need.level == "surface" for need in turn.needs(scenario)), question


@pytest.mark.parametrize(
    ("lang", "question", "kind"),
    [
        ("zh", "门口那排钉子是铁的还是铜的？", "choice"),
        ("en", "Is the wallpaper green or blue?", "choice"),
        ("zh", "门口的钟是什么时候停的？", "figure"),
        ("en", "When was this tree planted?", "figure"),
    ],
)
def test_vague_answer_is_of_the_kind_asked_for(tools: Tools, lang: str, question: str, kind: str) -> None:
    turn = asked("hospital_equipment_head", lang, question, tools).turns[-1]
    wordings = tools.words.wordings(f"buyer_vague_{kind}", lang)
    assert any(wording in turn.buyer for wording in wordings), turn.buyer
