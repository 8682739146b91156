"""In a rehearsal a line goes to the buyer, in a drill to the prompt, unless all of it is a word to the coach."""

from __future__ import annotations

import pytest

from coach.context import Context
from tests.coach.conversation.chat import talk

BEGIN = {"zh": ["演练：包装厂厂长", "您好，厂长"], "en": ["rehearse: the plant manager", "Good morning, Mr Otieno"]}


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "换一次袋型最麻烦的是什么？"),
        ("zh", "你们的薄膜是什么材质？"),
        ("zh", "老板那边是什么意思？"),
        ("zh", "以前出过问题啊，这个行业确实难免。"),
        ("en", "What does an incident mean for your department?"),
        ("en", "And what's that meant, in shillings or in shelf space?"),
        ("en", "Please let me finish, I have got twenty minutes and no more."),
        ("en", "The dust in the standard, what was it chosen to prevent?"),
        ("en", "I'll leave the reports here, they're in English also."),
        ("en", "There you go, see you again soon"),
    ],
)
def test_goes_to_the_buyer(context: Context, lang: str, line: str) -> None:
    state, _ = talk(context, [*BEGIN[lang], line])
    assert state.rehearsal is not None
    assert state.rehearsal.turns[-1].seller == line


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "什么是FABE？"),
        ("zh", "再说一遍"),
        ("zh", "先停一下吧"),
        ("zh", "麻烦给个提示"),
        ("en", "what is a latent need?"),
        ("en", "sorry, say that again please"),
        ("en", "let's stop here"),
        ("en", "hint please, I don't know what to ask"),
    ],
)
def test_goes_to_the_coach(context: Context, lang: str, line: str) -> None:
    state, _ = talk(context, [*BEGIN[lang], line])
    turns = state.rehearsal.turns if state.rehearsal else []
    assert all(turn.seller != line for turn in turns)


@pytest.mark.parametrize(
    ("lang", "begin", "answer", "asked"),
    [
        ("zh", "来一个小练习：开放式提问", "你们的薄膜是什么材质？", "什么是FABE？"),
        ("en", "drill: open questions", "What is your film made of?", "what is FABE?"),
    ],
)
def test_a_drill_takes_a_question_for_an_answer(
    context: Context, lang: str, begin: str, answer: str, asked: str
) -> None:
    state, _ = talk(context, [begin])
    assert state.drill is not None
    assert state.drill.passed == []
    state, _ = talk(context, [asked], state)
    assert state.drill is not None
    assert state.drill.passed == []
    state, _ = talk(context, [answer], state)
    assert state.drill is not None
    assert len(state.drill.passed) == 1
