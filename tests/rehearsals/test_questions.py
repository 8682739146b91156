"""Asks each question of questions.<lang>.tsv as the first line of a fresh call: the buyer rarely has to ask back."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from coach.context import Tools
from coach.rehearsal.step import begin, play

HERE = Path(__file__).parent
AT_MOST = 0.15  # share of questions that are not understood


def questions(lang: str) -> list[tuple[str, str]]:
    with (HERE / f"questions.{lang}.tsv").open(encoding="utf-8", newline="") as file:
        return [(row["scenario"], row["question"]) for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_rarely_asks_back(tools: Tools, lang: str) -> None:
    asked = questions(lang)
    fresh = {
        name: begin(scenario, "normal", lang, date(2026, 11, 25), tools)
        for name, scenario in tools.knowledge.scenarios.items()
    }
    back = [(name, text) for name, text in asked if not play(fresh[name], text, tools).turns[-1].understood]
    assert len(asked) > 100
    assert len(back) <= AT_MOST * len(asked), "\n".join(f"{name}: {text}" for name, text in back)
