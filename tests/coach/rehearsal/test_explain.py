"""Why: each thing said of the last line names its rule, and the words stand in the line."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.rehearsal.explain import explain_turn
from tests.coach.rehearsal.calls import GOOD_PLUMS, call


def test_before_the_first_line(tools: Tools) -> None:
    assert explain_turn(call(tools, ()), tools) == tools.words.say("why_nothing", "zh")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_names_rules_words_and_what_was_earned(tools: Tools, count: int) -> None:
    state = call(tools, GOOD_PLUMS[:count])
    said = explain_turn(state, tools)
    assert GOOD_PLUMS[count - 1] in said
    for mark in state.turns[-1].marks:
        assert mark["text"] in said
        assert mark["rule"] in said
    level = tools.knowledge.scenarios["plums"].need(state.told[-1]).level
    assert tools.words.say("label_" + level, "zh") in said


def test_says_why_nothing_deeper_came(tools: Tools) -> None:
    state = call(tools, ["What price do you need?", "Why?", "Who decides?"], "importer_purchasing", "en")
    turn = next(turn for turn in state.turns if turn.missed)
    state.turns = state.turns[: state.turns.index(turn) + 1]
    assert tools.words.say("because_" + turn.missed["why"], "en") in explain_turn(state, tools)


def test_every_reason_has_words(tools: Tools) -> None:
    for why in ("after", "asks", "trust", "form", "interrogation", "not_asked"):
        assert all(tools.words.say(f"because_{why}", lang) for lang in ("zh", "en"))
