"""What nothing in a scenario answers is evaded in the buyer's own voice, by the kind of question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.context import Tools
from coach.knowledge.scenario import FORMS
from coach.rehearsal.explain import explain_turn
from tests.coach.rehearsal.calls import call
from tests.coach.rehearsal.template import NAME, knowledge_with, tools_with

# Questions that no buyer knows an answer to, and the kind of each.
KINDS = {
    "zh": {
        "您家邻居那只鹦鹉，是绿的还是蓝的？": "choice",
        "您邻居泡一壶普洱要多久？": "how_long",
        "您外婆当年养了几只鹅？": "how_many",
        "您表哥那只鹦鹉花了多少钱？": "how_much",
        "您表哥多久剃一次头？": "how_often",
        "您表哥从什么时候开始集邮的？": "since_when",
        "您邻居的鹦鹉什么时候换毛？": "when",
        "您表哥那些邮票是在什么地方买的？": "where",
        "您外婆最疼哪个外甥？": "which",
        "您家那棵石榴树是谁种的？": "who",
        "您表哥为什么不爱吃香菜？": "why",
        "您外婆的腊肉是怎么熏的？": "how",
        "邻居们对那只鹦鹉怎么看？": "said",
        "您表哥会骑骆驼吗？": "closed",
        "您知道鹦鹉归谁喂吗？": "closed",
        "您表哥有没有坐过热气球？": "ever",
        "要是鹦鹉飞走了怎么办？": "what_if",
    },
    "en": {
        "Is your neighbour's parrot green or blue?": "choice",
        "How long does your cousin take to tune his banjo?": "how_long",
        "How many geese did your grandmother keep?": "how_many",
        "How much does a parrot cost in your street?": "how_much",
        "How often does your neighbour go to the zoo?": "how_often",
        "Since when has your cousin collected stamps?": "since_when",
        "When does the parrot moult?": "when",
        "Where does your cousin keep his stamps?": "where",
        "Which nephew did your grandmother like best?": "which",
        "Who planted the pomegranate in your yard?": "who",
        "Why does your cousin dislike coriander?": "why",
        "How did your grandmother smoke her bacon?": "how",
        "What do the neighbours say about the parrot?": "said",
        "Can your cousin ride a camel?": "closed",
        "Do you know who feeds the parrot?": "closed",
        "Has your cousin ever been up in a balloon?": "ever",
        "What happens if the parrot flies away?": "what_if",
        "What does the parrot's cage look like?": "open",
    },
}


@pytest.fixture(scope="module")
def strangers(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Tools:
    """The template's buyer, who knows little and has no example questions, with the evasions of another."""
    knowledge, problems = knowledge_with([], tmp_path_factory.mktemp("strangers"), tools.knowledge)
    assert knowledge is not None, problems
    of = ("evasions", "burned_engineer")
    evasions = {NAME: tools.knowledge.evasions[of[1]]}
    sources = {**knowledge.sources, ("evasions", NAME): knowledge.sources[of]}
    return tools_with(replace(knowledge, evasions=evasions, sources=sources), tools)


@pytest.mark.parametrize(
    ("lang", "question"), [(lang, question) for lang, kinds in KINDS.items() for question in kinds]
)
def test_an_unknown_question_gets_words_for_its_kind(strangers: Tools, lang: str, question: str) -> None:
    state = call(strangers, [question], NAME, lang)
    turn = state.turns[-1]
    assert turn.evaded == KINDS[lang][question], turn
    evasion = strangers.knowledge.evasion(NAME, turn.evaded)
    assert evasion is not None
    assert any(said in turn.buyer for said in evasion.says[lang])
    assert turn.understood
    assert not turn.told
    assert not turn.facts
    dodge = strangers.knowledge.dodges.get(turn.evaded)
    name = dodge.name[lang] if dodge else strangers.words.say(f"evaded_{turn.evaded}", lang)
    assert name in explain_turn(state, strangers)


@pytest.mark.parametrize(
    ("lang", "question"), [("zh", "您邻居第{}壶普洱要泡多久？"), ("en", "How long does your cousin take for song {}?")]
)
def test_used_up_words_give_way_to_the_common_ones(strangers: Tools, lang: str, question: str) -> None:
    """No line comes twice; when the buyer's own words for a kind are used up, those for all buyers follow."""
    state = call(strangers, [question.format(number) for number in range(2, 8)], NAME, lang)
    kinds = [turn.evaded for turn in state.turns]
    assert kinds[:4] == ["how_long"] * 4
    assert not any(kinds[4:])
    assert len(set(state.said)) == len(state.said)


def test_every_buyer_has_words_for_every_kind(tools: Tools) -> None:
    kinds = {*tools.knowledge.dodges, *FORMS}
    for name in tools.knowledge.scenarios:
        assert kinds == {evasion.kind for evasion in tools.knowledge.evasions_of(name)}, name


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_two_kinds_of_a_buyer_share_words(tools: Tools, lang: str) -> None:
    for name in tools.knowledge.scenarios:
        said = [line for evasion in tools.knowledge.evasions_of(name) for line in evasion.says[lang]]
        assert len(set(said)) == len(said), name
