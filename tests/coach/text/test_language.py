"""Which language carries a sentence."""

import pytest

from coach.text.language import language_of


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("他们要五年质保", "zh"),
        ("They want five years", "en"),
        ("客户要做LM-79 test,还要BIS", "zh"),
        ("We met 王工 yesterday about the panel", "en"),
        ("客户说 delivery 太慢了", "zh"),
        ("FABE", "zh"),
        ("12345 ???", "zh"),
        ("", "zh"),
    ],
)
def test_language_of(text, lang):
    assert language_of(text) == lang


def test_default_is_used_without_words():
    assert language_of("42", "en") == "en"
