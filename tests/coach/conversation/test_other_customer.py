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
    ("en", "The client is Nordhavn Fisk in Tromsø.", "Nordhavn Fisk"),
    ("en", "We sell fish processing lines; the client is Nordhavn Fisk", "Nordhavn Fisk"),
    ("en", "The customer this time is Kvarn, a flour mill near Aarhus", "Kvarn"),
    ("en", "New customer: Otago Fine Wool Ltd", "Otago Fine Wool Ltd"),
    ("en", "Client name - Castellan Hotels", "Castellan Hotels"),
    ("en", "Today I was out again. My client is Bramley & Sons, they press apples", "Bramley & Sons"),
    ("zh", "客户是海港冷链有限公司，在宁波", "海港冷链有限公司"),
    ("zh", "我们做包装机的，客户是大禹水务", "大禹水务"),
    ("zh", "客户名称：远东泵业", "远东泵业"),
    ("zh", "我的客户叫顺昌纺织，在南通", "顺昌纺织"),
    ("zh", "这次的客户是华阳照明，做工程的", "华阳照明"),
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
    ("en", "Can we go to the one before? I left something out"),
    ("en", "Another customer of theirs complained about the ice"),
    ("en", "They want to switch to another customer"),
    ("en", "The client is Danish"),
    ("en", "The client is very happy with the samples"),
    ("en", "The client is Marcus Fielding, the plant manager"),
    ("en", "The end customer is Rewe Markt"),
    ("en", "Their customer is Alpine Hotels in Innsbruck"),
    ("en", "The customer is king, says Bob"),
    ("en", "The company is family owned"),
    ("zh", "客户是上市公司"),
    ("zh", "客户是德国企业"),
    ("zh", "客户是做水泵的"),
    ("zh", "客户是外贸公司"),
    ("zh", "最终用户是永旺超市"),
    ("zh", "他们的客户是华阳照明"),
    ("zh", "客户是王总"),
    ("zh", "客户为难得很"),
    ("zh", "聊聊王总"),
    ("zh", "看看他们的物流"),
    ("zh", "他们想换一个客户经理"),
    ("zh", "换个客户经理他们才满意"),
    ("zh", "我们聊聊光明照明的价格"),
]


@pytest.mark.parametrize(
    ("lang", "told", "text", "name"),
    [
        (
            "en",
            ["They want it cheaper", "cheaper by 5%"],
            "another customer: Alpine Hotels in Innsbruck",
            "Alpine Hotels",
        ),
        ("zh", ["他们嫌太贵", "要便宜5%"], "换一个客户：南方酒店集团", "南方酒店集团"),
    ],
)
def test_also_from_a_customer_without_a_name(
    context: Context, lang: str, told: list[str], text: str, name: str
) -> None:
    state, _ = talk(context, told)
    assert state.interview.account is None
    state, _ = talk(context, [text], state)
    assert (state.interview.account, state.interview.needs) == (name, [])


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


@pytest.mark.parametrize(
    ("lang", "text", "name", "told", "words", "answer", "needs"),
    [
        ("en", "let's talk about Brynmor Dairy", "Brynmor Dairy", "They want a five year warranty", "five year", "yes", 2),
        ("en", "let's talk about Brynmor Dairy", "Brynmor Dairy", "Every third pump breaks down", "breaks down", "no", 0),
        ("zh", "换一个客户，聊聊青田冷库", "青田冷库", "他们要质保五年", "质保五年", "是", 2),
        ("zh", "换一个客户，聊聊青田冷库", "青田冷库", "水泵三天两头坏", "三天两头坏", "不用", 0),
    ],
)  # fmt: skip
def test_what_is_told_instead_of_an_answer_is_held_for_the_next_customer(
    context: Context, lang: str, text: str, name: str, told: str, words: str, answer: str, needs: int
) -> None:
    state, said = talk(context, [*LEARNED[lang], text, told])
    assert state.interview.account == NAME[lang]
    assert NAME[lang] in said
    assert not any(words in need.quote for need in state.interview.needs)
    state, said = talk(context, [answer], state)
    assert state.interview.account == name
    assert [words in need.quote for need in state.interview.needs] == [True]
    question = state.interview.pending
    assert question is not None
    assert said.endswith(question.text[lang])
    account = context.book.named(NAME[lang])
    assert (len(context.book.dossier(account.id).needs) if account else 0) == needs


@pytest.mark.parametrize(
    ("lang", "opens", "told", "words"),
    [
        ("en", "open account Brynmor Dairy", "Every third pump breaks down", "breaks down"),
        ("zh", "打开客户青田冷库", "水泵三天两头坏", "三天两头坏"),
    ],
)
@pytest.mark.parametrize("agreed", [True, False])
def test_what_is_told_before_the_yes_is_of_whoever_was_meant(
    context: Context, lang: str, opens: str, told: str, words: str, *, agreed: bool
) -> None:
    state, _ = talk(context, [NAME[lang], opens, told])
    assert state.interview.needs == []
    state, _ = talk(context, ["yes" if agreed else "no"], state)
    assert (state.interview.account == NAME[lang]) is not agreed
    assert [words in need.quote for need in state.interview.needs] == [True]


@pytest.mark.parametrize(
    ("lang", "visited", "told", "words"),
    [
        ("en", "I just visited Brynmor Dairy", "Every third pump breaks down", "breaks down"),
        ("zh", "我刚拜访了青田冷库", "他们的水泵三天两头坏", "三天两头坏"),
    ],
)
def test_what_is_told_of_a_visit_before_the_yes_is_of_the_visit(
    context: Context, lang: str, visited: str, told: str, words: str
) -> None:
    state, _ = talk(context, [NAME[lang], visited, told])
    assert state.interview.needs == []
    state, _ = talk(context, ["yes"], state)
    assert state.after is not None
    assert [words in need.quote for need in state.after.interview.needs] == [True]


@pytest.mark.parametrize(("lang", "news"), [("en", "They need CE certificates"), ("zh", "他们必须有CE证书")])
def test_what_is_not_to_be_kept_is_not_offered_again_until_something_is_new(
    context: Context, lang: str, news: str
) -> None:
    stop, asks = {"en": ("stop", "Shall I"), "zh": ("先到这里", "要为")}[lang]
    state, said = talk(context, [*LEARNED[lang], stop])
    assert asks in said
    state, _ = talk(context, ["no"], state)
    assert asks not in talk(context, [stop], state)[1]
    assert asks in talk(context, [news, stop], state)[1]


@pytest.mark.parametrize(
    ("lang", "text", "name", "aside", "held"),
    [
        ("en", "let's talk about Brynmor Dairy", "Brynmor Dairy", "What is FABE?", "Every third pump breaks down"),
        ("zh", "换一个客户，聊聊青田冷库", "青田冷库", "什么是FABE？", "水泵三天两头坏"),
    ],
)
def test_a_question_on_the_way_is_answered_and_nothing_held_is_lost(
    context: Context, lang: str, text: str, name: str, aside: str, held: str
) -> None:
    yes, practice = {"en": ("yes", "show me the scenarios"), "zh": ("是", "有哪些演练场景")}[lang]
    state, said = talk(context, [*LEARNED[lang], text, held, aside])
    assert "FABE" in said
    assert NAME[lang] in said.splitlines()[-1]
    assert held in talk(context, [practice], state)[1]
    state, _ = talk(context, [yes], state)
    assert state.interview.account == name
    assert [need.quote for need in state.interview.needs] == [held]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "no, the client is Nordhavn Fisk", "Nordhavn Fisk"),
        ("en", "I was wrong: the customer is Larsen Marine", "Larsen Marine"),
        ("zh", "不对，客户是大禹水务", "大禹水务"),
        ("zh", "我说错了，客户是海港冷链有限公司", "海港冷链有限公司"),
    ],
)
def test_a_name_put_right_keeps_what_was_told(context: Context, lang: str, text: str, name: str) -> None:
    told = {"en": "They want faster delivery", "zh": "他们交货老是晚"}[lang]
    state, said = talk(context, [NAME[lang], told, text])
    assert state.interview.account == name
    assert len(state.interview.needs) == 1
    assert name in said
