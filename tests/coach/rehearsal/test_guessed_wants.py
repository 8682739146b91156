"""At a stall: questions for the want in many words, and the want and its reason guessed."""

from __future__ import annotations

import pytest

from coach.context import Tools
from tests.coach.rehearsal.calls import call

ASKED = {"zh": "早上好，您想买什么水果？", "en": "Good morning! Which fruit would you like?"}
SOUR, WIFE, HEALTH = "sour_plums", "pregnant_daughter_in_law", "healthy_mother_and_child"


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "婆婆，您家要么样的李子咧？"),
        ("zh", "李子想要什么味的？"),
        ("zh", "李子您喜欢哪一款？"),
        ("en", "What can I give you, which plums do you like?"),
        ("en", "How do you want your plums to be?"),
        ("en", "What sort would you like?"),
        ("en", "What plums do you need, grandmother?"),
        ("en", "What are your plums supposed to taste of?"),
    ],
)
def test_how_the_plums_should_be_asks_for_the_want(tools: Tools, lang: str, line: str) -> None:
    assert call(tools, (line,), lang=lang).told == [SOUR]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "酸的在后面，我去拿给您，等一下子。"),
        ("zh", "酸嘅就呢度，啱啱到。"),
        ("en", "Sour? That one is here, Ma. It is very sour."),
        ("en", "Acid ones, I have them. They came yesterday."),
    ],
)
def test_who_asked_and_holds_it_out_guesses_right(tools: Tools, lang: str, line: str) -> None:
    state = call(tools, (ASKED[lang], line), lang=lang)
    assert state.told == [SOUR]
    assert "early_pitch" not in {mark["name"] for mark in state.turns[-1].marks}
    assert call(tools, (line,), lang=lang).told == []  # nobody asked


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "我这李子酸的酸甜的甜，样样都好！"),
        ("zh", "您要酸的？那没有，您就买甜的得了呗。"),
        ("zh", "李子一点都不酸，甜得很，称两斤？"),
        ("en", "Sour ones, sweet ones, my plums are the best on this market, madam."),
        ("en", "My plums are not sour at all, missus, sweet and juicy."),
    ],
)
def test_who_only_praises_or_refuses_is_told_nothing(tools: Tools, lang: str, line: str) -> None:
    assert call(tools, (line,), lang=lang).told == []


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "要酸的啊，那是哪个要呷，您自己还是屋里人？"),
        ("zh", "家里有孕妇吧，这么爱酸？"),
        ("en", "The wife of your son, and she is carrying a child. May it be healthy!"),
        ("en", "Your daughter-in-law has the cravings! A grandchild, what joy. When will it be born?"),
    ],
)
def test_whom_they_are_for_can_be_guessed(tools: Tools, lang: str, line: str) -> None:
    want = {"zh": "李子您要酸的还是甜的？", "en": "Sweet plums or sour plums?"}[lang]
    assert call(tools, (ASKED[lang], want, line), lang=lang).told == [SOUR, WIFE]


@pytest.mark.parametrize(
    ("lang", "line", "hears"),
    [
        ("zh", "再给她带点猕猴桃，维生素C高，她跟娃娃都用得上。", True),
        ("zh", "猕猴桃也有，维生素高。", False),
        ("en", "She should have vitamins now. I would take the kiwi, they are sour.", True),
        ("en", "Kiwi is also there, imported, six in one box. Very good for health.", False),
    ],
)
def test_what_does_good_to_mother_and_child_draws_the_hope(tools: Tools, lang: str, line: str, hears: bool) -> None:
    lines = {
        "zh": ("您要酸的还是甜的李子？", "给谁吃的呀，为什么要酸的？", "您对儿媳妇真好，真体贴！"),
        "en": ("Sweet plums or sour plums?", "Why do you want sour ones?", "How good you are to her, what love!"),
    }[lang]
    told = call(tools, (*lines, line), lang=lang).told
    assert told == [SOUR, WIFE, *([HEALTH] if hears else [])]
