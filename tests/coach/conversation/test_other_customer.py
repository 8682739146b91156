"""Another customer in the middle of a talk; what was told of the one before is offered to be kept first."""

from __future__ import annotations

import pytest

from coach.accounts.records import Account
from coach.context import Context
from tests.coach.conversation.chat import LEARNED, NAME, kept, talk

TURNED = [
    ("en", "I just want to talk about Brynmor Dairy, a cheese maker in Wales", "Brynmor Dairy"),
    ("en", "Nordlys AS, a lighting wholesaler in Bergen is who I want to prepare", "Nordlys AS"),
    ("en", "next customer: Hartmann Optik", "Hartmann Optik"),
    ("en", "can we move on to Larsen Marine", "Larsen Marine"),
    ("en", "Let's do a different client, Sri Velan Knits", "Sri Velan Knits"),
    ("zh", "换一个客户，聊聊青田冷库", "青田冷库"),
    ("zh", "我就想聊聊绿源食品，做速冻饺子的", "绿源食品"),
    ("zh", "下一个客户：华盛纺织", "华盛纺织"),
    ("zh", "北海医疗才是我想准备的客户", "北海医疗"),
    ("zh", "说说另外一家公司，蓝天物流", "蓝天物流"),
]
NOT_TURNED = [
    ("en", "Let's talk about the price"),
    ("en", "I want to talk about their logistics"),
    ("en", "Let's talk about Marcus Fielding, their plant manager"),
    ("en", "I'd like to talk about Nordlicht"),
    ("en", "Another customer of theirs complained about the ice"),
    ("en", "They want to switch to another customer"),
    ("zh", "聊聊王总"),
    ("zh", "看看他们的物流"),
    ("zh", "他们想换一个客户经理"),
    ("zh", "换个客户经理他们才满意"),
    ("zh", "我们聊聊光明照明的价格"),
]


@pytest.mark.parametrize(("lang", "text", "name"), TURNED)
def test_the_talk_turns_to_another_customer(context: Context, lang: str, text: str, name: str) -> None:
    state, said = talk(context, [NAME[lang], text])
    assert state.interview.account == name
    assert state.interview.needs == []
    assert state.took_back is None
    assert name in said


@pytest.mark.parametrize(("lang", "text"), NOT_TURNED)
def test_other_talk_stays_with_the_customer(context: Context, lang: str, text: str) -> None:
    state, _ = talk(context, [NAME[lang], text])
    assert state.interview.account == NAME[lang]


@pytest.mark.parametrize(("lang", "text"), [("en", "another customer please"), ("zh", "换个客户吧")])
def test_asked_which_where_none_is_named(context: Context, lang: str, text: str) -> None:
    state, _ = talk(context, [NAME[lang], text])
    assert state.interview.account is None
    assert state.interview.pending is not None
    assert state.interview.pending.question == "account"


@pytest.mark.parametrize(
    ("lang", "text", "name", "answer", "needs"),
    [
        ("en", "let's talk about Brynmor Dairy", "Brynmor Dairy", "yes", 2),
        ("en", "let's talk about Brynmor Dairy", "Brynmor Dairy", "no", 0),
        ("zh", "换一个客户，聊聊青田冷库", "青田冷库", "是", 2),
        ("zh", "换一个客户，聊聊青田冷库", "青田冷库", "不用", 0),
    ],
)  # fmt: skip
def test_what_was_told_is_offered_to_be_kept(
    context: Context, lang: str, text: str, name: str, answer: str, needs: int
) -> None:
    state, said = talk(context, [*LEARNED[lang], text])
    assert state.interview.account == NAME[lang]
    assert NAME[lang] in said
    state, _ = talk(context, [answer], state)
    assert (state.interview.account, state.interview.needs, state.wish) == (name, [], None)
    account = context.book.named(NAME[lang])
    assert (len(context.book.dossier(account.id).needs) if account else 0) == needs


@pytest.mark.parametrize(("lang", "text"), [("en", "let's talk about Fernlicht"), ("zh", "聊聊远光")])
def test_a_customer_of_the_book_is_opened(context: Context, lang: str, text: str) -> None:
    name = {"en": "Fernlicht", "zh": "远光"}[lang]
    context.book.save(Account(name))
    state, _ = talk(context, [text], kept(context, lang))
    assert state.interview.account == name
    assert not state.interview.needs


@pytest.mark.parametrize(
    ("before", "text", "asked"),
    [
        ("en", "你好，今天聊聊温岭水泵厂", "要为"),
        ("zh", "I just want to talk about Brynmor Dairy, a cheese maker in Wales", "Shall I"),
    ],
)
def test_it_is_offered_in_the_language_of_the_wish(context: Context, before: str, text: str, asked: str) -> None:
    assert asked in talk(context, [*LEARNED[before], text])[1]
