"""A person is forgotten for good when that is asked for: here, in the account book, and only after a yes."""

from __future__ import annotations

import json

import pytest

from coach.accounts.records import Contact, Note
from coach.context import Context
from coach.conversation.state import Conversation
from tests.coach.conversation.chat import KEEP, as_user, talk

FIRM = {"zh": "宏达电器", "en": "BrightHome"}
TOLD = {
    "zh": ["宏达电器", "采购经理陈丽要求月底前到货", "厂长老邱支持我们，老邱说去年停产两天，损失三十万"],
    "en": [
        "BrightHome",
        "Their buyer Anna Weber wants delivery in four weeks",
        "Tom Reed, the plant manager, backs us; he says two days of downtime cost them 300,000 last year",
    ],
}
OTHER = {"zh": "老邱", "en": "Tom Reed"}
YES = {"zh": "是", "en": "yes"}
# each asks for the first person told to be forgotten
ASKED = [
    ("zh", "把陈丽的记录删掉"),
    ("zh", "忘掉陈丽"),
    ("zh", "请帮我把陈丽的所有资料都删除"),
    ("zh", "把你知道的关于陈丽的东西都忘掉吧"),
    ("zh", "删掉陈丽这个人"),
    ("zh", "麻烦把陈丽从名单里去掉"),
    ("zh", "别再记着陈丽了"),
    ("zh", "忘了陈丽吧"),
    ("zh", "把陈丽去掉"),
    ("zh", "陈丽不用记了"),
    ("zh", "把陈丽从名单里划掉"),
    ("en", "forget Anna Weber"),
    ("en", "delete what you know about Anna"),
    ("en", "Please delete everything you have on Anna Weber."),
    ("en", "could you erase Anna's record?"),
    ("en", "forget everything about Anna Weber"),
    ("en", "remove Anna Weber from the list"),
    ("en", "Take Anna out"),
    ("en", "drop Anna Weber from the list"),
    ("en", "cross Anna off the list"),
    ("en", "leave Anna out of it"),
    ("en", "Wipe all the data on Ms Weber, please"),
]
NAMES = {"zh": ("陈丽",), "en": ("Anna", "Weber")}


def _holds(state: Conversation, lang: str) -> list[str]:
    """Return the names of the forgotten person that the stored conversation still holds."""
    stored = json.dumps(state.to_json(), ensure_ascii=False)
    return [name for name in NAMES[lang] if name in stored]


@pytest.mark.parametrize(("lang", "text"), ASKED)
def test_a_wish_is_asked_back(context: Context, lang: str, text: str) -> None:
    state, said = talk(context, [*TOLD[lang], text])
    assert NAMES[lang][0] in said.split("\n")[0]
    assert (state.asking or "").startswith("forget:person:")
    assert [person.name for person in state.interview.people][0].startswith(NAMES[lang][0])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_yes_forgets_what_was_only_told(context: Context, lang: str) -> None:
    wish = next(text for one, text in ASKED if one == lang)
    state, said = talk(context, [*TOLD[lang], wish, YES[lang]])
    assert {"zh": "已彻底删除", "en": "Deleted for good"}[lang] in said
    assert _holds(state, lang) == []
    assert [person.name for person in state.interview.people] == [OTHER[lang]]
    assert state.interview.needs
    assert state.forgot


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_yes_forgets_in_the_book_too(context: Context, lang: str) -> None:
    state, _ = talk(context, [*TOLD[lang], *KEEP[lang]])
    wish = next(text for one, text in ASKED if one == lang)
    state, said = talk(context, [wish], state)
    assert "1" in said
    state, said = talk(context, [YES[lang]], state)
    account = context.book.named(FIRM[lang])
    assert account is not None
    there = context.book.dossier(account.id)
    assert [contact.name for contact in there.contacts] == [OTHER[lang]]
    assert not any(name in repr(there) for name in NAMES[lang])
    assert _holds(state, lang) == []
    needs = len(there.needs)
    talk(context, KEEP[lang], state)  # nothing comes back, nothing doubles
    again = context.book.dossier(account.id)
    assert (len(again.contacts), len(again.needs)) == (1, needs)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_anything_but_a_yes_leaves_all_as_it_was(context: Context, lang: str) -> None:
    before, _ = talk(context, TOLD[lang])
    wish = next(text for one, text in ASKED if one == lang)
    state, _ = talk(context, [wish, {"zh": "不", "en": "no"}[lang]], before)
    assert state.interview.to_json() == before.interview.to_json()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_back_brings_nobody_back(context: Context, lang: str) -> None:
    wish = next(text for one, text in ASKED if one == lang)
    back = {"zh": "返回", "en": "back"}[lang]
    state, _ = talk(context, [*TOLD[lang], wish, YES[lang]])
    after, said = talk(context, [back], state)
    assert after.interview.answers == state.interview.answers
    assert {"zh": "找不回来", "en": "stays deleted"}[lang] in said
    after, _ = talk(context, [back], after)
    assert len(after.interview.answers) < len(state.interview.answers)
    assert _holds(after, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "unknown"),
    [
        ("zh", "忘掉老魏", "老魏"),
        ("zh", "把赵刚的资料删掉", "赵刚"),
        ("en", "forget Bob Miller", "Bob Miller"),
        ("en", "delete what you know about Priya", "Priya"),
    ],
)
def test_somebody_unknown(context: Context, lang: str, text: str, unknown: str) -> None:
    state, said = talk(context, [*TOLD[lang], text])
    assert unknown in said
    assert OTHER[lang] in said
    assert not state.asking


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "他们说忘掉以前的事"),
        ("zh", "陈丽要求把旧系统的数据删掉"),
        ("zh", "他们忘掉陈丽了"),
        ("zh", "陈丽说把那条不良记录删掉"),
        ("en", "They want to forget the old supplier"),
        ("en", "Anna wants to remove two machines"),
        ("en", "Anna Weber asked us to delete her name from the mailing"),
        ("zh", "陈丽忘了带图纸"),
        ("en", "Anna wants to take the machine out"),
        ("en", "we take Anna out for lunch"),
        ("en", "they would rather forget Anna's project"),
    ],
)
def test_content_is_no_wish(context: Context, lang: str, text: str) -> None:
    state, _ = talk(context, [*TOLD[lang], text])
    assert not (state.asking or "").startswith("forget")
    assert len(state.interview.people) == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_only_the_owner_deletes_in_the_book(context: Context, lang: str) -> None:
    talk(context, [*TOLD[lang], *KEEP[lang]])
    account = context.book.named(FIRM[lang])
    assert account is not None
    context.book.share(account.id, "bob", may_write=True)
    bob = as_user(context, "bob")
    wish = next(text for one, text in ASKED if one == lang)
    state, said = talk(bob, [FIRM[lang], wish])  # nothing of the person here: nothing to ask
    assert {"zh": "只有负责人", "en": "only its owner"}[lang] in said
    assert not state.asking
    state, said = talk(bob, [*TOLD[lang], wish])
    assert {"zh": "只有负责人", "en": "only its owner"}[lang] in said
    state, _ = talk(bob, [YES[lang]], state)
    assert _holds(state, lang) == []
    assert len(context.book.dossier(account.id).contacts) == 2


def test_who_stands_in_the_book_alone_is_found(context: Context) -> None:
    talk(context, [*TOLD["en"], *KEEP["en"]])
    account = context.book.named("BrightHome")
    assert account is not None
    [priya] = context.book.save(Contact("Priya Nair", account=account.id))
    context.book.save(Note("likes rowing", "2026-03-01", priya.id, account=account.id))
    _, said = talk(context, ["BrightHome", "forget Priya Nair", "yes"])
    assert "Deleted for good: contacts: 1, notes: 1" in said
    assert "Priya" not in repr(context.book.dossier(account.id))


def test_two_of_that_name_are_told_apart(context: Context) -> None:
    told = ["BrightHome", "Anna Weber wants it cheaper. Anna Rossi wants it quieter.", "forget Anna"]
    state, said = talk(context, told)
    assert "Anna Weber" in said
    assert "Anna Rossi" in said
    assert not state.asking


@pytest.mark.parametrize(("lang", "text"), [("zh", "把宏达电器的记录删掉"), ("en", "forget BrightHome")])
def test_an_account_is_forgotten_as_one(context: Context, lang: str, text: str) -> None:
    state, said = talk(context, [*TOLD[lang], *KEEP[lang], text])
    assert FIRM[lang] in said
    assert (state.asking or "").startswith("forget:")
    assert "person" not in (state.asking or "")


def test_after_a_visit_the_person_is_forgotten_too(context: Context) -> None:
    talk(context, [*TOLD["en"], *KEEP["en"]])
    state, _ = talk(context, ["I'm back from BrightHome", "Anna Weber wants it quieter"])
    assert state.mode == "after_visit"
    state, said = talk(context, ["forget Anna Weber", "yes"], state)
    assert "Deleted for good" in said
    assert state.mode == "after_visit"
    assert _holds(state, "en") == []
