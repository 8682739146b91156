"""Everything that a channel keeps is plain JSON and comes back as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coach.context import Tools
from coach.conversation.keep import forget_vanished
from coach.conversation.state import DRILL, REHEARSAL, Conversation
from coach.conversation.state import from_json as conversation_from_json
from coach.drill.round import Round
from coach.drill.round import from_json as round_from_json
from coach.interview.state import Interview
from coach.rehearsal.state import from_json
from tests.coach.rehearsal.calls import GOOD_PLUMS, call


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value.to_json(), ensure_ascii=False))


def test_rehearsal(tools: Tools) -> None:
    for count in range(len(GOOD_PLUMS) + 1):
        state = call(tools, GOOD_PLUMS[:count])
        assert from_json(through_json(state)) == state


def test_drill_round() -> None:
    state = Round("closing", "en", 6, [True, False], 1)
    assert round_from_json(through_json(state)) == state
    assert state.share == 0.5


def test_conversation(tools: Tools) -> None:
    interview = Interview(lang="en", account="BrightHome", started=True)
    for state in (
        Conversation(),
        Conversation(interview, asking="scenario", feedback=False),
        Conversation(interview, REHEARSAL, call(tools, GOOD_PLUMS[:2]), hints=1),
        Conversation(interview, DRILL, call(tools, GOOD_PLUMS[:1]), Round("closing", "zh")),
    ):
        assert conversation_from_json(through_json(state)) == state
    assert conversation_from_json(None) == Conversation()


def test_an_interview_of_the_older_version_is_taken_in() -> None:
    interview = Interview(lang="en", account="BrightHome", started=True)
    assert conversation_from_json(through_json(interview)) == Conversation(interview)


@pytest.mark.parametrize("data", [{}, {"version": 99}, {"version": 1}, {"version": 1, "scenario": "plums"}])
@pytest.mark.parametrize("read", [from_json, round_from_json, conversation_from_json])
def test_what_cannot_be_read_is_refused(read: Any, data: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        read(data)


def test_broken_parts_of_a_conversation_are_refused() -> None:
    whole = Conversation(Interview()).to_json()
    for part in ("rehearsal", "drill", "interview"):
        with pytest.raises(ValueError):
            conversation_from_json({**whole, part: {"version": 99}})
    with pytest.raises(ValueError):
        conversation_from_json({**whole, "surplus": 1})


def test_a_call_of_a_scenario_that_an_edit_removed_is_dropped(tools: Tools) -> None:
    gone = call(tools, ())
    gone.scenario = "gone"
    state = Conversation(mode=REHEARSAL, rehearsal=gone)
    forget_vanished(state, tools.knowledge)
    assert (state.mode, state.rehearsal) == ("interview", None)
    state = Conversation(mode=DRILL, drill=Round("gone", "en"))
    forget_vanished(state, tools.knowledge)
    assert (state.mode, state.drill) == ("interview", None)
