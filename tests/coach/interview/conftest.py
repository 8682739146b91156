"""A talk with the interview, line by line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coach.context import Context, Tools
from coach.interview.state import Interview, from_json
from coach.interview.step import step

Talk = Callable[..., tuple[Interview, str]]


@pytest.fixture
def talk(request: pytest.FixtureRequest, tools: Tools, tmp_path: Path) -> Talk:
    """A function that says lines one after another; gives the state and the last answer.

    They are said on the day `TODAY` of the file with the test, where it names one.
    """
    context = Context(tools, getattr(request.module, "TODAY", date(2026, 3, 2)), tmp_path)

    def say(*lines: str, state: Interview | None = None) -> tuple[Interview, str]:
        state, answer = state or Interview(), []
        for line in lines:
            state, answer = step(state, line, context)
            state = from_json(state.to_json())  # every turn goes through the channel's store
        return state, "\n".join(answer)

    return say
