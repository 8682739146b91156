"""What a turn takes back is said to the channel; a rehearsal that has ended is begun anew by "again"."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.context import Context, Tools
from coach.conversation.state import REHEARSAL
from tests.coach.conversation.chat import talk

ASK = "What do you buy today?"


@pytest.fixture
def context(tools: Tools, tmp_path: Path) -> Context:
    return Context(tools, date(2026, 3, 2), tmp_path, "anna")


@pytest.mark.parametrize(
    ("said", "took_back"),
    [
        (["Nordlicht GmbH", "The price is too high", "back"], "The price is too high"),
        (["Nordlicht GmbH", "The price is too high", "why", "back"], "The price is too high"),
        (["Nordlicht GmbH", "The price is too high", "back", "back"], "Nordlicht GmbH"),
        (["Nordlicht GmbH", "The price is too high", "back", "why"], None),
        (["back"], None),
        (["Nordlicht GmbH", "start over", "yes"], None),
        (["rehearse: The old lady buys plums", ASK, "back"], ASK),
        (["rehearse: The old lady buys plums", ASK, "hint", "back"], ASK),
        (["rehearse: The old lady buys plums", ASK, "start over"], None),
        (["rehearse: The old lady buys plums", "back"], None),
    ],
)
def test_what_is_taken_back(context: Context, said: list[str], took_back: str | None) -> None:
    assert talk(context, said)[0].took_back == took_back


def test_a_rehearsal_that_ended_begins_anew(context: Context) -> None:
    state, _ = talk(context, ["rehearse: The old lady buys plums, hard", ASK, "debrief", "start over"])
    assert (state.mode, state.rehearsal and state.rehearsal.difficulty) == (REHEARSAL, "hard")
    assert not state.rehearsal or not state.rehearsal.turns


def test_the_interview_begins_anew_where_no_rehearsal_just_ended(context: Context) -> None:
    state, _ = talk(context, ["Nordlicht GmbH", "start over"])
    assert state.interview.asking == "restart"
