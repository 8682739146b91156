"""Something comes before the question on which customer to go on with: it waits, and nothing that was held is lost."""

from __future__ import annotations

import pytest

from coach.context import Context
from coach.conversation.state import REHEARSAL
from tests.coach.conversation.chat import LEARNED, NAME, talk

OTHER = {"en": "The client is Nordhavn Fisk in Tromsø", "zh": "客户是连江海宏水产"}
HELD = {
    "en": ["Every third pump breaks down", "Kari, the buyer, wants it cheaper"],
    "zh": ["水泵三天两头坏", "周敏是他们采购，最关心价格"],
}
NEW = {"en": "Nordhavn Fisk", "zh": "连江海宏水产"}
PERSON = {"en": "Kari", "zh": "周敏"}
STOP = {"en": "stop", "zh": "停"}
REHEARSE = {"en": "rehearse the old lady buys plums", "zh": "演练老太太买李子"}
LINE = {"en": "What plums would you like?", "zh": "您想要什么样的李子？"}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("answer", ["no", "yes"])
@pytest.mark.parametrize("end", ["stop", "debrief"])
def test_a_rehearsal_on_the_way_loses_nothing(context: Context, lang: str, answer: str, end: str) -> None:
    state, said = talk(context, [*LEARNED[lang], OTHER[lang], *HELD[lang], REHEARSE[lang]])
    assert state.mode == REHEARSAL
    assert HELD[lang][0] in said, "it is said that it waits"
    last = STOP[lang] if end == "stop" else {"en": "debrief", "zh": "复盘"}[lang]
    state, said = talk(context, [LINE[lang], last], state)
    assert NAME[lang] in said.splitlines()[-1], "the question is put again"
    state, _ = talk(context, [answer], state)
    assert state.interview.account == NEW[lang]
    assert HELD[lang][0] in [need.quote for need in state.interview.needs]
    assert [person.name for person in state.interview.people] == [PERSON[lang]]
    assert (state.later, state.wish, state.asking) == (None, None, None)
    assert (context.book.named(NAME[lang]) is not None) == (answer == "yes")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_look_at_something_puts_it_again_at_once(context: Context, lang: str) -> None:
    look = {"en": "which accounts do we have", "zh": "有哪些客户"}[lang]
    state, said = talk(context, [*LEARNED[lang], OTHER[lang], *HELD[lang], look])
    assert NAME[lang] in said.splitlines()[-1]
    state, _ = talk(context, ["no"], state)
    assert (state.interview.account, len(state.interview.people)) == (NEW[lang], 1)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("back", ["greeting", "answer", "told"])
def test_stopping_loses_nothing(context: Context, lang: str, back: str) -> None:
    state, said = talk(context, [*LEARNED[lang], OTHER[lang], *HELD[lang], STOP[lang]])
    assert HELD[lang][0] in said
    assert state.interview.paused
    hello = {"en": "hello", "zh": "你好"}[lang]
    more = {"en": "Their ice runs out in summer", "zh": "夏天冰老是不够"}[lang]
    words = {"greeting": [hello, "no"], "answer": ["no"], "told": [more, "no"]}[back]
    state, _ = talk(context, words, state)
    assert state.interview.account == NEW[lang]
    assert [person.name for person in state.interview.people] == [PERSON[lang]]
    assert [answer["text"] for answer in state.interview.answers if answer["text"] == hello] == []
    assert (back == "told") == any(more in answer["text"] for answer in state.interview.answers)


@pytest.mark.parametrize(("lang", "skip"), [("en", "skip"), ("zh", "跳过")])
def test_to_skip_the_question_is_a_no(context: Context, lang: str, skip: str) -> None:
    state, _ = talk(context, [*LEARNED[lang], OTHER[lang], *HELD[lang], skip])
    assert (state.interview.account, len(state.interview.people)) == (NEW[lang], 1)
    assert context.book.named(NAME[lang]) is None


@pytest.mark.parametrize(("lang", "back"), [("en", "back"), ("zh", "返回")])
def test_who_goes_back_stays_with_the_customer(context: Context, lang: str, back: str) -> None:
    state, said = talk(context, [*LEARNED[lang], OTHER[lang], *HELD[lang], back])
    assert state.interview.account == NAME[lang]
    assert state.later is None
    assert HELD[lang][0] in said
