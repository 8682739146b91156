"""A text that fits its line: cut between words, or between characters where there are no blanks."""

from __future__ import annotations

import pytest

from coach.text.short import cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was late", "It was late"),
        ("It was  late\nagain", "It was late…"),
        ("It was a failure", "It was a…"),
        ("It was so-called", "It was so-…"),
        ("It was can't", "It was can't"),
        ("Donaudampfschifffahrt", "Donaudampfs…"),
        ("他说价格太贵了所以下个月再看", "他说价格太贵了所以下个…"),
        ("他说价格太贵要BrightHome", "他说价格太贵要…"),
    ],
)
def test_cut(text: str, expected: str) -> None:
    assert cut(text, 12) == expected
