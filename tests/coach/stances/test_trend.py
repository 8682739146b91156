"""Which way a person is moving, and the signs that show it."""

from __future__ import annotations

import pytest

from tests.coach.stances.accounts import signs, stands


@pytest.mark.parametrize(
    ("written", "direction", "shown"),
    [
        ([], "unknown", []),
        (["supporter/behaviour/5"], "unknown", []),
        (["opponent/behaviour/5", "supporter/behaviour/6"], "unknown", []),  # one meeting
        (["opponent/behaviour/90", "supporter/behaviour/5"], "warming", ["opponent", "supporter"]),
        (["supporter/behaviour/90", "opponent/behaviour/5"], "cooling", ["supporter", "opponent"]),
        (["neutral/behaviour/90", "neutral/tone/60", "coach/behaviour/5", "supporter/tone/4"], "warming", ["neutral", "coach"]),
        (["supporter/behaviour/90", "supporter/behaviour/5"], "steady", ["supporter"]),
        (["supporter/behaviour/90", "supporter/explicit/80", "supporter/behaviour/6", "neutral/tone/5"], "steady", ["neutral"]),
        (["opponent/behaviour/600", "supporter/behaviour/200"], "unknown", []),  # nothing lately
        (["coach/tone/90", "supporter/tone/5"], "steady", ["supporter"]),  # tone makes no coach that one could fall from
    ],
)  # fmt: skip
def test_trend(written: list[str], direction: str, shown: list[str]) -> None:
    found = stands(signs(*written)).trend
    assert (found.direction, [one.label for one in found.shown_by]) == (direction, shown)
    assert list(found.shown_by) == sorted(found.shown_by)
