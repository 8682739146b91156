"""Clauses that deny a role are blank, of the same length; the others stand."""

import pytest

from coach.read.denied import without_denied


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("she is not the decider, she checks the specs", "she checks the specs"),
        ("he isn't really the one who decides, he runs the forklifts", "he runs the forklifts"),
        ("she is the decider, not our friend", "she is the decider, not our friend"),
        ("她不是拍板的，她负责测样品", "她负责测样品"),
        ("他并非最后拍板的，是收资料的", "是收资料的"),
        ("他是拍板的，不是我们的人", "他是拍板的，不是我们的人"),
    ],
)
def test_what_is_left(tools, text, left):
    affirmed = without_denied(tools.reader.scan(text))
    assert len(affirmed) == len(text)
    assert affirmed.strip(" ,，") == left
