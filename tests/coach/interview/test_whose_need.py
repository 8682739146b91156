"""A need's quote ends before the next clause's subject, and a deep need says whose it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.context import Context, Tools
from coach.interview.state import Interview
from coach.interview.step import step


def told(tools: Tools, tmp_path: Path, *lines: str) -> tuple[Interview, str]:
    state, context, said = Interview(), Context(tools, date(2026, 11, 26), tmp_path), [""]
    for line in lines:
        state, said = step(state, line, context)
    return state, "\n".join(said)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The brine pumps seize up every few weeks and Gwen, the plant manager, is furious", "The brine pumps seize up every few weeks"),
        ("The fryers trip the fuse every Friday and the head chef, Paolo, shouts at everybody", "The fryers trip the fuse every Friday"),
        ("The conveyor breaks down twice a shift, so Marcus", "The conveyor breaks down twice a shift"),
        ("机器老停机所以李经理，每天盯在现场", "机器老停机"),
        ("盐水泵隔几周就卡死而且王工，天天半夜被叫起来", "盐水泵隔几周就卡死"),
    ],
)  # fmt: skip
def test_the_next_subject_is_left_out(tools: Tools, tmp_path: Path, text: str, quote: str) -> None:
    account = "Qingtian Cold Store" if text.isascii() else "青田冷库"
    state, _ = told(tools, tmp_path, account, text)
    quotes = [need.quote for need in state.needs]
    assert quote in quotes or not any(found.startswith(quote) for found in quotes)


@pytest.mark.parametrize(
    ("lines", "whose"),
    [
        (
            ["Nordlys AS", "Gwen is the plant manager.", "If it fails again she can't face her boss"],
            "deep need of Gwen (",
        ),
        (["Nordlys AS", "Gwen said she can't sleep before an audit"], "deep need of Gwen ("),
        (["Nordlys AS", "One more recall and Gwen is out of a job"], "deep need ("),
        (["青田冷库", "王姐说再出一次事故她没法跟老板交代"], "王姐的深藏需求（"),
        (["青田冷库", "王姐是厂长", "她怕再出事饭碗不保"], "王姐的深藏需求（"),
        (["青田冷库", "再停一次机，王姐位子就保不住了"], "\n深藏需求（"),
    ],
)
def test_a_deep_need_says_whose_it_is(tools: Tools, tmp_path: Path, lines: list[str], whose: str) -> None:
    assert whose in "\n" + told(tools, tmp_path, *lines)[1]
