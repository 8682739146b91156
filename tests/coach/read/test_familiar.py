"""What is speech, and what is a row of letters that nobody could follow."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    "text",
    [
        "They are nice this week, they came in yesterday.",
        "A dairy in Bergen has been running two of them since May and is happy.",
        "Well, keep me posted when you know more.",
        "菜单每周更新，营养师搭配的。",
        "那您先比一比，有消息告诉我一声。",
        "我们给德国客户也供过类似的产品，反馈不错。",
    ],
)
def test_a_plain_statement_is_speech(tools, text):
    assert tools.seller.read(text, [], DAY).is_speech


@pytest.mark.parametrize(
    "text",
    ["asdf qwer zxcv uiop", "blorf the gnarx fleem vost", "囧龘靐齾 爩麤 灪", "hm", "蘙蘧虁 氼沝淼㵘", "x y z"],
)
def test_a_row_of_letters_is_none(tools, text):
    assert not tools.seller.read(text, [], DAY).is_speech
