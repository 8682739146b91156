"""Which language carries a sentence."""

import pytest

from coach.text.language import followed, language_of


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


@pytest.mark.parametrize(
    ("text", "lang", "least", "expected"),
    [
        ("drill implication questions", "zh", 3, "en"), ("drill implication questions", "zh", 6, "zh"),
        ("老太太买李子", "en", 6, "zh"), ("演练", "en", 6, "en"), ("好的 BrightHome", "zh", 3, "zh"), ("42", "en", 1, "en"),
    ],
)  # fmt: skip
def test_who_says_enough_is_followed(text, lang, least, expected):
    assert followed(text, lang, least) == expected
