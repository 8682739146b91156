"""What is handed over, laid out and tasted at a stall, and a step that is proposed with a day."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.rehearsal.debrief import debrief
from tests.coach.rehearsal.calls import call

WANTS = {
    "zh": ("您要买什么？", "李子有甜的有酸的，要哪种？"),
    "en": ("What can I get you?", "Sweet plums or sour ones?"),
}


def marks(tools: Tools, lines: tuple[str, ...], lang: str) -> set[str]:
    return {mark["name"] for mark in call(tools, lines, lang=lang).turns[-1].marks}


@pytest.mark.parametrize(
    ("lang", "served", "check"),
    [
        ("zh", "这一筐就是酸的，您先尝一颗。", "怎么样，合口味吗？"),
        ("zh", "喏，酸的在后头，试试看。", "会不会酸过头了？"),
        ("en", "The tart ones are in this tray, have a taste.", "Is that what you were hoping for?"),
        ("en", "Here, sour. Take a bite.", "How's that, then?"),
    ],
)
def test_a_check_of_taste_draws_nothing_out(tools: Tools, lang: str, served: str, check: str) -> None:
    state = call(tools, (*WANTS[lang], served, check), lang=lang)
    assert state.told == ["sour_plums"]
    assert {"offer", "benefit"} <= {mark["name"] for mark in state.turns[2].marks}
    assert state.agreed == "agreed"
    assert state.turns[-1].understood


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("zh", ("买水果吗？", "李子，甜的酸的都有，您挑。")),
        ("en", ("Fruit?", "Plums, sweet or sour, you tell me.")),
    ],
)
def test_a_choice_laid_out_is_a_question(tools: Tools, lang: str, lines: tuple[str, ...]) -> None:
    assert call(tools, lines, lang=lang).told == ["sour_plums"]


@pytest.mark.parametrize(
    ("lang", "line", "facts"),
    [
        ("zh", "李子桃子苹果，个个都好，您要哪个？", ["plums"]),
        ("en", "Plums, peaches, apples. Which one do you want?", ["plums"]),
        ("en", "A bit of everything: apples, bananas, peaches, plums. Which kind should I get you?", ["plums"]),
    ],
)
def test_which_one_of_all_gets_no_more_than_the_name(tools: Tools, lang: str, line: str, facts: list[str]) -> None:
    state = call(tools, (line,), lang=lang)
    assert (state.told, state.facts) == ([], facts)


@pytest.mark.parametrize(
    ("lang", "line", "aside"),
    [("zh", "您要大的还是小的？", "big_small"), ("en", "Big or small ones?", "big_small")],
)
def test_what_is_asked_beside_is_told_with_what_is_wanted(tools: Tools, lang: str, line: str, aside: str) -> None:
    state = call(tools, (line,), lang=lang)
    assert (state.told, state.facts) == (["sour_plums"], [aside, "plums"])


@pytest.mark.parametrize(("lang", "line"), [("zh", "李子，红的，汁多。"), ("en", "Red plums, and fresh ones.")])
def test_wares_named_before_anything_is_known_are_an_early_pitch(tools: Tools, lang: str, line: str) -> None:
    assert "early_pitch" in marks(tools, (line,), lang)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "十二月八号上午我带两盏灯来，挂上就走，您看行吗？"),
        ("en", "Two lamps hang here on the eighth of December and you read the meter. Would that suit?"),
    ],
)
def test_a_yes_asked_for_with_a_day_is_a_next_step(tools: Tools, lang: str, line: str) -> None:
    state = call(tools, (line,), "burned_engineer", lang)
    names = {mark["name"] for mark in state.turns[-1].marks}
    assert {"commit", "dated"} <= names
    assert state.turns[-1].step == "refused"  # nothing is known yet


@pytest.mark.parametrize(
    ("lang", "line"), [("zh", "您这一年大概走多少片？"), ("en", "How many of these do you sell in a year?")]
)
def test_a_question_about_them_counts_for_the_situation(tools: Tools, lang: str, line: str) -> None:
    shares = debrief(call(tools, (line,), "flicker_product_manager", lang), tools)["criteria"]
    assert next(share for share in shares if share["id"] == "situation")["earned"] > 0


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "喏，这堆就是，您先咬一口，跟我说说。"),
        ("en", "Sour, sure. Grab one off that pile, tell me that doesn't curl your toes."),
        ("en", "Nibble on that and tell me."),
        ("en", "Ha, that face! So a pound of those?"),
    ],
)
def test_what_is_handed_over_asks_for_no_reason(tools: Tools, lang: str, line: str) -> None:
    assert call(tools, (*WANTS[lang], line), lang=lang).told == ["sour_plums"]


@pytest.mark.parametrize(
    ("lang", "line"), [("zh", "老人家，给您称点什么？"), ("en", "Namaste ji, what should I weigh for you?")]
)
def test_what_to_weigh_asks_what_is_wanted(tools: Tools, lang: str, line: str) -> None:
    assert call(tools, (line,), lang=lang).turns[-1].step is None


@pytest.mark.parametrize(
    ("lang", "line"),
    [("zh", "酸不酸？我看你那表情就知道对路了。"), ("en", "Sour? That heap there. They'll make your eyes water.")],
)
def test_banter_at_a_stall_is_not_guessed_to_be_rough(tools: Tools, lang: str, line: str) -> None:
    assert not {"disparage", "leading"} & marks(tools, (*WANTS[lang], line), lang)


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("zh", ("你们的标准是怎么一步步定下来的？", "矿上那种地方，什么东西最先撑不住？", "碰上这种事，后面跟着要赔进去些什么？")),
        (
            "en",
            ("How did your standard come about?", "And up there in the salt, what gives out first?",
             "When one goes out at three thousand metres, what does it take to get a man up, and what stands still?"),
        ),
    ],
)  # fmt: skip
def test_an_open_question_in_unknown_words_is_answered_by_its_type(
    tools: Tools, lang: str, lines: tuple[str, ...]
) -> None:
    state = call(tools, lines, "rival_enemy", lang)
    assert any(turn.told or turn.missed or turn.facts for turn in state.turns[1:])


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("zh", ("您要哪样？", "我这李子又大又甜！", "哎，咋就走啦？")),
        ("zh", ("买什么？", "这个甜，不甜不要钱。", "大娘您上哪儿去呀？")),
        ("en", ("What will it be?", "Full sweet, madam, sugar only.", "Arre, madam, where are you going?")),
    ],
)
def test_who_is_called_back_tells_nothing(tools: Tools, lang: str, lines: tuple[str, ...]) -> None:
    state = call(tools, lines, lang=lang)
    assert state.told == []
    assert "walking_on" in state.turns[-1].facts


@pytest.mark.parametrize(
    ("lang", "line", "told"),
    [
        ("zh", "哦，是儿媳妇有喜了，嘴里没味。", True),
        ("zh", "这天儿可真热。", False),
        ("en", "Ah, a daughter-in-law in the family way, and nothing else tastes right.", True),
        ("en", "Hot again today.", False),
    ],
)
def test_who_guesses_right_is_told(tools: Tools, lang: str, line: str, told: bool) -> None:
    state = call(tools, (*WANTS[lang], line), lang=lang)
    assert ("pregnant_daughter_in_law" in state.told) is told


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("zh", ("您要买什么水果？", "您要大的还是小的？", "这个酸，您试一下？")),
        ("en", ("Is it fruit you want?", "Would you like the big ones or the small ones?", "These are sour. Will you try one?")),
    ],
)  # fmt: skip
def test_a_taste_offered_is_no_interrogation(tools: Tools, lang: str, lines: tuple[str, ...]) -> None:
    assert "interrogation" not in marks(tools, lines, lang)


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("zh", ("大娘早，气色真好。", "一般人都挑甜的，您怎么偏要酸的呢？")),
        ("en", ("Good morning to you, madam.", "Most people ask for sweet ones. Why sour, if I may ask?")),
        ("en", ("Good morning to you, madam.", "Sour plums, I have some. What do you want them for, if I may ask?")),
    ],
)
def test_who_asks_why_is_told_the_want_with_the_reason(tools: Tools, lang: str, lines: tuple[str, ...]) -> None:
    state = call(tools, lines, lang=lang)
    assert state.told == ["sour_plums", "pregnant_daughter_in_law"]
    needs = {need["id"]: need["turn"] for need in debrief(state, tools)["needs"] if need["found"]}
    assert needs == {"sour_plums": 2, "pregnant_daughter_in_law": 2}


@pytest.mark.parametrize(
    ("lang", "line"),
    [("zh", "李子今天不错，您要酸的还是甜的？"), ("en", "Plums are good today. Do you want sour or sweet?")],
)
def test_a_day_makes_no_order_of_a_choice(tools: Tools, lang: str, line: str) -> None:
    assert call(tools, (line,), lang=lang).told == ["sour_plums"]


@pytest.mark.parametrize(("lang", "line"), [("zh", "要不要尝一颗？"), ("en", "Do you wish to taste?")])
def test_a_taste_asked_draws_nothing_out(tools: Tools, lang: str, line: str) -> None:
    assert call(tools, (*WANTS[lang], line), lang=lang).told == ["sour_plums"]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "酸的是吧，喏，这个，尝尝看。"),
        ("zh", "那您要不要尝一颗？"),
        ("en", "Sour, yep, this lot. Want to try one?"),
        ("en", "Would you like to taste one of these?"),
    ],
)
def test_what_is_put_into_the_hand_meets_the_want_also_as_a_question(tools: Tools, lang: str, line: str) -> None:
    assert {"offer", "benefit"} <= marks(tools, (*WANTS[lang], line), lang)
    assert "benefit" not in marks(tools, (line,), lang)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "一斤高高的，拿好。"),
        ("zh", "四块八，给您装上了。"),
        ("en", "There's your pound, mind how you go."),
        ("en", "That comes to four. I've popped them in the bag."),
    ],
)
def test_goods_that_go_over_the_counter_are_a_deal_once_the_want_is_told(tools: Tools, lang: str, line: str) -> None:
    bought = call(tools, (*WANTS[lang], line), lang=lang)
    assert bought.agreed == "agreed"
    takes = tools.words.wordings("buyer_takes", lang)
    assert call(tools, (*WANTS[lang], line, line), lang=lang).turns[-1].buyer in takes  # no second yes
    assert call(tools, (line,), lang=lang).agreed is None


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("zh", ("大娘，买点啥？", "要酸的是吧，一斤，拿好。")),
        ("en", ("What d'you want?", "Sour. These. Pound. Right.")),
    ],
)
def test_who_guesses_right_and_hands_over_sells(tools: Tools, lang: str, lines: tuple[str, ...]) -> None:
    state = call(tools, lines, lang=lang)
    assert (state.told, state.agreed) == (["sour_plums"], "agreed")


@pytest.mark.parametrize(
    ("lang", "line", "told"),
    [
        ("zh", "这边甜，那边酸，您指哪边我称哪边。", ["sour_plums"]),
        ("zh", "李子分两种，酸的便宜，甜的贵五毛。", ["sour_plums"]),
        ("zh", "大娘，买李子呀？", []),
        ("en", "They're the big ones, so, good value?", []),
        ("en", "Why would you want sour, when you can have the best?", []),
        ("en", "May I ask what kind of plum you would prefer?", ["sour_plums"]),
    ],
)
def test_only_who_asks_is_told(tools: Tools, lang: str, line: str, told: list[str]) -> None:
    assert call(tools, (line,), lang=lang).told == told


@pytest.mark.parametrize(
    ("lang", "line", "fact"),
    [("zh", "来个猕猴桃试试？", "try_kiwi"), ("en", "How about a kiwi, have you ever tried one?", "try_kiwi")],
)
def test_a_fact_is_told_until_its_time_is_over(tools: Tools, lang: str, line: str, fact: str) -> None:
    assert call(tools, (line,), lang=lang).facts == [fact]
    assert fact not in call(tools, (*WANTS[lang], line), lang=lang).facts


@pytest.mark.parametrize(("lang", "line"), [("zh", "她现在身子怎么样？"), ("en", "And how is she keeping?")])
def test_a_fact_waits_for_what_comes_before_it(tools: Tools, lang: str, line: str) -> None:
    known = {
        "zh": ("您要买什么？", "要什么样的李子？", "为什么要酸的呢？"),
        "en": ("What can I get you?", "What kind of plums?", "Why sour ones?"),
    }
    assert "how_she_is" not in call(tools, (line,), lang=lang).facts
    assert "how_she_is" in call(tools, (*known[lang], line, line), lang=lang).facts  # first what she hopes for
