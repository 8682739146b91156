"""What must hold when a number or a period of what was told is put right."""

from __future__ import annotations

from coach.interview.state import Interview
from tests.coach.interview.conftest import Talk


def changed(talk: Talk, told: str, put_right: str, old: str, new: str) -> Interview:
    """Tell something and put it right: both wordings are quoted, and the new one is kept. Return the interview."""
    han = told[0] > "z"
    state, answer = talk("先聊恒丰乳业" if han else "Brightwater Foods", told, put_right)
    line = answer.split("\n")[0]
    assert line.startswith("改过来了" if han else "Changed")
    assert old in line
    assert new in line
    kept = [need.quote for need in state.needs] + [each["text"] for each in state.answers if each["text"] != put_right]
    assert any(new.strip("“”") in words for words in kept)
    return state
