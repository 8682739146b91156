"""Who has no answer says back what was asked, in their own person and in few words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.context import Tools
from coach.rehearsal.take_up import said_back
from tests.coach.rehearsal.calls import call
from tests.coach.rehearsal.template import tools_with
from tests.rehearsals.early import asked

SISTER = "hospital_equipment_head"
NOT_ASKED = {"zh": ["走廊尽头那幅画是谁画的？", "门口的钟多久上一次弦？"], "en": ["Who painted the picture by the door?", "How often is that clock wound up?"]}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "question", "said"),
    [
        ("en", "How many bags do you sew on an ordinary day?", "How many bags do we sew on an ordinary day?"),
        ("en", "Roughly how many boats land here in a week, Mr Hansen?", "How many boats land here in a week?"),
        ("en", "When the kiln stops, who comes to mend it?", "Who comes to mend it?"),
        ("en", "When do your bakers start?", "When do our bakers start?"),
        ("en", "May I ask what the drivers grumble about most?", "What the drivers grumble about most?"),
        ("en", "Who wrote the recipe, and does she still work here?", "Who wrote the recipe?"),
        ("en", "Does that come back on you?", "Does that come back on us?"),
        ("en", "Do you still miss the sea yourself?", "Do I still miss the sea myself?"),
        ("en", "Are you proud of that, Anna?", "Am I proud of that?"),
        ("en", "What did my colleague send you last May?", "What did your colleague send us last May?"),
        (
            "en",
            "Which of the mixers gives you most work up there, the big one, the small one or the one behind the wall?",
            "Which of the mixers gives us most work up there?",
        ),
        (
            "en",
            "What happens to the other guests in the hall while one waiter stands there looking for the keys?",
            "What happens to the other guests in the hall?",
        ),
        ("en", "How did you get into boats at all, Rodrigo, was it a family thing?", "How did we get into boats at all?"),
        ("en", "Which of the three has you running most?", "Which of the three has us running most?"),
        ("en", "Could it do you any harm if we spoke?", "Could it do us any harm if you spoke?"),
        ("en", "Which rope surprised you most, don Luis?", "Which rope surprised us most?"),
        ("en", "Lovely weather today", None),
        ("zh", "李厂长，你们一天缝多少条袋子？", "我们一天缝多少条袋子？"),
        ("zh", "窑一停，是谁来修呢？", "是谁来修？"),
        ("zh", "请问司机最爱抱怨什么呀？", "司机最爱抱怨什么？"),
        ("zh", "布是自己织的，还是外头买的？", "布是自己织的，还是外头买的？"),
        ("zh", "我们寄的样品您收到了吗？", "你们寄的样品我收到了吗？"),
        ("zh", "换一回模具停一下午，您烦不烦？", "换一回模具停一下午，我烦不烦？"),
        ("zh", "嗯。", None),
    ],
)  # fmt: skip
def test_said_back(tools: Tools, lang: str, question: str, said: str | None) -> None:
    assert said_back(question, tools.knowledge.take_up, lang) == said


def test_any_number_of_words_may_stand_before_the_question(tools: Tools) -> None:
    assert said_back("so " * 2000 + "who comes?", tools.knowledge.take_up, "en") == "Who comes?"


@pytest.fixture(scope="module")
def plain(tools: Tools) -> Tools:
    """Buyers who have no words of their own for what they cannot answer."""
    return tools_with(replace(tools.knowledge, evasions={}), tools)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_takes_up_what_nothing_answers_but_not_twice_running(plain: Tools, lang: str) -> None:
    first, second = NOT_ASKED[lang]
    turns = call(plain, [first, second], SISTER, lang).turns
    assert turns[0].echoed
    assert turns[0].buyer.startswith(turns[0].echoed)
    assert turns[0].own_words
    assert not turns[1].echoed


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_words_said_back_are_not_the_buyers_own(plain: Tools, lang: str) -> None:
    said = call(plain, NOT_ASKED[lang][:1], SISTER, lang)
    assert said.turns[0].echoed not in said.heard("")[-1]


@pytest.mark.parametrize(
    ("lang", "scenario", "question"),
    [
        ("en", "importer_purchasing", "Would a wholesaler with two bad pallets shrug, or sue?"),
        pytest.param(
            "zh", "chain_gatekeeper", "供应商的律师来验过厂没有？",
            marks=pytest.mark.xfail(strict=True, reason="example questions lead to who inspects factories"),
        ),
    ],
)  # fmt: skip
def test_a_fact_that_only_lies_near_is_not_told(tools: Tools, lang: str, scenario: str, question: str) -> None:
    turn = asked(scenario, lang, question, tools).turns[-1]
    assert not turn.facts
    assert turn.evaded


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("zh", ["四号车间的灯出过什么麻烦？", "四号车间那一次是个什么情形？"]),
        ("en", ["What trouble have you had in the hottest halls?", "What happened that time?"]),
    ],
)
def test_who_digs_on_is_warded_off_again_and_not_told_something_else(tools: Tools, lang: str, lines: list[str]) -> None:
    turns = call(tools, lines, "rival_enemy", lang).turns
    assert turns[-1].missed is not None
    assert turns[-1].missed["need"] == turns[0].missed["need"] == "halls_go_dark"
