"""Progress in the conversation: results that cannot be read or written are told and stop nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach.context import Context, Tools
from coach.conversation.doors import DOORS, start_drill
from coach.conversation.leave import keep_receipt
from coach.conversation.state import DRILL, Conversation
from coach.conversation.step import step
from coach.progress.store import note, records
from coach.read.requests import Request
from tests.coach.progress.records import drilled


@pytest.fixture
def context(practice: Any, tmp_path: Path) -> Context:
    return Context(practice, date(2026, 3, 20), tmp_path / "home", "anna")


def progress(context: Context) -> list[str]:
    return DOORS["progress"](Conversation(), Request("progress", ""), "进步", context)[1]


def test_progress_shows_the_page(context: Context) -> None:
    assert progress(context)[0].startswith("还没有练习记录")
    note(context.home, "anna", drilled("2026-03-19", "closing", 1))
    assert "小练习 1 轮" in progress(context)[0]


def test_results_that_cannot_be_read_are_told(context: Context) -> None:
    (context.home / "progress" / "anna" / "results.jsonl").mkdir(parents=True)
    assert progress(context) == ["练习记录读不出来（Is a directory）。"]


def test_a_round_begins_where_the_last_one_ended(context: Context) -> None:
    note(context.home, "anna", drilled("2026-03-19", "closing", 1))
    note(context.home, "ben", drilled("2026-03-19", "closing", 1))
    state, _ = start_drill(Conversation(), "closing", context)
    assert state.drill is not None
    assert state.drill.first == context.tools.knowledge.rehearsing.drill_prompts


def test_a_round_begins_also_when_the_results_cannot_be_read(context: Context) -> None:
    (context.home / "progress" / "anna" / "results.jsonl").mkdir(parents=True)
    assert start_drill(Conversation(), "closing", context)[0].mode == DRILL


def test_results_hold_difficulty_prompts_and_help(tools: Tools, tmp_path: Path) -> None:
    context, state = Context(tools, date(2026, 3, 20), tmp_path, "anna"), Conversation()
    for text in (
        "演练老太太买李子 高难",
        "提示",
        "您要什么样的李子？",
        "提示",
        "复盘",
        "小练习 1",
        "提示",
        "跳过",
        "跳过",
        "停",
    ):
        state, _ = step(state, text, context)
    rehearsed, *drills = records(tmp_path, "anna")
    assert (rehearsed.difficulty, rehearsed.prompts, rehearsed.hints) == ("hard", None, 2)
    assert [(row.difficulty, row.prompts, row.hints) for row in drills] == [(None, 2, 1)]
    assert state.helped == 0


def test_receipts_are_for_the_owner_alone(context: Context) -> None:
    receipt = {"today": "2026-03-20", "scenario": "hotel", "hash": "0123456789abcdef"}
    path = keep_receipt({"receipt": receipt}, context)
    assert path == context.home / "receipts" / "anna" / "2026-03-20-hotel-0123456789ab.json"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize(
    ("text", "scenario"), [("我想演练老太太买李子", "plums"), ("rehearse the plums", "plums"), ("演练", None)]
)
def test_a_door_takes_the_request_as_it_was_read(tools: Tools, tmp_path: Path, text: str, scenario: str | None) -> None:
    request = tools.requests.read(text)
    assert request is not None
    unread = replace(tools)  # `requests` is made on first use, so that this one has none yet
    state, _ = DOORS["rehearse"](Conversation(), request, text, Context(unread, date(2026, 3, 20), tmp_path, "anna"))
    assert (state.rehearsal.scenario if state.rehearsal else None) == scenario
    assert "requests" not in vars(unread)


@pytest.mark.parametrize(
    ("before", "wish", "lang"),
    [
        ("客户是海港烘焙，做面包的", "drill implication questions", "en"),
        ("客户是海港烘焙，做面包的", "rehearse the old lady, easy", "en"),
        ("The customer is Harbour Bakeries in Kent", "小练习 影响问题", "zh"),
        ("The customer is Harbour Bakeries in Kent", "演练老太太买李子 入门", "zh"),
    ],
)
def test_practice_is_in_the_language_it_is_asked_for(
    tools: Tools, tmp_path: Path, before: str, wish: str, lang: str
) -> None:
    context, state = Context(tools, date(2026, 3, 20), tmp_path, "anna"), Conversation()
    for text in (before, wish):
        state, said = step(state, text, context)
    going = state.drill or state.rehearsal
    assert going is not None
    assert (state.lang, going.lang) == (lang, lang)
    assert any(sign > "\u3400" for sign in said[0]) == (lang == "zh")


def test_what_comes_after_a_call_is_in_its_language(tools: Tools, tmp_path: Path) -> None:
    context, state = Context(tools, date(2026, 3, 20), tmp_path, "anna"), Conversation()
    for text in ("演练老太太买李子 入门", "Good morning, what kind of plums would you like today?", "debrief", "drill"):
        state, said = step(state, text, context)
    assert state.lang == "en"
    assert not any(sign > "\u3400" for sign in said[0])
