"""What is said only to gain time is blanked; places stay."""

import pytest

from coach.text.fillers import blank_fillers


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("How, um, many do you need?", "How, many do you need?"),
        ("Uh, wh-what happened?", "what happened?"),
        ("So do you- do you cut glass?", "So do you cut glass?"),
        ("[laughter] What day is it, then?", "What day is it ?"),
        ("Mm-hmm. Hmm.", "Mm-hmm. Hmm."),
        ("A well-known 10-100 V lamp", "A well-known 10-100 V lamp"),
        ("你们呃有几条线？", "你们呃有几条线？"),
    ],
)
def test_blanked(text, left):
    blanked = blank_fillers(text)
    assert len(blanked) == len(text)
    assert " ".join(blanked.split()) == left
