"""Whoever wants none of what was asked says so in many ways: each is a no to the question, and the conversation goes on."""

from __future__ import annotations

from datetime import date

import pytest

from coach.accounts.records import Account, Visit
from coach.context import Context
from coach.conversation.state import AFTER_VISIT, INTERVIEW, Conversation
from coach.interview.declined import declined, reply
from tests.coach.conversation.chat import LEARNED, NAME, talk

TODAY = date(2026, 3, 6)  # a Friday
DECLINES = {
    "zh": ["停", "算了", "算了吧", "还是算了", "不用了，谢谢", "先不用", "先不记了", "以后再说", "改天吧", "没必要", "别管了", "跳过", "当我没说"],
    "en": ["stop", "no thanks", "No, thank you.", "never mind", "forget it", "not now", "maybe later", "skip it", "please don't bother", "I'd rather not", "cancel", "no need", "leave it"],
}  # fmt: skip
ALL = [(lang, text) for lang, texts in DECLINES.items() for text in texts]
SOME = [
    (lang, text)
    for lang, text in ALL
    if text in ("停", "还是算了", "不用了，谢谢", "stop", "No, thank you.", "never mind")
]


def planned(context: Context, lang: str, starts: str) -> None:
    [account] = context.book.save(Account(NAME[lang]))
    context.book.save(Visit(starts, "Europe/Berlin", account=account.id))


def goes_on(state: Conversation) -> bool:
    return (
        state.mode == INTERVIEW and state.asking is None and not state.interview.paused and not state.interview.answers
    )


@pytest.mark.parametrize(("lang", "text"), ALL)
def test_the_firm_is_not_taken_into_the_book(context: Context, lang: str, text: str) -> None:
    asked = {"zh": "3月12日上午10点去拜访远山水泵厂", "en": "plan a visit to Hillside Pumps on 2026-03-12 at 10:00"}[
        lang
    ]
    state, question = talk(context, [asked])
    assert {"zh": "还不在客户档案里", "en": "not in the account book yet"}[lang] in question
    state, said = talk(context, [text], state)
    assert {"zh": "没有为“远山水泵厂”建档案", "en": "was not taken into the account book"}[lang] in said
    assert context.book.accounts() == []
    assert goes_on(state)


@pytest.mark.parametrize(("lang", "text"), ALL)
def test_the_planned_visit_stays(context: Context, lang: str, text: str) -> None:
    planned(context, lang, "2026-03-10T10:00")
    asked = {"zh": "刚拜访完光明照明", "en": "I am back from Nordlicht"}[lang]
    state, question = talk(context, [asked])
    assert {"zh": "就是这一次", "en": "Is that the one"}[lang] in question
    state, said = talk(context, [text], state)
    assert {"zh": "计划好的拜访保持原样", "en": "the planned visit stays as it is"}[lang] in said
    assert goes_on(state)
    assert state.after is None


@pytest.mark.parametrize(("lang", "text"), [("zh", "不是"), ("zh", "不是的"), ("en", "no"), ("en", "nope")])
def test_a_plain_no_means_another_visit(context: Context, lang: str, text: str) -> None:
    planned(context, lang, "2026-03-10T10:00")
    state, _ = talk(context, [{"zh": "刚拜访完光明照明", "en": "I am back from Nordlicht"}[lang], text])
    assert state.mode == AFTER_VISIT


@pytest.mark.parametrize(("lang", "text"), SOME)
def test_the_offer_to_take_a_visit_down(context: Context, lang: str, text: str) -> None:
    planned(context, lang, "2026-03-05T10:00")
    state, question = talk(context, [{"zh": "你好", "en": "hello"}[lang]])
    assert {"zh": "现在记一下吗", "en": "shall we take it down now"}[lang] in question
    state, said = talk(context, [text], state)
    assert {"zh": "之后说“拜访怎么样”就行", "en": "whenever you like"}[lang] in said
    assert goes_on(state)


@pytest.mark.parametrize(("lang", "text"), SOME)
def test_which_of_several(context: Context, lang: str, text: str) -> None:
    for name in ("Acme", NAME[lang]):
        [account] = context.book.save(Account(name))
        context.book.save(Visit("2026-03-12T10:00", "Europe/Berlin", account=account.id))
    state, _ = talk(context, [{"zh": "拜访改到周五下午三点", "en": "move the visit to Friday 3 pm"}[lang]])
    assert state.asking == "visit:which"
    state, said = talk(context, [text], state)
    assert {"zh": "拜访都没有动", "en": "no visit was changed"}[lang] in said
    assert goes_on(state)


STOPS = [
    ("zh", "停"),
    ("zh", "先到这里吧"),
    ("zh", "不聊了"),
    ("en", "stop"),
    ("en", "let's call it a day"),
    ("en", "gotta run, bye"),
]
KEEP = {"zh": "记到客户档案", "en": "keep this"}


@pytest.mark.parametrize(("lang", "text"), STOPS)
def test_a_stop_ends_the_conversation_too(context: Context, lang: str, text: str) -> None:
    state, _ = talk(context, [*LEARNED[lang], KEEP[lang]])
    state, said = talk(context, [text], state)
    assert said == context.tools.words.say("stopped_unkept", lang)
    assert context.book.accounts() == []
    assert (state.asking, state.interview.paused) == (None, True)
    assert context.tools.words.say("stopped", lang) in talk(context, [text], state)[1], "it is not offered again"


@pytest.mark.parametrize(("lang", "text"), STOPS)
def test_a_stop_before_another_customer_begins(context: Context, lang: str, text: str) -> None:
    asked = {"zh": "给我青田冷库的简报", "en": "open account Nimbus"}[lang]
    told = {"zh": "他们的压缩机老是停", "en": "They make valves, and a valve leaked"}[lang]
    state, _ = talk(context, [*LEARNED[lang], asked, told])
    assert state.asking == "begin"
    state, said = talk(context, [text], state)
    assert told in said
    assert said.endswith(context.tools.words.say("stopped", lang))
    assert (state.asking, state.wish, state.interview.paused, state.interview.account) == (None, None, True, NAME[lang])


@pytest.mark.parametrize(("lang", "text"), [one for one in SOME if one not in STOPS])
def test_keeping_what_was_learned(context: Context, lang: str, text: str) -> None:
    state, _ = talk(context, [*LEARNED[lang], KEEP[lang]])
    before = len(state.interview.answers)
    state, said = talk(context, [text], state)
    assert context.tools.words.say("keep_not", lang) in said
    assert context.book.accounts() == []
    assert (state.asking, state.interview.paused, len(state.interview.answers)) == (None, False, before)


@pytest.mark.parametrize(
    "text",
    [
        "是", "不是", "好的", "他们不用进口货", "算了一下，一年要换三百只", "以后他们想换供应商", "停产两天损失八万", "第一个",
        "yes", "no", "they cancel every third order", "later this year they replace the pumps", "the first one",
        "never mind the price, quality is what matters", "Skipton Dairy",
    ],
)  # fmt: skip
def test_what_is_no_refusal(context: Context, text: str) -> None:
    assert not declined(text, context)


@pytest.mark.parametrize(("lang", "text"), [*SOME, ("zh", "好的，还是算了"), ("zh", "好，算了")])
def test_nothing_is_cleared_or_forgotten(context: Context, lang: str, text: str) -> None:
    state, _ = talk(
        context, [*LEARNED[lang], {"zh": "记到客户档案", "en": "keep this"}[lang], {"zh": "是", "en": "yes"}[lang]]
    )
    asked, _ = talk(context, [{"zh": "重新开始", "en": "restart"}[lang]], state)
    assert talk(context, [text], asked)[0].interview.account == NAME[lang]
    asked, _ = talk(context, [{"zh": "忘掉客户光明照明", "en": "forget the account Nordlicht"}[lang]], state)
    assert (asked.asking or "").startswith("forget")
    talk(context, [text], asked)
    assert [account.name for account in context.book.accounts()] == [NAME[lang]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("还是算了", "no"),
        ("是的", "yes"),
        ("没问题", "yes"),
        ("没问过", None),
        ("你好", None),
        ("不是", "no"),
        ("yes please", "yes"),
        ("no, thanks", "no"),
        ("maybe", None),
    ],
)
def test_reply(context: Context, text: str, expected: str | None) -> None:
    assert reply(text, context) == expected
