"""Folding keeps the length, so that spans can be quoted from the original."""

import pytest

from coach.text.normalize import normalize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("質量沒問題，就是價格太貴！", "质量没问题,就是价格太贵!"),
        ("ＬＥＤ面板燈　５０００套", "led面板灯 5000套"),
        ("“Don’t” worry", '"don\'t" worry'),
        ("色温4000Ｋ", "色温4000k"),
        ("", ""),
        ("😀 OK", "😀 ok"),
        ("Just lookin', not buyin' 'em?", "just looking, not buying 'em?"),  # a dropped g stands where it was
        ("Doin’ fine in' the barn", "doing fine in' the barn"),
        (
            "She said 'maybe again' and 'the cabin'",
            "she said 'maybe again' and 'the cabin'",
        ),  # signs that close a quote
        ("İstanbul", "İstanbul"),  # lower-casing would make two characters of one
        ("ﬁne", "ﬁne"),
    ],
)
def test_folds_one_for_one(text, expected):
    assert normalize(text) == expected
    assert len(normalize(text)) == len(text)
