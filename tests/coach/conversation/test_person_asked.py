"""Where one person stands, from the conversation alone and with the account book."""

from __future__ import annotations

import pytest

from coach.context import Context
from tests.coach.conversation.chat import KEEP, talk

TOLD = {
    "zh": ["光明照明", "采购经理是刘芳，刘芳倾向现在的供应商，说换了麻烦；老赵支持我们，还让我们先去车间看看"],
    "en": ["Nordlicht GmbH", "Their buyer Willem prefers the present supplier. Ingrid asked us to test our seals on her bench"],
}  # fmt: skip
ASKED = [
    ("zh", "刘芳是什么态度？", "刘芳", "老赵"),
    ("zh", "老赵站哪边", "老赵", "刘芳"),
    ("en", "where does Willem stand?", "Willem", "Ingrid"),
    ("en", "whose side is Ingrid on?", "Ingrid", "Willem"),
]


@pytest.mark.parametrize("kept", [False, True], ids=["told", "kept"])
@pytest.mark.parametrize(("lang", "text", "name", "other"), ASKED)
def test_that_one_alone(context: Context, lang: str, text: str, name: str, other: str, kept: bool) -> None:
    _, said = talk(context, [*TOLD[lang], *(KEEP[lang] if kept else ()), text])
    head = said.split("\n")[0]
    assert name in head
    assert other not in head
    assert "%" in head


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [("zh", "小李是什么态度", "还不认识“小李”"), ("en", "whose side is Bob on?", "I do not know “Bob”")],
)
def test_somebody_unknown(context: Context, lang: str, text: str, words: str) -> None:
    assert words in talk(context, [*TOLD[lang], text])[1]
