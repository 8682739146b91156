"""Right after a debrief "why" is asked about the score."""

from __future__ import annotations

import pytest

from coach.context import Context
from tests.coach.conversation.chat import LEARNED, talk

CALL = {
    "zh": ["演练：老太太买李子", "您买不买？", "复盘"],
    "en": ["rehearse: the old lady buys plums", "Do you want to buy or not?", "debrief"],
}
LOST = {"zh": "丢分最多", "en": "most points went"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "为什么"),
        ("zh", "为什么扣分"),
        ("zh", "为什么分这么低？"),
        ("en", "why"),
        ("en", "why did I lose points"),
        ("en", "Why is my score so low?"),
    ],
)
def test_why_after_a_debrief(context: Context, lang: str, text: str) -> None:
    state, said = talk(context, [*LEARNED[lang], *CALL[lang], text])
    assert LOST[lang] in said.split("\n")[0]
    assert 1 < len(said.split("\n")) <= 5
    _, said = talk(
        context, [{"zh": "他们还要三年质保", "en": "They also want three years' warranty"}[lang], "why"], state
    )
    assert LOST[lang] not in said


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [("zh", "为什么李娜是使用者？", "李娜"), ("en", "why is Anna the user?", "Anna")],
)
def test_why_of_a_person_stays_so(context: Context, lang: str, text: str, words: str) -> None:
    _, said = talk(context, [*LEARNED[lang], *CALL[lang], text])
    assert words in said
    assert LOST[lang] not in said
