"""Words quoted within a sentence bring no marks of their own along."""

import pytest

from coach.text.trimmed import shortened, trimmed


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (", is that right?", "is that right?"),
        ("，您看行吗", "您看行吗"),
        ("I trust nobody.", "I trust nobody"),
        ("睡一晚上觉。", "睡一晚上觉"),
        ("老是把车排重，", "老是把车排重"),
        ("3.5 t", "3.5 t"),
    ],
)
def test_marks_at_the_edges_go(words: str, shown: str) -> None:
    assert trimmed(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"), [("，您看行吗", "您看行吗"), ("a, b, c, d", "a, b,…"), (", a, b, ", "a, b")]
)
def test_long_words_are_cut(words: str, shown: str) -> None:
    assert shortened(words, 6) == shown
