"""Keeping and opening accounts in the chat: asked before, nothing lost, failures of the book told in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coach.accounts.database import open_database
from coach.accounts.errors import SameNameError
from coach.accounts.records import Account, Contact
from coach.context import Context
from coach.conversation.keeping import agreed, offer, offer_rehearsal, rehearsal_agreed
from coach.conversation.known import known_dossier
from coach.conversation.opening import known_already
from coach.conversation.state import Conversation
from tests.coach.conversation.chat import KEEP, LEARNED, NAME, as_user, kept, talk
from tests.coach.conversation.test_briefing import damage

LANGUAGES = ["zh", "en"]
ASK = {"zh": "建客户档案并记下来吗", "en": "in the account book and keep this?"}
OPEN = {"zh": "打开客户恒星", "en": "open account Acme"}
OTHER = {"zh": "恒星", "en": "Acme"}
NO, YES = {"zh": "不用", "en": "no"}, {"zh": "是", "en": "yes"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_unkept_facts_are_offered_before_another_account_is_opened(context: Context, lang: str) -> None:
    context.book.save(Account(OTHER[lang]))
    asked, said = talk(context, [*LEARNED[lang], OPEN[lang]])
    assert ASK[lang] in said
    for answer, there in ((YES[lang], True), (NO[lang], False)):
        if not there:
            context = as_user(context, "bob")
            context.book.save(Account(OTHER[lang]))
            asked, _ = talk(context, [*LEARNED[lang], OPEN[lang]])
        state, said = talk(context, [answer], asked)
        assert (state.interview.account, OTHER[lang] in said) == (OTHER[lang], True)
        assert (context.book.named(NAME[lang]) is not None) == there


@pytest.mark.parametrize("lang", LANGUAGES)
def test_something_else_drops_the_question_and_keeps_the_facts(context: Context, lang: str) -> None:
    context.book.save(Account(OTHER[lang]))
    text = {"zh": "有哪些演练场景", "en": "show me the scenarios"}[lang]
    state, _ = talk(context, [*LEARNED[lang], OPEN[lang], text])
    assert (state.asking, state.interview.account) == ("scenario", NAME[lang])
    assert len(state.interview.needs) >= 2
    assert context.book.named(NAME[lang]) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_accounts_fit(context: Context, lang: str) -> None:
    context.book.save(Account("Nordlicht Hamburg"), Account("Nordlicht Berlin"))
    ask = {"zh": "打开客户Nordlicht", "en": "open account Nordlicht"}[lang]
    state, said = talk(context, [ask])
    assert ("Nordlicht Hamburg" in said, "Nordlicht Berlin" in said, state.asking) == (True, True, "open")
    state, said = talk(context, ["Nordlicht Berlin"], state)
    assert (state.interview.account, state.asking) == ("Nordlicht Berlin", None)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["打开客户光明"], "还没有"), (["客户列表"], "还没有"), (["记到客户档案"], "哪家客户"), (["list accounts"], "book is empty"),
        (["keep this"], "which"),
    ],
)  # fmt: skip
def test_an_empty_book(context: Context, texts: list[str], said: str) -> None:
    assert said.lower() in talk(context, texts)[1].lower()


def test_a_choice_that_is_left(context: Context) -> None:
    context.book.save(Account("Acme"))
    asked, said = talk(context, ["open account Zeta"])
    assert "Zeta" in said
    assert talk(context, ["stop"], asked)[0].asking is None
    assert "1" in talk(context, ["list accounts"], asked)[1]
    assert talk(context, ["open account"])[0].asking == "open"


def test_many_accounts_are_cut(context: Context) -> None:
    context.book.save(*(Account(f"Firm {number:02}") for number in range(15)))
    said = talk(context, ["list accounts"])[1]
    assert ("Firm 11" in said, "Firm 12" in said, "15" in said, "3" in said) == (True, False, True, True)


@pytest.mark.parametrize("text", ["记到客户档案", "打开客户光明照明", "客户列表"])
def test_a_book_that_fails_is_told_and_nothing_is_lost(context: Context, text: str) -> None:
    state, _ = talk(context, LEARNED["zh"])
    damage(context)
    after, said = talk(context, [text], state)
    assert "坏了" in said
    assert after.interview.needs == state.interview.needs
    assert known_dossier(after, context).needs
    assert known_already(after, context) is None
    assert offer(after, context) is None
    assert offer_rehearsal(after, "plums", 80, True, context) is None
    for asked in ("keep", "keep_rehearsal:plums:80:1"):
        assert "坏了" in talk(context, ["是"], replace(after, asking=asked))[1]


def test_a_book_that_fails_between_question_and_answer(context: Context) -> None:
    context.book.save(Account("恒星"))
    asked, _ = talk(context, [*LEARNED["zh"], "打开客户恒星"])
    damage(context)
    after, said = talk(context, ["是"], asked)
    assert "坏了" in said
    assert after.interview.needs == asked.interview.needs


def test_a_failed_save_can_be_tried_again(context: Context, tmp_path: Path) -> None:
    asked, _ = talk(context, [*LEARNED["zh"], "记到客户档案"])
    damage(context)
    state, said = talk(context, ["是"], asked)
    assert "记好了" not in said
    (context.home / "accounts.db").unlink()
    open_database.cache_clear()
    assert "记好了" in talk(context, KEEP["zh"], state)[1]
    assert len(context.book.dossier(context.book.accounts()[0].id).needs) == 2


def test_an_account_is_told_when_it_is_known(context: Context) -> None:
    kept(context, "zh")
    said = talk(context, ["光明照明"])[1]
    assert "光明照明" in said
    assert "1" in said
    assert known_already(Conversation(), context) is None


def test_known_dossier_without_account_and_with_news(context: Context) -> None:
    assert known_dossier(Conversation(), context).contacts == ()
    state, _ = talk(context, ["李娜是采购总监"], kept(context, "zh"))
    assert [contact.name for contact in known_dossier(state, context).contacts] == ["李娜"]


def test_two_contacts_of_a_name_are_told(context: Context) -> None:
    asked, _ = talk(context, [*LEARNED["zh"], "记到客户档案"])
    [account] = context.book.save(Account("光明照明"))
    context.book.save(Contact("李娜", account=account.id))
    state, said = talk(context, ["是"], asked)
    assert said
    assert len([c for c in context.book.dossier(account.id).contacts if c.name == "李娜"]) == 1


def test_a_rehearsal_is_noted_with_the_account(context: Context) -> None:
    state = kept(context, "zh")
    asked = offer_rehearsal(state, "plums", 80, True, context)
    assert asked is not None
    assert state.asking is not None
    _, said = talk(context, ["是"], state)
    assert "光明照明" in said
    [rehearsed] = context.book.dossier(context.book.accounts()[0].id).rehearsals
    assert (rehearsed.scenario, rehearsed.score, rehearsed.passed) == ("plums", 80, True)
    offer_rehearsal(state, "plums", 70, False, context)
    assert "没有记" in talk(context, ["不用"], state)[1]
    assert offer_rehearsal(talk(context, LEARNED["en"])[0], "plums", 80, True, context) is None
    assert offer_rehearsal(Conversation(), "plums", 80, True, context) is None
    assert "没有找到" in rehearsal_agreed(talk(context, ["恒星照明"])[0], "keep_rehearsal:plums:80:1", context)[1][0]


def test_a_title_that_would_be_replaced_is_named(context: Context) -> None:
    [account] = context.book.save(Account("光明照明"))
    context.book.save(Contact("李娜", title="会计", account=account.id))
    state, said = talk(context, [*LEARNED["zh"], "记到客户档案"])
    assert all(words in said for words in ("李娜", "会计", "产品经理"))
    talk(context, ["是"], state)
    assert [contact.title for contact in context.book.dossier(account.id).contacts] == ["产品经理"]


def test_a_name_that_another_took_meanwhile_is_told(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = talk(context, LEARNED["zh"])

    def taken(*_: object) -> None:
        raise SameNameError(Account("光明照明"), "光明照明")

    monkeypatch.setattr("coach.accounts.book.AccountBook.apply", taken)
    after, said = agreed(state, context)
    assert "光明照明" in said[0]
    assert after.interview == state.interview


def test_a_failing_book_does_not_stop_the_first_words(context: Context) -> None:
    damage(context)
    state, said = talk(context, ["光明照明"])
    assert (state.interview.account, "坏了" in said) == ("光明照明", False)


@pytest.mark.parametrize(
    ("lang", "keep", "nothing", "again"),
    [("zh", "记到客户档案", "没有别的了", "不补充了"), ("en", "keep this", "That's all", "nothing to add")],
)
def test_nothing_more_is_no_answer_to_keeping(context: Context, lang: str, keep: str, nothing: str, again: str) -> None:
    state, said = talk(context, [*LEARNED[lang], keep, nothing])
    assert again in said
    _, said = talk(context, ["是" if lang == "zh" else "yes"], state)
    assert context.book.accounts()


@pytest.mark.parametrize(
    ("lang", "own"), [("zh", "记下来"), ("zh", "存档吧"), ("en", "keep this"), ("en", "note it down")]
)
def test_the_question_is_answered_by_its_own_words(context: Context, lang: str, own: str) -> None:
    state, _ = talk(context, [*LEARNED[lang], KEEP[lang][0]])
    _, said = talk(context, [own], state)
    assert said.startswith(context.tools.words.say("keep_done", lang, account=NAME[lang]))
    assert context.book.named(NAME[lang])


@pytest.mark.parametrize(
    ("lang", "line", "noted"),
    [
        ("zh", "他们嫌这个软件打开太慢", "打开太慢"),
        ("zh", "明年要打开北美市场", "打开北美市场"),
        ("en", "It's got to have single sign-on, or security won't even open the ticket", "single sign-on"),
        ("en", "Letter of credit, no open account for the first order", "no open account"),
    ],
)
def test_what_a_customer_opens_is_no_account(context: Context, lang: str, line: str, noted: str) -> None:
    state, _ = talk(context, LEARNED[lang])
    _, said = talk(context, [line], state)
    assert context.tools.words.say("accounts_none", lang) not in said
    assert NAME[lang] not in said.split("\n")[0]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "打开光明照明"),
        ("en", "open Nordlicht"),
        ("zh", "打开光明照明的档案"),
        ("en", "open the Nordlicht file"),
        ("en", "open the Nordlicht account"),
        ("en", "pull up our Nordlicht account please"),
    ],
)
def test_an_account_is_opened_by_its_name(context: Context, lang: str, line: str) -> None:
    state = kept(context, lang)
    _, said = talk(context, [line], state)
    assert NAME[lang] in said.split("\n")[0]


@pytest.mark.parametrize(
    ("told", "keep", "name"),
    [
        (["They want it cheaper", "cheaper by 5%"], "keep this", "Harbour Pumps"),
        (["他们嫌太贵", "要便宜5%"], "记到客户档案", "海川泵业"),
    ],
    ids=["en", "zh"],
)
def test_a_customer_without_a_name_is_asked_for_it(context: Context, told: list[str], keep: str, name: str) -> None:
    before, asked = talk(context, told)
    state, _ = talk(context, [keep, name], before)
    assert (state.interview.account, state.interview.asked[-1].key) == (name, before.interview.asked[-1].key)
    state, said = talk(context, [keep], state)
    assert (name in said, state.asking) == (True, "keep")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_as_a_file_leaves_the_question_open(context: Context, lang: str) -> None:
    shown, _ = talk(context, [*LEARNED[lang], {"zh": "小结", "en": "summary"}[lang]])
    state, said = talk(context, [{"zh": "保存", "en": "save"}[lang]], shown)
    assert (ASK[lang] in said, state.asking) == (True, "keep")
    _, said = talk(context, [YES[lang]], state)
    assert context.book.named(NAME[lang]) is not None
