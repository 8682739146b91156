"""What is guessed of a seller's line where no rule speaks: customer stories, the tone of the line, and no more."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 3, 2)
TONES = {"blaming", "leading", "pressure", "disparage", "favour"}


def signs(tools, text: str) -> dict[str, str]:
    line = tools.seller.read(text, [], DAY)
    return {label: found[0].rule for label, found in line.signs.items()}


@pytest.mark.parametrize(
    "text",
    [
        "A cheese dairy in Bergamo has had two of them since May and throws away nine kilos a week where it was forty.",
        "The mill at Kilkenny ran it through a whole winter, their fitter wrote down every stop.",
        "无锡有家面包厂去年五月换上的，报废从一周四十公斤降到九公斤，他们班长自己记的账。",
        "东莞一家电子厂装了三十台，一年下来坏了两台，维修单子是他们自己填的。",
    ],
)
def test_a_customer_story_is_evidence(tools, text):
    assert "evidence" in signs(tools, text)


@pytest.mark.parametrize(
    "text",
    [
        "How could you let that roof leak for three winters and never once call anybody?",
        "Your own people laugh about those machines, so how can you still defend them?",
        "Will you sign it here and now, or shall I let your chairman know who is in the way?",
        "那屋顶漏了三个冬天，您怎么就能一次都不找人来修？",
        "您今天签不签，不签的话我可要让董事长知道是谁在拦着？",
    ],
)
def test_a_hostile_question_is_heard(tools, text):
    assert TONES & set(signs(tools, text))


@pytest.mark.parametrize(
    "text",
    [
        "How did you get through three winters with that roof, and who looked after it?",
        "Why is it that the night shift sees it first, if I may ask?",
        "Would Thursday suit you for a first look, or is the week after better?",
        "Why sour?",
        "Is that about it?",
        "那三个冬天屋顶是怎么撑过来的，平时由谁照看？",
        "为什么总是夜班的人先看到，方便讲讲吗？",
        "您看周四先来看一次，还是下一周更合适？",
        "怎么要酸的？",
        "是这个意思吧？",
    ],
)
def test_a_fair_question_is_blamed_for_nothing(tools, text):
    assert not TONES & set(signs(tools, text))


@pytest.mark.parametrize(
    "text",
    [
        "Let me sum up what you said: the board wants it by December, or they look for another manager. Did I miss a point?",
        "我来总结一下您说的：董事会年底前要看到结果，不然就另请一位厂长。我有没有漏掉什么？",
    ],
)
def test_a_threat_that_is_only_given_back_presses_nobody(tools, text):
    assert not TONES & set(signs(tools, text))


HINTS = (
    "Once the second batch is paid there would be an envelope of thanks waiting, for you alone, quietly.",
    "Our boss has a cottage by the lake, your family could have it all August and nobody would send a bill.",
    "您儿子不是刚毕业吗，来我们这儿挂个名，工资照发。",
    "这事儿成了，您家装修的灯我全包了，不走公司的账。",
)
TALK_DOWN = (
    "You must be the only mill that still puts up with a supplier like that, I wonder nobody has told you.",
    "就你们那套老设备，换谁去修都白搭，趁早扔了算了。",
)


@pytest.mark.parametrize(
    ("text", "tone"), [*((text, "favour") for text in HINTS), *((text, "disparage") for text in TALK_DOWN)]
)
def test_the_tone_of_a_statement_is_heard(tools, text, tone):
    assert signs(tools, text)[tone] == f"learned.tone.{tone}"


@pytest.mark.parametrize(
    "text",
    [
        "We send no presents and ask for no papers, our terms stand in the contract.",
        "Thank you for the tea, and give my best to your foreman.",
        "我们不送礼，也不打听别家的报价，条件都写在合同里。",
        "谢谢您的茶，也替我问班长好。",
    ],
)
def test_who_keeps_clean_hands_is_blamed_for_nothing(tools, text):
    assert not TONES & set(signs(tools, text))


@pytest.mark.parametrize(
    "text",
    [
        "You're being far too cautious, nobody else measures that twice.",
        "Honestly, your incoming inspection is just bureaucracy.",
        "You cannot blame everyone because one supplier let you down.",
        "贵司也太较真了，这种小事哪家都不看。",
        "您那套验收流程纯粹走形式，省了吧。",
        "您想多了，冷库里根本用不着。",
    ],
)
def test_belittling_blames(tools, text):
    assert "blaming" in signs(tools, text)


@pytest.mark.parametrize(
    "text",
    [
        "You're careful, and after what happened so would I be.",
        "Your incoming inspection caught what everybody else missed.",
        "Nobody should blame you for one supplier's trick.",
        "您较真是对的，我们也怕出事。",
        "您那套验收流程很严，我们按它来。",
        "是我想多了，对不起。",
    ],
)
def test_respect_for_care_is_fair(tools, text):
    assert not TONES & set(signs(tools, text))
