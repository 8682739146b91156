"""A person with a job opens the talk: the customer stays open, what is told is no name, and the name comes later."""

from __future__ import annotations

import pytest

from tests.coach.interview.conftest import Talk

OPENED = [
    ("田野，水产市场的冷库主管，想换制冰机", "田野", "想换制冰机"),
    ("田野 水产市场的冷库主管 想换制冰机", "田野", "想换制冰机"),
    ("田野（水产市场冷库主管）想换制冰机", "田野", "想换制冰机"),
    ("田野是水产市场的冷库主管，想换制冰机", "田野", "想换制冰机"),
    ("高峰，工程部经理，要五年质保", "高峰", "要五年质保"),
    ("May, head of purchasing, wants it cheaper", "May", "wants it cheaper"),
    ("Summer, cold store manager at the fish market, wants a new ice machine", "Summer", "wants a new ice machine"),
]
TOLD = {
    "zh": [
        "停机一次损失两万",
        "去年停过三次",
        "夏天老是停",
        "他说现在的制冰机夏天老是停",
        "一停机鱼就坏了",
        "电费太高",
        "要便宜5%",
        "现在用的是别家的",
        "他们嫌我们贵",
        "最怕夏天断冰",
    ],
    "en": ["It breaks down every winter", "Price too high", "losing two thousand a day"],
}
NAMED = [
    ("zh", "客户是连江海宏水产", "连江海宏水产"),
    ("zh", "客户叫海宏水产", "海宏水产"),
    ("zh", "公司名称是海宏水产有限公司", "海宏水产有限公司"),
    ("zh", "叫海宏水产有限公司", "海宏水产有限公司"),
    ("en", "The customer is Ashgrove School", "Ashgrove School"),
    ("en", "it's called Ashgrove School", "Ashgrove School"),
    ("en", "the school is Ashgrove School, in Leeds", "Ashgrove School"),
    ("en", "their name is Larsen Marine", "Larsen Marine"),
]
NO_NAME = [
    ("zh", "客户是做海鲜的"),
    ("zh", "是我们老客户了"),
    ("zh", "客户是王总"),
    ("en", "The customer is Danish"),
    ("en", "It's called an ice plant"),
    ("en", "the plant is Danish"),
]
FIRST = {"zh": "张敏，器械科科长，想换泵", "en": "Helen Park, dean of the school, wants a new boiler"}


@pytest.mark.parametrize(("text", "name", "quote"), OPENED)
def test_the_customer_stays_open_behind_a_person(talk: Talk, text: str, name: str, quote: str) -> None:
    state, _ = talk(text)
    assert state.account is None
    assert [person.name for person in state.people] == [name]
    assert [need.quote for need in state.needs] == [quote]
    assert state.pending is not None
    assert state.pending.question == "account"


@pytest.mark.parametrize(("text", "name", "quote"), OPENED)
def test_a_person_leaves_the_customer_as_it_was(talk: Talk, text: str, name: str, quote: str) -> None:
    state, _ = talk("客户是海宏水产" if name.isalpha() and not name.isascii() else "Nordlicht GmbH", text)
    assert state.account in ("海宏水产", "Nordlicht GmbH")
    assert [person.name for person in state.people] == [name]
    assert [need.quote for need in state.needs] == [quote]


@pytest.mark.parametrize(("lang", "told"), [(lang, told) for lang, lines in TOLD.items() for told in lines])
def test_what_is_told_where_the_name_is_asked_for_is_no_name(talk: Talk, lang: str, told: str) -> None:
    assert talk(FIRST[lang], told)[0].account is None
    assert talk(told)[0].account is None


@pytest.mark.parametrize(("lang", "text", "name"), NAMED)
def test_the_name_is_taken_whenever_it_comes(talk: Talk, lang: str, text: str, name: str) -> None:
    before, asked = talk(FIRST[lang], TOLD[lang][0])
    state, said = talk(text, state=before)
    assert state.account == name
    assert len(state.needs) == len(before.needs)
    assert name in said
    assert state.pending is not None
    assert before.pending is not None
    assert state.pending.question == before.pending.question, "the question is put again"
    assert talk("back", state=state)[0].account is None


@pytest.mark.parametrize(("lang", "text"), NO_NAME)
def test_what_only_describes_names_nobody(talk: Talk, lang: str, text: str) -> None:
    assert talk(FIRST[lang], TOLD[lang][0], text)[0].account is None


def test_what_follows_the_name_is_listened_to(talk: Talk) -> None:
    state, _ = talk(FIRST["en"], TOLD["en"][0], "The customer is Ashgrove School. They pay late")
    assert state.account == "Ashgrove School"
    assert state.needs[-1].quote == "They pay late"
