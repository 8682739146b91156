"""Asks each question of answers.<lang>.tsv early in a fresh call: the buyer answers it, or dodges in words that fit.

The third column is what answers: a fact or a want that is told, or a need whose guarded line wards the question off.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from coach.context import Tools
from coach.rehearsal.step import play
from tests.rehearsals.early import answers, asked

HERE = Path(__file__).parent
BY_EXAMPLE = pytest.mark.xfail(strict=True, reason="example questions lead to a fact")


def rows(lang: str) -> list[tuple[str, str, str]]:
    with (HERE / f"answers.{lang}.tsv").open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file, delimiter="\t")
        return [(row["scenario"], row["question"], row["answer"]) for row in found]


@pytest.mark.parametrize(
    ("name", "lang", "question", "answer"),
    [(name, lang, question, answer) for lang in ("zh", "en") for name, question, answer in rows(lang)],
)
def test_answers_what_was_asked_and_nothing_unearned(
    tools: Tools, name: str, lang: str, question: str, answer: str
) -> None:
    turn = asked(name, lang, question, tools).turns[-1]
    assert answer in answers(turn, name, lang, tools), turn.buyer
    assert all(need.level == "surface" for need in turn.needs(tools.knowledge.scenarios[name])), turn.buyer


@pytest.mark.parametrize(
    ("lang", "question", "kind"),
    [
        ("zh", "门口那排钉子是铁的还是铜的？", "choice"),
        ("en", "Is the wallpaper striped or plain?", "choice"),
        pytest.param("en", "How often is that clock wound up?", "how_often", marks=BY_EXAMPLE),
        ("en", "Who painted the picture over there?", "who"),
        ("zh", "门口的钟是什么时候停的？", "since_when"),
        ("en", "When was this tree planted?", "since_when"),
        ("zh", "院子里的石榴栽了几年了？", "since_when"),
        ("en", "How long has that cuckoo clock been ticking?", "since_when"),
        ("zh", "门口的钟多久上一次弦？", "how_often"),
        ("zh", "墙上一共钉了多少颗钉子？", "how_many"),
        ("zh", "墙上的画是谁画的？", "who"),
    ],
)
def test_what_nobody_knows_is_evaded_by_its_kind(tools: Tools, lang: str, question: str, kind: str) -> None:
    turn = asked("hospital_equipment_head", lang, question, tools).turns[-1]
    assert turn.evaded == kind, turn.buyer


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_evasion_is_said_twice(tools: Tools, lang: str) -> None:
    question = {"zh": "走廊的画是谁画的？", "en": "Who painted the picture over there?"}[lang]
    call = asked("hospital_equipment_head", lang, question, tools)
    for _ in range(3):
        call = play(call, question, tools)
    said = [turn.buyer for turn in call.turns]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("lang", "question"),
    [("zh", "频闪在教室里闹出过什么麻烦？"), ("en", "What trouble have you had with flicker in classrooms?")],
)
def test_who_digs_too_early_is_told_the_want_only_when_digging_on(tools: Tools, lang: str, question: str) -> None:
    first = asked("flicker_product_manager", lang, question, tools)
    assert first.turns[-1].missed == {"need": "school_complaints", "why": "ahead"}
    assert not first.told
    second = play(first, question, tools)
    assert {"flicker_limit"} <= {*second.turns[-1].facts, second.turns[-1].told}
