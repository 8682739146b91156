"""Back to the last question: what was said stays where something is to be added, and goes where it was wrong."""

import pytest

ZH = ("先聊德国的BrightHome吧", "他们要五年质保", "去年退货把他们的利润吃光了")
EN = ("BrightHome, a DIY chain", "They want 5 years' warranty", "last year's returns ate their margin")


@pytest.mark.parametrize(
    ("lines", "back", "words"),
    [
        (EN, "can we go back to the last one? I've thought of something", "What you said stays"),
        (EN, "back to the previous question, I left something out", "What you said stays"),
        (ZH, "回到上一题，我漏了一句", "都留着"),
        (ZH, "能不能退回去，刚才那个我没讲完", "都留着"),
    ],
)
def test_back_to_add_keeps_what_was_said_and_puts_the_question_again(talk, lines, back, words):
    before, _ = talk(*lines[:2])
    state, answer = talk(*lines, back)
    assert words in answer
    assert before.pending.text[state.lang] in answer
    assert [need.level for need in state.needs] == ["surface", "latent"]


@pytest.mark.parametrize(
    ("lines", "back"),
    [(EN, "go back, the last one was wrong"), (EN, "undo"), (ZH, "上一题我说错了，撤回"), (ZH, "返回")],
)
def test_back_from_a_mistake_drops_what_was_said(talk, lines, back):
    state, _ = talk(*lines, back)
    assert [need.level for need in state.needs] == ["surface"]


@pytest.mark.parametrize(
    ("lines", "back", "undo"), [(EN, "back to the previous question", "undo"), (ZH, "回到上一题", "撤回")]
)
def test_what_was_kept_can_still_be_taken_back(talk, lines, back, undo):
    state, _ = talk(*lines, back, undo)
    assert [need.level for need in state.needs] == ["surface"]


@pytest.mark.parametrize(
    ("lines", "back", "question"),
    [(EN, "back to the previous question", "What did the customer say"), (ZH, "回到上一题", "客户这次是怎么说的")],
)
def test_back_twice_reaches_the_question_before_and_keeps_the_customer(talk, lines, back, question):
    state, answer = talk(*lines, back, back)
    assert question in answer
    state, _ = talk(*lines, back, back, back)
    assert state.account
    assert state.pending is not None
    assert state.pending.question != "account"
    _, answer = talk(*lines, back, back, back, back)
    assert ("There is no earlier question" in answer) or ("没有更早的问题" in answer)
