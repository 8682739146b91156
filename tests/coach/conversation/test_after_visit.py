"""After a visit: five questions one at a time, control words, summary, kept in the account book on a yes; offered once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coach.accounts.database import open_database
from coach.accounts.records import Account, Contact, Dossier, Visit
from coach.context import Context
from coach.conversation.after_visit import waiting_line
from coach.conversation.state import AFTER_VISIT, INTERVIEW, Conversation, from_json
from tests.coach.conversation.chat import LEARNED, NAME, talk

TODAY = date(2026, 3, 6)  # a Friday
VISITED = "2026-03-05T10:00"
START = {"en": "How did it go with Nordlicht?", "zh": "刚拜访完光明照明"}
ANSWERS = {
    "en": [
        "Anna, their product manager, was there and asked for a test at once",
        "Anna said last year's returns ate the margin",
        "They said we are too expensive",
        "We send two samples by Monday; they give us their test standard",
        "A test on their site on 2026-03-12",
    ],
    "zh": [
        "李娜是产品经理，李娜一直帮我们说话，还主动约测试",
        "李娜说去年退货吃掉了一半利润",
        "他们说我们价格太贵",
        "我们周一前寄两款样品，他们给测试标准",
        "3月12日去现场测试",
    ],
}
YES = {"en": "yes", "zh": "是"}


@pytest.fixture
def visited(context: Context) -> Context:
    """A book with a visit to each customer yesterday."""
    for name in NAME.values():
        [account] = context.book.save(Account(name))
        context.book.save(Visit(VISITED, "Europe/Berlin", account=account.id))
    return context


def dossier_of(context: Context, name: str) -> Dossier:
    account = context.book.named(name)
    assert account is not None
    return context.book.dossier(account.id)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_five_questions_then_summary_then_kept(visited: Context, lang: str) -> None:
    state, said = talk(visited, [START[lang]])
    assert (state.mode, "1/5 " in said) == (AFTER_VISIT, True)
    for number, text in enumerate(ANSWERS[lang], 1):
        state = from_json(state.to_json())
        state, said = talk(visited, [text], state)
        assert f"{number + 1}/5 " in said or number == 5
    assert ANSWERS[lang][2] in said
    assert NAME[lang] in said
    assert dossier_of(visited, NAME[lang]).visits[0].state == "planned"  # nothing before the yes
    state, said = talk(visited, [YES[lang]], state)
    book = dossier_of(visited, NAME[lang])
    [visit] = book.visits
    assert (visit.state, visit.starts, ANSWERS[lang][2] in visit.outcome) == ("done", VISITED, True)
    assert {"en": "Anna", "zh": "李娜"}[lang] in [contact.name for contact in book.contacts]
    assert "latent" in {need.level for need in book.needs}
    assert {need.day for need in book.needs} == {"2026-03-05"}  # dated with the visit
    assert book.observations
    due = {step.text: step.due for step in book.next_steps}
    assert due[ANSWERS[lang][4]] == "2026-03-12"
    assert "2026-03-09" in due.values()  # our promise
    assert len(book.notes) == 5
    assert (state.mode, state.after, state.interview.account) == (INTERVIEW, None, NAME[lang])


@pytest.mark.parametrize(
    ("lang", "text", "whose"),
    [
        ("en", "I'm back from Nordlicht GmbH", "Nordlicht GmbH"), ("en", "How did it go with Nordlicht", "Nordlicht GmbH"),
        ("zh", "刚从光明照明回来", "光明照明"), ("zh", "刚见完光明照明", "光明照明"), ("en", "we just visited Nordlicht", "Nordlicht GmbH"),
    ],
)  # fmt: skip
def test_many_ways_to_begin(visited: Context, lang: str, text: str, whose: str) -> None:
    state, said = talk(visited, [text])
    assert state.after is not None
    assert (state.after.name, state.after.starts) == (whose, VISITED)
    assert "1/5" in said


def test_of_several_it_is_asked_which(visited: Context) -> None:
    state, said = talk(visited, ["how did it go"])
    assert all(name in said for name in NAME.values())
    state, said = talk(visited, ["Nordlicht"], state)
    assert state.after is not None
    assert state.after.name == "Nordlicht GmbH"


def test_a_visit_that_nobody_planned_is_noted_as_done(context: Context) -> None:
    context.book.save(Account("Acme"))
    state, _ = talk(context, ["I'm back from Acme", *["skip"] * 4, "They call us on 2026-03-10", "yes"])
    [visit] = dossier_of(context, "Acme").visits
    assert (visit.starts, visit.state) == ("2026-03-06T12:00", "done")
    assert state.after is None


def test_a_firm_that_is_not_in_the_book_is_opened_on_a_yes(context: Context) -> None:
    state, said = talk(context, [*LEARNED["en"], "I'm back from BrightHome"])
    assert "“BrightHome” is not in the account book" in said
    state, said = talk(context, ["yes"], state)
    assert state.after is not None
    assert state.after.name == "BrightHome"
    assert context.book.named(NAME["en"]) is None


@pytest.mark.parametrize(
    ("lang", "word", "said"),
    [
        ("en", "why", "stand shows in what they say"), ("zh", "为什么", "立场要看每个人实际的言行"), ("en", "hint", "whoever joined"),
        ("zh", "提示", "中途进来的人"), ("en", "help", "one question at a time"), ("zh", "帮助", "一次一个问题"),
        ("en", "skip", "2/5"), ("zh", "跳过", "2/5"), ("en", "no", "2/5"), ("zh", "没有", "2/5"), ("en", "back", "1/5"),
        ("en", "repeat", "1/5"), ("zh", "再说一遍", "1/5"), ("en", "summary", "The visit to"), ("zh", "总结", "拜访“光明照明”"),
        ("zh", "说英文", "1/5 Who was there"), ("en", "in Chinese please", "1/5 当时都有谁"), ("en", "what is SPIN?", "1/5"),
    ],
)  # fmt: skip
def test_control_words(visited: Context, lang: str, word: str, said: str) -> None:
    assert said in talk(visited, [START[lang], word])[1]


@pytest.mark.parametrize(("lang", "stop", "again"), [("en", "stop", "how did it go"), ("zh", "停止", "拜访怎么样")])
def test_stop_leaves_the_questions_and_they_go_on_later(visited: Context, lang: str, stop: str, again: str) -> None:
    state, said = talk(visited, [START[lang], ANSWERS[lang][0], stop])
    assert state.mode == INTERVIEW
    state, said = talk(visited, [again], from_json(state.to_json()))
    assert (state.mode, "2/5" in said) == (AFTER_VISIT, True)


def test_back_takes_the_answer_back_with_what_it_brought(visited: Context) -> None:
    state, _ = talk(visited, [START["en"], ANSWERS["en"][0], ANSWERS["en"][1]])
    assert state.after is not None
    assert state.after.interview.needs
    state, said = talk(visited, ["back"], state)
    assert "2/5" in said
    assert state.after is not None
    assert not state.after.interview.needs


def test_a_no_keeps_nothing(visited: Context) -> None:
    state, said = talk(visited, [START["en"], *ANSWERS["en"], "no"])
    book = dossier_of(visited, NAME["en"])
    assert (book.visits[0].state, book.notes, state.after) == ("planned", (), None)


def test_something_else_than_yes_or_no_leaves_the_answers(visited: Context) -> None:
    state, _ = talk(visited, [START["en"], *ANSWERS["en"], "my visits"])
    state, said = talk(visited, ["how did it go"], state)
    assert "Shall I keep this" in said
    talk(visited, ["yes"], state)
    assert dossier_of(visited, NAME["en"]).visits[0].state == "done"


def test_five_skips_leave_the_visit_as_it_is(visited: Context) -> None:
    state, said = talk(visited, [START["en"], *["skip"] * 5])
    assert "nothing to keep" in said
    assert (state.mode, state.after) == (INTERVIEW, None)


def test_a_step_without_a_day_is_asked_for_one_and_a_past_one_refused(visited: Context) -> None:
    state, said = talk(visited, [START["en"], *["skip"] * 4, "we send the samples on 2026-02-01"])
    assert "2026-02-01 is in the past" in said
    state, said = talk(visited, ["we send the samples"], state)
    assert "A date is missing" in said
    state, said = talk(visited, ["next Friday"], state)
    assert "Shall I keep this" in said
    talk(visited, ["yes"], state)
    [step] = dossier_of(visited, NAME["en"]).next_steps
    assert (step.text, step.due) == ("we send the samples", "2026-03-13")


def test_kept_twice_is_kept_once(visited: Context) -> None:
    state, _ = talk(visited, [START["en"], *ANSWERS["en"]])
    talk(visited, ["yes"], from_json(state.to_json()))
    before = dossier_of(visited, NAME["en"])
    talk(visited, ["yes"], from_json(state.to_json()))  # a second window
    after = dossier_of(visited, NAME["en"])
    assert [len(part) for part in (after.needs, after.notes, after.visits, after.next_steps)] == [
        len(part) for part in (before.needs, before.notes, before.visits, before.next_steps)
    ]


def test_a_visit_of_the_past_is_offered_once(visited: Context) -> None:
    state, said = talk(visited, ["hello"])
    assert "How did it go" in said
    state, said = talk(visited, ["Acme wants it cheaper"], state)
    assert "How did it go" not in said
    state, said = talk(replace(visited, today=date(2026, 3, 7)), ["hello"], state)
    assert "How did it go" in said  # the other visit, on another day
    state, said = talk(replace(visited, today=date(2026, 3, 8)), ["hello"], state)
    assert "How did it go" not in said


@pytest.mark.parametrize(("answer", "mode"), [("yes", AFTER_VISIT), ("no", INTERVIEW)])
def test_the_offer_is_taken_or_left(visited: Context, answer: str, mode: str) -> None:
    state, said = talk(visited, ["hello", answer])
    assert state.mode == mode
    assert ("1/5" in said) == (mode == AFTER_VISIT)


def test_nothing_is_offered_without_a_book_and_none_is_made(context: Context) -> None:
    assert talk(context, ["hello"])[0].looked == "2026-03-06"
    assert not (context.home / "accounts.db").exists()


def test_where_the_greeting_has_said_it_the_turn_does_not(visited: Context) -> None:
    state, said = talk(replace(visited, ask_after_visits=False), ["hello"])
    assert "How did it go" not in said
    assert len(state.offered) == 1


def test_a_book_that_fails_meanwhile_loses_no_answer(visited: Context) -> None:
    state, _ = talk(visited, [START["en"], *ANSWERS["en"][:4]])
    open_database.cache_clear()
    (visited.home / "accounts.db").write_bytes(b"no database" * 100)
    after, said = talk(visited, [ANSWERS["en"][4]], state)
    assert "damaged" in said
    assert isinstance(after, Conversation)
    assert after.after is not None
    assert len(after.after.interview.answers) >= 4


def test_contacts_of_the_book_are_known(visited: Context) -> None:
    account = visited.book.named("Nordlicht GmbH")
    assert account is not None
    visited.book.save(Contact("Anna", account=account.id))
    talk(visited, [START["en"], *ANSWERS["en"], "yes"])
    assert [contact.name for contact in dossier_of(visited, "Nordlicht GmbH").contacts].count("Anna") == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_greeting_tells_of_it_until_a_turn_has_seen_it(visited: Context, lang: str) -> None:
    state = Conversation()
    state.interview.lang = lang
    line = waiting_line(state, visited)
    assert line is not None
    assert {"zh": "拜访怎么样", "en": "how did it go"}[lang] in line
    for day in (6, 7):
        context = replace(visited, today=date(2026, 3, day), ask_after_visits=False)
        state, _ = talk(context, ["hello"], state)
    assert waiting_line(state, visited) is None


PLANNED_AHEAD = "2026-03-12T10:00"


@pytest.fixture
def ahead(context: Context) -> Context:
    """A book with a visit to each customer next week."""
    for name in NAME.values():
        [account] = context.book.save(Account(name))
        context.book.save(Visit(PLANNED_AHEAD, "Europe/Berlin", account=account.id))
    return context


@pytest.mark.parametrize(
    ("lang", "back", "answer", "visits"),
    [
        ("en", "I'm back from Nordlicht", "yes", [("2026-03-06T12:00", "done")]),
        ("zh", "刚从光明照明回来", "是", [("2026-03-06T12:00", "done")]),
        ("en", "I'm back from Nordlicht", "no", [("2026-03-06T12:00", "done"), (PLANNED_AHEAD, "planned")]),
        ("zh", "刚从光明照明回来", "不是", [("2026-03-06T12:00", "done"), (PLANNED_AHEAD, "planned")]),
    ],
)
def test_back_before_the_planned_day(
    ahead: Context, lang: str, back: str, answer: str, visits: list[tuple[str, str]]
) -> None:
    state, said = talk(ahead, [back])
    assert state.after is None
    assert "2026-03-12 10:00" in said
    state = from_json(state.to_json())
    state, said = talk(ahead, [answer], state)
    assert "1/5" in said
    talk(ahead, [*ANSWERS[lang], YES[lang]], state)
    assert sorted((v.starts, v.state) for v in dossier_of(ahead, NAME[lang]).visits) == visits


@pytest.mark.parametrize("text", ["stop", "停"])
def test_back_before_the_planned_day_and_left(ahead: Context, text: str) -> None:
    state, _ = talk(ahead, ["I'm back from Nordlicht", text])
    assert (state.after, state.asking) == (None, None)


def test_a_visit_planned_much_later_is_not_meant(ahead: Context) -> None:
    state, said = talk(replace(ahead, today=date(2026, 2, 1)), ["I'm back from Nordlicht"])
    assert "1/5" in said
    assert state.after is not None
    assert state.after.visit is None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_we_promise_is_no_need_of_the_customer(visited: Context, lang: str) -> None:
    skip = {"en": "skip", "zh": "跳过"}[lang]
    state, _ = talk(visited, [START[lang], *[skip] * 3, ANSWERS[lang][3]])
    assert state.after is not None
    assert not [need.quote for need in state.after.interview.needs]


@pytest.mark.parametrize("answer", ["told", "no"])
@pytest.mark.parametrize(
    ("visit", "name", "told", "no"),
    [
        ("我刚拜访了宁海冷链", "宁海冷链", "他们要五年质保", "不用"),
        ("我刚拜访了宁海冷链，门老是冻住", "宁海冷链", "他们要五年质保", "不用"),
        ("I have just visited Harbour Cold Stores", "Harbour Cold Stores", "They want 5 years' warranty", "no"),
        ("I have just visited Harbour Cold Stores, their doors freeze", "Harbour Cold Stores", "They want 5 years' warranty", "no"),
    ],
)  # fmt: skip
def test_whose_visit_was_told_stays_the_customer(
    context: Context, visit: str, name: str, told: str, no: str, answer: str
) -> None:
    """Neither a no to the account nor going straight on with the story loses the name."""
    state, said = talk(context, [visit])
    assert f"“{name}”" in said
    state, said = talk(context, [told] if answer == "told" else [no, told], from_json(state.to_json()))
    assert (state.interview.account, [need.topic for need in state.interview.needs][-1:]) == (name, ["warranty"])
    assert name in said  # the next question is about it
    assert context.book.named(name) is None


@pytest.mark.parametrize(
    ("visit", "yes", "name"), [("我刚拜访了宁海冷链", "是", "宁海冷链"), ("I just visited Harbour Cold Stores", "yes", "Harbour Cold Stores")]
)  # fmt: skip
def test_the_interview_goes_on_with_what_the_visit_brought(context: Context, visit: str, yes: str, name: str) -> None:
    lang = "zh" if yes == "是" else "en"
    state, _ = talk(context, [visit, yes, *ANSWERS[lang], YES[lang]])
    assert (state.mode, state.interview.account) == (INTERVIEW, name)
    assert {"latent"} <= {need.level for need in state.interview.needs}


@pytest.mark.parametrize("text", ["They want 5 years' warranty", "Mr. Olsen wants a longer warranty", "他们要五年质保"])
def test_a_sentence_is_no_customer(context: Context, text: str) -> None:
    state, _ = talk(context, ["Hi", text])
    assert state.interview.account is None


@pytest.mark.parametrize(
    ("text", "answers", "quote"),
    [
        ("I just visited Qingtian Cold Store, their compressors break down every few weeks", ["yes"],
         "their compressors break down every few weeks"),
        ("I'm back from Larsen Marine, the winches fail every winter", ["no"], "the winches fail every winter"),
        ("我刚拜访了青田冷库，机器老是停机", ["是"], "机器老是停机"),
        ("我刚拜访了青田冷库，机器老是停机", ["不用"], "机器老是停机"),
        # of the book
        ("I just visited Nordlicht GmbH, last year's returns ate their margin", [], "last year's returns ate their margin"),
        ("刚拜访了光明照明，去年退货吃掉了一半利润", [], "去年退货吃掉了一半利润"),
    ],
)  # fmt: skip
def test_what_the_opening_tells_is_listened_to(visited: Context, text: str, answers: list[str], quote: str) -> None:
    state, said = talk(visited, [text])
    assert quote in said
    state, _ = talk(visited, answers, state) if answers else (state, "")
    interview = state.after.interview if state.after else state.interview
    assert [need.quote for need in interview.needs] == [quote]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("I'm back from Larsen Marine. Anna was there, and so on and so on.", "Larsen Marine"),
        ("刚见完华盛纺织的李经理", "华盛纺织"),
    ],
)
def test_who_was_visited_is_the_customer(context: Context, text: str, firm: str) -> None:
    assert firm in talk(context, [text])[1]
