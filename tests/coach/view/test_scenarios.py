"""The library: what a page sends begins the very scenario or drill, in any mode and both languages."""

from __future__ import annotations

import pytest

from coach.context import Context
from coach.conversation.state import Conversation
from coach.progress.record import DRILL, REHEARSAL, Record
from coach.progress.store import note
from coach.view.scenarios import drills, scenarios
from tests.coach.conversation.chat import talk

LANGUAGES = ["zh", "en"]
CALL = Record("2026-02-20", REHEARSAL, "plums", 71, {"paraphrase": 0.1}, difficulty="easy")
BETTER = Record("2026-02-27", REHEARSAL, "plums", 88, {"paraphrase": 0.2}, difficulty="hard")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_rehearsal_begins_by_what_is_sent(context: Context, lang: str) -> None:
    for row in scenarios(Conversation(), lang, context):
        for level, send in row["send"].items():
            state, _ = talk(context, [send])
            assert state.rehearsal is not None, send
            assert (state.rehearsal.scenario, state.rehearsal.difficulty, state.lang) == (row["id"], level, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_drill_begins_by_what_is_sent(context: Context, lang: str) -> None:
    for row in drills(lang, context):
        state, _ = talk(context, [row["send"]])
        assert state.drill is not None, row["send"]
        assert state.drill.drill == row["id"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_practice_can_be_changed_in_the_middle(context: Context, lang: str) -> None:
    call, other = scenarios(Conversation(), lang, context)[:2]
    drill = drills(lang, context)[0]
    state, _ = talk(context, [call["send"]["easy"], other["send"]["hard"]])
    assert (state.rehearsal.scenario, state.rehearsal.turns) == (other["id"], [])
    state, _ = talk(context, [drill["send"]], state)
    assert (state.mode, state.drill.drill) == ("drill", drill["id"])
    state, _ = talk(context, [call["send"]["easy"]], state)
    assert (state.mode, state.rehearsal.scenario) == ("rehearsal", call["id"])


@pytest.mark.parametrize("line", ["Let's rehearse what happened in March.", "我们演练一下签收流程好吗？"])
def test_a_line_that_only_mentions_practice_goes_to_the_buyer(context: Context, line: str) -> None:
    state, _ = talk(context, ["演练：老太太买李子，入门", line])
    assert [turn.seller for turn in state.rehearsal.turns] == [line]


def test_the_best_result_and_an_unfinished_call(context: Context) -> None:
    for record in (CALL, BETTER):
        note(context.home, context.user, record)
    state, _ = talk(context, ["演练：老太太买李子，入门"])
    rows = {row["id"]: row for row in scenarios(state, "en", context)}
    assert rows["plums"]["best"] == {"score": 88, "level": "hard", "passed": True, "at": "2026-02-27"}
    assert (rows["plums"]["role"], rows["plums"]["role_name"]) == ("buyer", "buyer")
    assert (rows["plums"]["times"], rows["plums"]["unfinished"]) == (2, True)
    assert (rows["rival_enemy"]["best"], rows["rival_enemy"]["times"], rows["rival_enemy"]["unfinished"]) == (
        None,
        0,
        False,
    )
    assert len(rows) == len(context.tools.knowledge.scenarios)


def test_drills_that_are_due(context: Context) -> None:
    assert not any(row["due"] for row in drills("zh", context))
    note(context.home, context.user, CALL)
    note(context.home, context.user, Record("2026-02-28", DRILL, "closing", 100, {"next_step": 1.0}, prompts=6))
    rows = {row["id"]: row for row in drills("zh", context)}
    assert rows["paraphrase"]["due"]
    assert not rows["closing"]["due"]
    assert rows["closing"]["times"] == 1
