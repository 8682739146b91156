"""A line in quotes is taken out of what frames it; quotes around a word stay."""

import pytest

from coach.read.quoted import line_in

SOUR_ZH, SOUR_EN = "您为什么要酸的？", "Why do you want sour ones?"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("“您为什么要酸的？”呢", SOUR_ZH), ("“您为什么要酸的？”呢？", SOUR_ZH), ("：“您为什么要酸的？”", SOUR_ZH),
        ("她“您为什么要酸的？”呢", SOUR_ZH), ("「您为什么要酸的？」会怎么样呢？", SOUR_ZH), ("您为什么要酸的？”呢", SOUR_ZH),
        ("\"您为什么要酸的？\"，她会怎么说？", SOUR_ZH), ("您为什么要酸的？呢", SOUR_ZH), ("您为什么要酸的？呢？", SOUR_ZH),
        ("“您要酸的吧”呢？", "您要酸的吧"), ("“节能”对您意味着什么？", "“节能”对您意味着什么？"),
        ("你们对“节能”有什么要求", "你们对“节能”有什么要求"), ("他们现在怎么采购呢", "他们现在怎么采购呢"),
        (" “Why do you want sour ones?”", SOUR_EN), (": \"Why do you want sour ones?\" then?", SOUR_EN),
        (" 'Why do you want sour ones?'?", SOUR_EN), (" her: “Why do you want sour ones?”.", SOUR_EN),
        (" “Why do you want sour ones?” instead", SOUR_EN), (" \"Why do you want sour ones?", SOUR_EN),
        (" ‘Why do you want sour ones?’ What would she say?", SOUR_EN), (" “Don't you like them?”?", "Don't you like them?"),
        (" what “saving” means to you?", "what “saving” means to you?"), (" how they don't buy today?", "how they don't buy today?"),
        ("", ""), ("\"", ""),
    ],
)  # fmt: skip
def test_line_in(text, line):
    assert line_in(text) == line
