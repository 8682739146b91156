"""Visits in the chat: planned, moved, cancelled and listed; a firm that is not in the book, and what is ambiguous."""

from __future__ import annotations

from datetime import date

import pytest

from coach.accounts.records import Account, Contact, Visit
from coach.context import Context
from coach.conversation.state import Conversation, from_json
from tests.coach.conversation.chat import LEARNED, NAME, kept, talk

TODAY = date(2026, 3, 2)  # a Monday
BOOKED = "2026-03-05T10:00"


def planned(context: Context, *visits: tuple[str, str], zone: str = "Europe/Berlin") -> None:
    """Put accounts with one visit each into the book; a name twice is one account with two visits."""
    for name, starts in visits:
        account = context.book.named(name) or context.book.save(Account(name))[0]
        context.book.save(Visit(starts, zone, account=account.id))


def visits_of(context: Context, name: str) -> list[tuple[str, str, str]]:
    account = context.book.named(name)
    assert account is not None
    return [(visit.starts, visit.state, visit.zone) for visit in context.book.dossier(account.id).visits]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("move the visit to Friday 3 pm", "2026-03-06T15:00"), ("拜访改到下周二上午十点", "2026-03-10T10:00"),
        ("move the visit to 2026-03-06 at 3 pm", "2026-03-06T15:00"), ("move the visit to Friday at 3 p.m.", "2026-03-06T15:00"),
        ("move the visit to Friday", "2026-03-06T10:00"), ("move Thursday's visit to 3 pm", "2026-03-05T15:00"),
        ("please reschedule my visit to Nordlicht to next Tuesday at 11:30", "2026-03-10T11:30"),
        ("postpone the visit to Nordlicht GmbH from Thursday to Friday", "2026-03-06T10:00"),
        ("push the visit back by a week", "2026-03-12T10:00"), ("拜访推迟两天", "2026-03-07T10:00"),
        ("把拜访提前一个小时", "2026-03-05T09:00"), ("把周四的拜访改到周五下午两点半", "2026-03-06T14:30"),
        ("the meeting with Nordlicht has been moved to 2026-04-01", "2026-04-01T10:00"),
        ("Nordlicht的拜访改到下午四点", "2026-03-05T16:00"), ("move the visit to Acme to Friday", None),
    ],
)  # fmt: skip
def test_a_visit_is_moved_and_keeps_what_is_not_said(context: Context, text: str, starts: str | None) -> None:
    planned(context, ("Nordlicht GmbH", BOOKED))
    _, said = talk(context, [text])
    assert visits_of(context, "Nordlicht GmbH") == [(starts or BOOKED, "planned", "Europe/Berlin")]
    assert (starts or BOOKED).replace("T", " ") in said


@pytest.mark.parametrize(
    "text",
    [
        "cancel the visit",
        "please cancel my meeting with Nordlicht",
        "取消周四的拜访",
        "Nordlicht的拜访取消了",
        "cancel Thursday's visit",
    ],
)
def test_a_visit_is_cancelled_and_comes_back(context: Context, text: str) -> None:
    planned(context, ("Nordlicht GmbH", BOOKED))
    state, said = talk(context, [text])
    assert visits_of(context, "Nordlicht GmbH") == [(BOOKED, "cancelled", "Europe/Berlin")]
    assert "2026-03-05 10:00" in said
    talk(context, ["plan a visit to Nordlicht GmbH on Thursday at 10"], state)
    assert visits_of(context, "Nordlicht GmbH") == [(BOOKED, "planned", "Europe/Berlin")]


@pytest.mark.parametrize(
    ("ask", "answer", "moved"),
    [
        ("move the visit to Friday 3 pm", "2", "Acme"), ("move the visit to Friday 3 pm", "the Acme one", "Acme"),
        ("拜访改到周五下午三点", "第一个", "Nordlicht"), ("拜访改到周五下午三点", "周三那个", "Acme"),
        ("拜访改到周五下午三点", "最后一个", "Acme"), ("move the visit to Friday 3 pm", "the second one", "Acme"),
    ],
)  # fmt: skip
def test_which_visit_is_asked(context: Context, ask: str, answer: str, moved: str) -> None:
    planned(context, ("Nordlicht", "2026-03-03T10:00"), ("Acme", "2026-03-04T10:00"))
    state, said = talk(context, [ask])
    assert "1. 2026-03-03 10:00" in said
    assert "2. 2026-03-04 10:00" in said
    state = from_json(state.to_json())  # kept between the turns as plain JSON
    talk(context, [answer], state)
    assert visits_of(context, moved)[0][0] == "2026-03-06T15:00"
    other = {"Nordlicht": "Acme", "Acme": "Nordlicht"}[moved]
    assert visits_of(context, other)[0][0] != "2026-03-06T15:00"


def test_an_answer_that_fits_none_is_asked_again_and_stop_drops_it(context: Context) -> None:
    planned(context, ("Nordlicht", "2026-03-03T10:00"), ("Acme", "2026-03-04T10:00"))
    state, said = talk(context, ["cancel the visit", "7"])
    assert "from 1 to 2" in said
    state, said = talk(context, ["stop"], state)
    assert (state.asking, state.wish) == (None, None)
    assert [visits_of(context, name)[0][1] for name in ("Nordlicht", "Acme")] == ["planned"] * 2


def test_the_day_that_is_named_decides_between_two(context: Context) -> None:
    planned(context, ("Acme", "2026-03-04T10:00"), ("Acme", "2026-03-11T10:00"))
    talk(context, ["cancel the visit on 2026-03-11"])
    assert [state for _, state, _ in visits_of(context, "Acme")] == ["planned", "cancelled"]


def test_when_is_asked_and_a_day_that_has_passed_is_refused(context: Context) -> None:
    planned(context, ("Acme", BOOKED))
    state, said = talk(context, ["move the visit"])
    assert "to when" in said
    state, said = talk(context, ["2026-02-01"], state)
    assert "2026-02-01 has passed" in said
    talk(context, ["Friday 3 pm"], state)
    assert visits_of(context, "Acme")[0][0] == "2026-03-06T15:00"


@pytest.mark.parametrize(
    ("text", "empty", "full"),
    [
        ("my visits", "No visit is planned", "Planned visits (2)"),
        ("接下来有哪些拜访", "没有计划好的拜访", "计划中的拜访（2 次）"),
    ],
)
def test_coming_visits_are_listed(context: Context, text: str, empty: str, full: str) -> None:
    assert empty in talk(context, [text])[1]
    planned(context, ("Acme", BOOKED), ("Nordlicht", "2026-03-03T10:00"), ("Past", "2026-02-01T10:00"))
    said = talk(context, [text])[1]
    assert full in said
    assert said.index("2026-03-03 10:00 (Europe/Berlin) Nordlicht") < said.index(
        "2026-03-05 10:00 (Europe/Berlin) Acme"
    )
    assert "Past" not in said


@pytest.mark.parametrize("text", ["cancel the visit", "move the visit to Friday", "取消拜访", "把拜访改到周五"])
def test_without_a_planned_visit_that_is_said(context: Context, text: str) -> None:
    assert {"c": "No visit is planned", "m": "No visit is planned"}.get(text[0], "没有计划好的拜访") in talk(
        context, [text]
    )[1]


@pytest.mark.parametrize(
    ("lang", "text", "name", "yes", "starts"),
    [
        ("en", "I am seeing BrightHome on Tuesday", "BrightHome", "yes", "2026-03-03T09:00"),
        ("zh", "我周四上午10点去见晨光灯饰的王总", "晨光灯饰", "是", "2026-03-05T10:00"),
        ("en", "plan a visit to BrightHome with my boss on Friday at 3 pm", "BrightHome", "yes", "2026-03-06T15:00"),
    ],
)  # fmt: skip
def test_a_firm_that_is_not_in_the_book_is_not_taken_for_the_one_under_discussion(
    context: Context, lang: str, text: str, name: str, yes: str, starts: str
) -> None:
    state, said = talk(context, [text], kept(context, lang))
    assert f"“{name}”" in said
    assert visits_of(context, NAME[lang]) == []
    talk(context, [yes], state)
    assert visits_of(context, name) == [(starts, "planned", "")]
    assert visits_of(context, NAME[lang]) == []


def test_a_no_opens_nothing(context: Context) -> None:
    state, _ = talk(context, ["I am seeing BrightHome on Tuesday", "no"])
    assert context.book.accounts() == []
    assert state.asking is None


@pytest.mark.parametrize(
    ("lang", "text", "yes"), [("zh", "我周四去拜访", "是"), ("en", "plan a visit on Thursday", "yes")]
)
def test_the_customer_at_hand_is_opened_with_what_was_learned(context: Context, lang: str, text: str, yes: str) -> None:
    state, said = talk(context, [*LEARNED[lang], text])
    assert NAME[lang] in said
    talk(context, [yes], state)
    account = context.book.named(NAME[lang])
    assert account is not None
    dossier = context.book.dossier(account.id)
    assert len(dossier.needs) >= 2
    assert [visit.starts for visit in dossier.visits] == ["2026-03-05T09:00"]


def test_without_any_customer_it_is_asked(context: Context) -> None:
    assert "Which account" in talk(context, ["plan a visit on Thursday"])[1]


def test_a_person_of_an_account_names_it(context: Context) -> None:
    [account] = context.book.save(Account("Nordlicht GmbH"))
    context.book.save(Contact("Anna Schmidt", account=account.id), Account("Acme"))
    talk(context, ["I'm meeting Anna Schmidt on Friday at 2 pm"])
    assert visits_of(context, "Nordlicht GmbH") == [("2026-03-06T14:00", "planned", "")]


def test_which_account_is_asked(context: Context) -> None:
    context.book.save(Account("Nordlicht Hamburg"), Account("Nordlicht Berlin"))
    state, said = talk(context, ["plan a visit to Nordlicht on Friday at 3 pm"])
    assert "Nordlicht Hamburg" in said
    talk(context, ["Berlin"], state)
    assert visits_of(context, "Nordlicht Berlin") == [("2026-03-06T15:00", "planned", "")]


def test_planning_at_a_time_that_a_moved_visit_left_makes_a_new_one(context: Context) -> None:
    context.book.save(Account("Acme"))
    text = "plan a visit to Acme on Thursday at 10"
    talk(context, [text, "move the visit to Friday", text, text])
    assert visits_of(context, "Acme") == [(BOOKED, "planned", ""), ("2026-03-06T10:00", "planned", "")]


def test_what_is_waited_for_is_dropped_by_something_else(context: Context) -> None:
    planned(context, ("Nordlicht", "2026-03-03T10:00"), ("Acme", "2026-03-04T10:00"))
    state, _ = talk(context, ["cancel the visit", "my visits"])
    assert isinstance(state, Conversation)
    assert (state.asking, state.wish) == (None, None)


@pytest.mark.parametrize(
    "texts",
    [
        ["The client is Aird Stone Ltd", "Anna Berg is the purchasing manager", "I visit Anna next Tuesday"],
        ["The client is Aird Stone Ltd", "Joe Reed runs the stores", "I visit Reed on 12 March"],
    ],
)
def test_part_of_a_persons_name_means_the_customer_at_hand(context: Context, texts: list[str]) -> None:
    state, _ = talk(context, texts)
    assert state.wish is not None
    assert state.wish["name"] == "Aird Stone Ltd"


@pytest.mark.parametrize(
    ("opening", "said", "day"),
    [
        ("客户是绿源乳品有限公司", "约好3月10号去看现场", "2026-03-10"),
        ("客户是绿源乳品有限公司", "3月10号我们去看车间", "2026-03-10"),
        ("The customer is Halloran Dairy in Cork", "we visit the plant on 10 March", "2026-03-10"),
    ],
)
@pytest.mark.parametrize("answer", ["no", "不用"])
def test_a_look_at_the_plant_is_the_next_step_with_the_customer_at_hand(
    context: Context, opening: str, said: str, day: str, answer: str
) -> None:
    state, _ = talk(context, [opening, said, answer])
    assert [(step.text, step.date) for step in state.interview.next_steps] == [(said, day)]
    assert context.book.accounts() == [], "nothing is kept that was declined"


@pytest.mark.parametrize(
    "texts",
    [
        ("今天见了王海川，管采购的", "客户名称：绿源乳品有限公司"),
        ("今天见了王海川，管采购的", "甲方：绿源乳品有限公司"),
        ("I just met Peter Lang, he runs purchasing", "Client: Halloran Dairy Ltd"),
        ("I just met Peter Lang, he runs purchasing", "Account name: Halloran Dairy Ltd"),
    ],
)
def test_the_word_before_a_customers_name_is_no_need(context: Context, texts: tuple[str, ...]) -> None:
    state, _ = talk(context, list(texts))
    assert state.interview.needs == []


@pytest.mark.parametrize(
    ("lines", "account"),
    [
        (
            ["Pesquera Sur", "We visit Harbour Pumps on 9 December", "the customer is Frigo Austral", "no"],
            "Frigo Austral",
        ),
        (["海川食品", "12月9号拜访宏达机械", "客户是蓝天冷库", "不用"], "蓝天冷库"),
    ],
)
def test_the_customer_named_while_a_new_one_is_asked_about_stays(
    context: Context, lines: list[str], account: str
) -> None:
    state, _ = talk(context, lines)
    assert state.interview.account == account


@pytest.mark.parametrize(
    "lines",
    [
        ["Pesquera Sur", "We visit Harbour Pumps on 9 December", "they have two berths", "no"],
        ["海川食品", "12月9号拜访宏达机械", "他们有两个泊位", "不用"],
    ],
)
def test_what_was_held_and_is_not_taken_down_is_said(context: Context, lines: list[str]) -> None:
    state, said = talk(context, lines)
    assert lines[2] in said
    assert state.interview.account == lines[0]
