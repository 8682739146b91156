"""What the salesperson does not know becomes a question to the customer on that very matter."""

from __future__ import annotations

import pytest

from coach.context import Tools
from tests.coach.interview.conftest import Talk

UNKNOWN = [
    ("decision", "no idea who decides"),
    ("decision", "no clue who signs"),
    ("decision", "I don't know who has the last word"),
    ("decision", "who signs? No idea"),
    ("decision", "how they decide, no idea"),
    ("budget", "don't know what their budget is"),
    ("timing", "not sure when they need it"),
    ("timing", "nobody told me how soon they want to start"),
    ("other_offers", "I don't know who else is bidding"),
    ("other_offers", "no idea who the competitors are"),
    ("reason", "no idea why they are switching"),
    ("criteria", "no idea how they choose a supplier"),
    ("boss", "I don't know who the boss is"),
    ("volume", "I've no idea how many they need"),
    ("price", "no idea what they pay now"),
    ("present_supplier", "don't know who they buy from today"),
    ("payment", "I never asked about payment terms"),
    ("certification", "no idea what certificates they need"),
    ("use", "don't know who uses it"),
    ("effect", "no idea what it costs them"),
    ("risk", "not sure what worries him"),
    ("decision", "不清楚谁拍板"),
    ("decision", "不知道谁签字"),
    ("decision", "谁说了算还不清楚"),
    ("decision", "谁能拍板，没打听到"),
    ("budget", "预算多少我不知道"),
    ("timing", "不晓得他们什么时候要"),
    ("other_offers", "不清楚还有谁在竞争"),
    ("reason", "不知道为什么要换供应商"),
    ("criteria", "没问过他们怎么选供应商"),
    ("volume", "不知道要多少台"),
    ("present_supplier", "不清楚现在跟谁买"),
    ("payment", "账期没问"),
    ("certification", "不知道要什么证书"),
    ("use", "不知道谁在用"),
    ("boss", "不清楚老板什么态度"),
    ("risk", "不知道他担心什么"),
    ("process", "不清楚流程怎么走"),
    ("specification", "没问规格"),
]
BEFORE = {"zh": ["海川食品", "他们要便宜5%"], "en": ["Costa Foods", "They want it cheaper by 5%"]}
BARE = {
    "zh": ["不知道", "没问过", "还不清楚", "忘了问"],
    "en": ["no idea", "I don't know", "never asked", "not sure"],
}
TO_THE_CONFIRMATION = {"zh": "跳过", "en": "skip"}


def lang_of(text: str) -> str:
    return "en" if text.isascii() else "zh"


def matters(state: object) -> list[str]:
    return [asked.key for asked in state.asked if asked.step == "matter"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("topic", "text"), UNKNOWN)
def test_the_question_is_on_that_matter(talk: Talk, tools: Tools, topic: str, text: str) -> None:
    lang = lang_of(text)
    state, said = talk(*BEFORE[lang], text)
    question = tools.knowledge.topics[topic].ask_customer
    assert question is not None
    assert question[lang] in said
    assert matters(state) == [f"matter:{topic}"]
    assert question[lang] in talk("summary" if lang == "en" else "总结", state=state)[1], "it is on the page"
    assert (len(state.needs), state.people) == (1, [])


@pytest.mark.parametrize(
    ("topic", "text"), [UNKNOWN[0], UNKNOWN[11], ("decision", "不清楚谁拍板"), ("volume", "不知道要多少台")]
)
def test_whatever_is_asked_just_now(talk: Talk, tools: Tools, topic: str, text: str) -> None:
    lang = lang_of(text)
    question = tools.knowledge.topics[topic].ask_customer
    assert question is not None
    state, _ = talk(*BEFORE[lang])
    for _ in range(9):
        after, said = talk(text, state=state)
        assert question[lang] in said
        assert len(after.needs) == len(state.needs)
        state, _ = talk(TO_THE_CONFIRMATION[lang], state=state)


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in BARE.items() for text in texts])
def test_where_no_matter_is_told_it_is_the_pending_one(talk: Talk, lang: str, text: str) -> None:
    state, _ = talk(*BEFORE[lang])
    after, said = talk(text, state=state)
    assert matters(after) == []
    assert after.asked[-2].unknown
    assert {"zh": "怎么采购的", "en": "How do you source"}[lang] in said


@pytest.mark.parametrize(
    ("lang", "text", "quote"),
    [
        ("zh", "他们去年停机三次。谁拍板还不清楚", "他们去年停机三次"),
        ("en", "Last year's returns ate their margin. No idea who signs", "Last year's returns ate their margin"),
        ("en", "They pay late. No idea who signs", "They pay late"),
    ],
)
def test_beside_what_is_told(talk: Talk, tools: Tools, lang: str, text: str, quote: str) -> None:
    state, said = talk(*BEFORE[lang], text)
    question = tools.knowledge.topics["decision"].ask_customer
    assert question is not None
    assert question[lang] in said
    assert state.needs[-1].quote == quote


@pytest.mark.parametrize(("lang", "text"), [("zh", "不清楚谁拍板"), ("en", "no idea who decides")])
def test_going_back_takes_it_off_the_list(talk: Talk, lang: str, text: str) -> None:
    state, _ = talk(*BEFORE[lang], text, {"zh": "返回", "en": "back"}[lang])
    assert matters(state) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "他们不知道为什么灯会闪"),
        ("en", "They don't know why the pump fails"),
        ("en", "Anna signs, no idea who else decides"),
    ],
)
def test_what_they_do_not_know_or_who_is_named_is_told(talk: Talk, lang: str, text: str) -> None:
    assert matters(talk(*BEFORE[lang], text)[0]) == []


def test_every_topic_has_its_question(tools: Tools) -> None:
    assert [key for key, topic in tools.knowledge.topics.items() if topic.ask_customer is None] == []
