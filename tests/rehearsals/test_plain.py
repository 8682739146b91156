"""Asks plain questions by hands who knew only the brief, early in a call: few are asked back, and nothing is told that
is not earned.

Each file of `plain` holds a set with what strict readers said of the answers (fits, loose, wrong) when they were first
read; see docs/rehearsals.md.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from coach.context import Tools
from tests.rehearsals.early import asked

SETS = sorted((Path(__file__).parent / "plain").glob("*.tsv"))
AT_MOST = 0.15  # share of sensible questions that are asked back


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_plain_questions_are_answered_or_put_off(tools: Tools, path: Path) -> None:
    lang = path.suffixes[0].removeprefix(".")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    back = []
    for row in rows:
        scenario = tools.knowledge.scenarios[row["scenario"]]
        turn = asked(row["scenario"], lang, row["question"], tools).turns[-1]
        free = {"surface", "latent"} if scenario.banter else {"surface"}  # "and if they don't like it at home?"
        assert {need.level for need in turn.needs(scenario)} <= free, row["question"]
        assert turn.own_words.strip(), row["question"]
        back += [] if turn.understood else [row["question"]]
    assert len(rows) > 50
    assert len(back) <= AT_MOST * len(rows), back
