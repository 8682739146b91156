"""What if: the rules are run again with another last line; the call itself stays as it is."""

from __future__ import annotations

import json

import pytest

from coach.context import Tools
from coach.rehearsal.step import play
from coach.rehearsal.what_if import what_if
from tests.coach.rehearsal.calls import GOOD_PLUMS, call


def test_tells_what_the_other_line_would_have_brought(tools: Tools) -> None:
    state = call(tools, [GOOD_PLUMS[0], "今天买的人多吗？"])
    kept = json.dumps(state.to_json())
    said = what_if(state, GOOD_PLUMS[1], tools)
    assert call(tools, GOOD_PLUMS[:2]).turns[-1].buyer in said
    assert tools.words.say("label_latent", "zh") in said
    assert json.dumps(state.to_json()) == kept


@pytest.mark.parametrize(
    "asked",
    [
        "如果我问“{}”呢",
        "如果我刚才问：“{}”呢？",
        "假如我问她“{}”，她会怎么说？",
        "What if I had asked “{}”?",
        'what if i asked "{}" then?',
    ],
)
def test_only_what_is_in_quotes_is_said(tools: Tools, asked: str) -> None:
    request = tools.requests.read(asked.format(GOOD_PLUMS[1]))
    assert request is not None
    assert (request.id, request.rest) == ("what_if", GOOD_PLUMS[1])


def test_tells_what_would_be_lost(tools: Tools) -> None:
    said = what_if(call(tools, GOOD_PLUMS[:2]), "嗯，我知道了。", tools)
    assert tools.words.say("what_if_lost", "zh", level=tools.words.say("label_latent", "zh")) in said


def test_the_same_line_changes_nothing(tools: Tools) -> None:
    said = what_if(call(tools, GOOD_PLUMS[:2]), GOOD_PLUMS[1], tools)
    assert said.endswith(tools.words.say("what_if_same", "zh"))


def test_before_the_first_line_it_is_that_line(tools: Tools) -> None:
    assert call(tools, GOOD_PLUMS[:1]).turns[-1].buyer in what_if(call(tools, ()), GOOD_PLUMS[0], tools)


def test_another_line_would_not_have_ended_the_call(tools: Tools) -> None:
    state = call(tools, ["you stupid idiot"] * 4)
    assert state.over
    other = play(call(tools, ["you stupid idiot"] * (len(state.turns) - 1)), GOOD_PLUMS[0], tools)
    assert other.turns[-1].buyer in what_if(state, GOOD_PLUMS[0], tools)
