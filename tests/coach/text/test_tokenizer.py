"""Han characters singly, everything with a meaning of its own whole."""

import pytest

from coach.text.pipeline import blank_pipeline
from coach.text.tokenizer import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("报价太高", ["报", "价", "太", "高"]),
        ("先做poc再说", ["先", "做", "poc", "再", "说"]),
        ("lm-79 and ip65, 4000k", ["lm-79", "and", "ip65", ",", "4000k"]),
        ("5,000 pcs at 8.5%", ["5,000", "pcs", "at", "8.5%"]),
        ("the buyer's boss won't", ["the", "buyer", "'s", "boss", "won't"]),
        ("5000套😀", ["5000", "套", "😀"]),
        ("zażółć größe", ["zażółć", "größe"]),
        ("", []),
    ],
)
def test_tokens(text, words):
    found = tokenize(text)
    assert [word for word, _ in found] == words
    assert all(text[start : start + len(word)] == word for word, start in found)


def test_spacy_uses_the_same_tokens():
    assert [token.text for token in blank_pipeline()("做poc,4000k")] == ["做", "poc", ",", "4000k"]
