"""The customer's words in what somebody says: content words and figures, not the small ones."""

from __future__ import annotations

import pytest

from coach.read.echo import Echoes

COMMON = {"zh": {"我 们": 1.0, "你 们": 1.0, "的 时": 1.0}, "en": {"the": 0.5, "and": 0.7, "we": 0.6, "did": 1.0}}


@pytest.fixture(scope="module")
def echoes() -> Echoes:
    return Echoes(COMMON)


@pytest.mark.parametrize(
    ("text", "lang", "heard", "found"),
    [
        ("色温对不上，影响了谁？", "zh", "两次补货色温都对不上。", ["色温对不上"]),
        ("我们的灯不闪", "zh", "我们要最便宜的。", []),
        ("What did the refill cost you?", "en", "The refill did not match.", ["refill"]),
        ("And the deliveries?", "en", "They deliver late and we complain.", ["deliveries"]),  # one stem
        ("Delicate matters", "en", "They deliver late.", []),
        ("Eight of 48 panels?", "en", "We sent 48 back.", ["48"]),
        ("A or b?", "en", "a b c", []),  # single letters say nothing
        ("anything", "en", "", []),
        ("", "en", "anything", []),
        ("SVM 0.2 是什么？", "zh", "SVM要低于0.4。", ["SVM"]),
    ],
)
def test_find(echoes: Echoes, text: str, lang: str, heard: str, found: list[str]) -> None:
    evidence = echoes.find(text, lang, [heard])
    assert [e.text for e in evidence] == found
    assert all(text[e.start : e.end] == e.text and e.rule == "echo" for e in evidence)


def test_all_that_was_heard_counts(echoes: Echoes) -> None:
    assert [e.text for e in echoes.find("The refill and the warranty", "en", ["refill", "warranty", "x"])] == [
        "refill",
        "warranty",
    ]
    assert echoes.find("The refill", "en", []) == []
