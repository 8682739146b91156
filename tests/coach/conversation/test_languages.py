"""An answer is in the language of the message, whichever part of the assistant gives it."""

from __future__ import annotations

import pytest

from coach.context import Context
from coach.text.language import has_han
from tests.coach.conversation.chat import LEARNED, kept, talk

OTHER = {"en": "zh", "zh": "en"}
ASKED = {
    "zh": [
        "去拜访宏达机械的事",
        "我想说一下去拜访宏达机械的事",
        "明天去拜访蓝天冷库",
        "拜访改到下周三",
        "取消下周二的拜访",
        "都安排了哪些拜访",
        "档案里有哪些客户",
        "帮我记到客户档案里",
        "拜访前给我一份简报",
        "采购走到哪一步了",
        "把宏达机械的记录删掉",
        "把陈丽的记录删掉",
        "换一个客户，聊聊青田冷库",
    ],
    "en": [
        "I wanted to talk about the visit to Larsen Marine",
        "visit Larsen Marine tomorrow at ten",
        "move the visit to next Wednesday",
        "cancel the visit on next Wednesday please",
        "which visits are planned so far please",
        "show me which accounts we have",
        "keep this in the account book",
        "tell me where the deal is now",
        "delete what you know about Anna",
        "let's talk about Brynmor Dairy, a cheese maker in Wales",
    ],
}
CASES = [(lang, text) for lang, texts in ASKED.items() for text in texts]
NAMES = {"光明照明", "李娜", "Nordlicht", "GmbH", "Anna"}


def in_chinese(said: str) -> bool:
    """Say whether what is said is Chinese: most of its lines are."""
    lines = [line for line in said.splitlines() if line.strip()]
    return 2 * sum(has_han(_without_names(line)) for line in lines) > len(lines)


def _without_names(line: str) -> str:
    quoted = line.split("“")
    return (
        "".join([quoted[0], *(part.partition("”")[2] for part in quoted[1:])])
        .replace("光明照明", "")
        .replace("李娜", "")
    )


@pytest.mark.parametrize(("lang", "text"), CASES)
def test_whatever_is_asked_is_answered_in_its_language(context: Context, lang: str, text: str) -> None:
    _, said = talk(context, [*LEARNED[OTHER[lang]], text])
    assert in_chinese(said) == (lang == "zh"), said


@pytest.mark.parametrize(("lang", "text"), CASES)
def test_a_language_that_was_chosen_stays(context: Context, lang: str, text: str) -> None:
    chosen = {"en": "说中文", "zh": "speak English"}[lang]
    state, _ = talk(context, [*LEARNED[OTHER[lang]], chosen, text])
    assert state.lang == OTHER[lang]


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("en", ["open account 青田冷库"]),
        ("en", ["取消拜访"]),
        ("zh", ["打开 Larsen Marine"]),
        ("zh", ["brief me on Atlas"]),
    ],
)
def test_a_name_or_a_word_switches_nothing(context: Context, lang: str, texts: list[str]) -> None:
    assert talk(context, [*LEARNED[lang], *texts])[0].lang == lang


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("zh", ["visit Harbour Pumps tomorrow", "他们的水泵三天两头坏"]),
        ("en", ["明天去拜访蓝天冷库", "their pumps break down all the time"]),
    ],
)
def test_the_question_is_put_again_in_the_language_of_what_was_told(
    context: Context, lang: str, texts: list[str]
) -> None:
    assert in_chinese(talk(context, [*LEARNED[OTHER[lang]], *texts])[1]) == (lang == "zh")


@pytest.mark.parametrize(
    ("lang", "visited", "told"),
    [
        ("en", "I'm back from the visit to Nordlicht GmbH", "他们嫌我们的交期太长，要我们四周内到货"),
        ("zh", "刚拜访完光明照明", "They said the lead time is too long for them"),
    ],
)
def test_the_questions_after_a_visit_follow_too(context: Context, lang: str, visited: str, told: str) -> None:
    state, said = talk(context, [visited], kept(context, lang))
    assert state.after is not None
    assert in_chinese(said) == (lang == "zh")
    state, said = talk(context, [told], state)
    assert in_chinese(said) == (lang == "en")
    assert not state.interview.lang_fixed
