"""Visits and briefs in the chat: planned, shown, written; what is missing is asked for, what fails is told."""

from __future__ import annotations

from datetime import date

import pytest

from coach.accounts.database import open_database
from coach.accounts.records import Account
from coach.context import Context
from coach.conversation.state import Conversation
from tests.coach.conversation.chat import LEARNED, NAME, kept, talk

TODAY = date(2026, 3, 2)  # a Monday


def damage(context: Context) -> None:
    """Make the database useless."""
    open_database.cache_clear()
    context.home.mkdir(exist_ok=True)
    (context.home / "accounts.db").write_bytes(b"no database" * 100)


@pytest.mark.parametrize(
    ("lang", "text", "starts"),
    [
        ("zh", "我周四上午10点去拜访光明照明", "2026-03-05T10:00"), ("zh", "安排一次拜访，4月2日三点", "2026-04-02T15:00"),
        ("zh", "约了周五去拜访", "2026-03-06T09:00"), ("en", "plan a visit to Nordlicht GmbH on Thursday at 10", "2026-03-05T10:00"),
        ("en", "we will visit them on 2026-04-02 at 14:30", "2026-04-02T14:30"),
    ],
)  # fmt: skip
def test_a_visit_is_noted(context: Context, lang: str, text: str, starts: str) -> None:
    _, said = talk(context, [text, text], kept(context, lang))  # twice is no second one
    assert starts.replace("T", " ") in said
    [visit] = context.book.dossier(context.book.accounts()[0].id).visits
    assert (visit.starts, visit.quote) == (starts, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("我去拜访", "哪一天去"), ("我2026-02-01去拜访光明照明", "2026-02-01 已经过去了"), ("plan a visit", "哪一天去"),
    ],
)  # fmt: skip
def test_a_visit_needs_a_day_to_come(context: Context, text: str, said: str) -> None:
    assert said in talk(context, [text], kept(context, "zh"))[1]
    assert context.book.dossier(context.book.accounts()[0].id).visits == ()


def test_a_visit_goes_to_the_longest_name_in_the_words(context: Context) -> None:
    context.book.save(Account("光明"), Account("光明照明"))
    assert "“光明照明”" in talk(context, ["我周四去拜访光明照明"])[1]


def test_a_longer_report_of_a_visit_is_no_plan(context: Context) -> None:
    said = talk(context, ["我们去拜访的时候他们说价格太贵了，要便宜5%才行"], kept(context, "zh"))[1]
    assert "哪一天" not in said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("in_book", [True, False])
def test_the_brief_holds_what_was_said(context: Context, lang: str, in_book: bool) -> None:
    state = kept(context, lang) if in_book else talk(context, LEARNED[lang])[0]
    asked = {
        "zh": ["张总最后拍板", "拜访简报"],
        "en": ["Jonas, their managing director, has the final say", "visit brief"],
    }[lang]
    _, said = talk(context, asked, state)
    assert said.startswith(f"# {NAME[lang]}")
    assert {"zh": "张总", "en": "Jonas"}[lang] in said
    assert {"zh": "便宜5%", "en": "five percent cheaper"}[lang] in said


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("拜访简报 pdf", "pdf"), ("把拜访简报存成pdf", "pdf"), ("拜访简报 markdown", "md"), ("拜访简报 md", "md"), ("拜访简报 html", "html"),
        ("visit brief for 光明照明 as pdf", "pdf"),
    ],
)  # fmt: skip
def test_the_brief_is_written(context: Context, text: str, ending: str) -> None:
    _, said = talk(context, [text], kept(context, "zh"))
    path = context.results / f"光明照明-2026-03-02-brief.{ending}"
    assert str(path) in said
    assert (path.stat().st_size > 500, path.stat().st_mode & 0o777) == (True, 0o600)


def test_a_calendar_file_needs_a_visit(context: Context) -> None:
    state, said = talk(context, ["拜访简报 ics"], kept(context, "zh"))
    assert "还没有计划好的拜访" in said
    _, said = talk(context, ["我周四10点去拜访", "拜访简报 ics"], state)
    assert (context.results / "光明照明-2026-03-02-brief.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["拜访简报"], "还不知道是哪家客户"), (["visit brief"], "which customer"), ([*LEARNED["zh"], "拜访简报 word"], "可以写成 Markdown"),
        ([*LEARNED["en"], "visit brief as docx"], "Markdown, HTML, PDF or ics"), ([*LEARNED["en"], "visit brief for Acme"], "Nothing is noted about “Acme” yet"),
        ([*LEARNED["zh"], "准备拜访恒星照明"], "“恒星照明”我这里还没有记录"), ([*LEARNED["en"], "visit brief for Nordlicht"], "# Nordlicht GmbH"),
    ],
)  # fmt: skip
def test_of_whom_and_in_which_form(context: Context, texts: list[str], said: str) -> None:
    assert said in talk(context, texts)[1]


def test_two_accounts_that_fit_and_one_of_the_book(context: Context) -> None:
    context.book.save(Account("Nordlicht Hamburg"), Account("Nordlicht Berlin"))
    state, said = talk(context, ["visit brief for Nordlicht"])
    assert all(name in said for name in ("Nordlicht Hamburg", "Nordlicht Berlin"))
    assert "# Nordlicht Berlin" in talk(context, ["visit brief for Nordlicht Berlin"], state)[1]


def test_another_account_is_not_mixed_with_the_interview(context: Context) -> None:
    context.book.save(Account("Acme"))
    said = talk(context, [*LEARNED["en"], "visit brief for Acme"])[1]
    assert said.startswith("# Acme")
    assert "cheaper" not in said


@pytest.mark.parametrize("text", ["拜访简报", "我周四去拜访光明照明"])
def test_a_book_that_fails_is_told_and_nothing_is_lost(context: Context, text: str) -> None:
    state = kept(context, "zh")
    damage(context)
    after, said = talk(context, [text], state)
    assert "坏了" in said
    assert after.interview == state.interview


def test_a_result_that_cannot_be_written_is_told(context: Context) -> None:
    state = kept(context, "zh")
    (context.results / "光明照明-2026-03-02-brief.pdf").mkdir(parents=True)
    assert "光明照明-2026-03-02-brief.pdf" in talk(context, ["拜访简报 pdf"], state)[1]
    assert isinstance(state, Conversation)


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("给鑫达准备简报", "鑫达工程"), ("明天要见鑫达,准备一下简报", "鑫达工程"), ("把鑫达的简报给我", "鑫达工程"),
        ("鑫达那家的一页纸拿来看看", "鑫达工程"), ("出一份鑫达的拜访前简报", "鑫达工程"), ("给我简报", "光明照明"),
        ("我要去见王总了,给我简报", "光明照明"), ("get me ready for Atlas", "Atlas"), ("brief me on Atlas", "Atlas"),
        ("I'm seeing Atlas tomorrow, brief me", "Atlas"), ("can I have Atlas's brief", "Atlas"), ("brief for Atlas", "Atlas"),
    ],
)  # fmt: skip
def test_the_brief_of_the_account_that_is_named(context: Context, text: str, account: str) -> None:
    context.book.save(Account("鑫达工程"), Account("Atlas"))
    said = talk(context, [text], kept(context, "zh"))[1]
    assert f"# {account}：" in said or f"# {account}: " in said  # six English words are answered in English


@pytest.mark.parametrize(
    ("lang", "wish", "yes", "no", "begun", "stays"),
    [
        ("en", "brief me on Acme Pumps", "yes please", "no", "let's look at Acme Pumps", "we stay where we were"),
        ("en", "open account Acme Pumps", "yes", "not now", "let's look at Acme Pumps", "we stay where we were"),
        ("zh", "给我青田冷库的简报", "好", "不用", "我们看青田冷库", "接着刚才的"),
        ("zh", "打开客户青田冷库", "是", "算了", "我们看青田冷库", "接着刚才的"),
    ],
)
def test_a_customer_of_whom_nothing_is_known_is_begun_with(
    context: Context, lang: str, wish: str, yes: str, no: str, begun: str, stays: str
) -> None:
    state, said = talk(context, ["Brynmor Dairy" if lang == "en" else "恒丰乳业", wish])
    assert "(yes / no)" in said or "（是 / 否）" in said
    assert begun in talk(context, [yes], state)[1]
    assert stays in talk(context, [no], state)[1]


def test_what_is_new_of_the_customer_before_is_offered_to_be_kept_first(context: Context) -> None:
    state, said = talk(context, [*LEARNED["en"], "brief me on Acme Pumps", "yes"])
    assert "in the account book and keep this" in said
    assert "let's look at Acme Pumps" in talk(context, ["no"], state)[1]


def test_a_person_is_no_customer(context: Context) -> None:
    _, said = talk(context, [*LEARNED["en"], "prepare me for the meeting with Helen Marsh"])
    assert "visit brief" in said
