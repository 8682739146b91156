"""Progress, stored results, team and start page: what is there, and nobody else's."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from coach.accounts.records import Account, Visit
from coach.context import Context
from coach.conversation.state import Conversation
from coach.progress.kept import stored
from coach.progress.record import DRILL, REHEARSAL, Record
from coach.progress.shared import share
from coach.progress.store import note
from coach.view.progress import progress, team
from coach.view.results import result
from coach.view.start import start
from tests.coach.conversation.chat import KEEP, LEARNED, NAME, as_user, talk

LANGUAGES = ["zh", "en"]
CALL = {
    "zh": ["演练：老太太买李子，入门", "您好，想买点什么样的李子？", "为什么一定要酸的呢？", "复盘"],
    "en": ["let's rehearse: The old lady buys plums, easy", "What kind of plums would you like?", "Why must they be sour?", "debrief"],
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_done_yet(context: Context, lang: str) -> None:
    found = progress(lang, context)
    assert (found["results"], found["due"], found["shared"]) == ([], None, False)
    assert all(row["name"] for row in found["criteria"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_rehearsal_leads_to_its_stored_debrief(context: Context, lang: str) -> None:
    state, _ = talk(context, CALL[lang])
    [row] = progress(lang, context)["results"]
    assert (row["kind"], row["receipt"], row["day"]) == ("rehearsal", state.debrief, "2026-03-02")
    assert row["name"] in CALL[lang][0]
    debrief = result(row["receipt"], lang, context)
    assert (debrief["kind"], debrief["score"], debrief["scenario"]) == ("rehearsal", row["score"], "plums")
    assert [line["seller"] for line in debrief["lines"]] == CALL[lang][1:3]
    assert debrief["scenario_name"] == row["name"]
    assert all(mark["good"] in (True, False, None) for line in debrief["lines"] for mark in line["marks"])
    assert result(row["receipt"], lang, as_user(context, "bob")) is None


def test_a_receipt_of_an_earlier_version_is_shown_too(context: Context) -> None:
    state, _ = talk(context, CALL["en"])
    [path] = (context.home / "receipts").rglob("*.json")
    whole = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(whole["receipt"]), encoding="utf-8")
    found = result(state.debrief, "en", context)
    assert (found["score"], len(found["lines"])) == (whole["score"], 2)
    assert (found["steps"], found["practise"]) == ([], None)


@pytest.mark.parametrize("name", ["", "none", "../ann/x", "a/b", "..", "x" * 200, "a.json"])
def test_names_that_lead_nowhere(context: Context, name: str) -> None:
    assert stored(context.home, context.user, name) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"receipt": 1}', "[" * 50_000])
def test_damaged_files_are_none(context: Context, text: str) -> None:
    folder = context.home / "receipts" / "ann"
    folder.mkdir(parents=True)
    (folder / "damaged.json").write_text(text)
    assert stored(context.home, context.user, "damaged") is None


def test_the_drill_that_is_due_and_why(context: Context) -> None:
    note(context.home, context.user, Record("2026-02-20", REHEARSAL, "plums", 40, {"paraphrase": 0.1}))
    due = progress("en", context)["due"]
    assert (due["id"], due["due"]) == ("paraphrase", True)
    assert due["why"]
    assert due["send"].endswith(due["name"])
    note(context.home, context.user, Record("2026-03-02", DRILL, "paraphrase", 100, {"paraphrase": 1.0}, prompts=6))
    assert not progress("en", context)["due"]["due"]


def test_a_team_shows_only_those_who_share(context: Context) -> None:
    for user in ("ann", "bob", "eve"):
        note(context.home, user, Record("2026-02-20", REHEARSAL, "plums", 40, {"paraphrase": 0.1}))
    assert team("en", context)["members"] == []
    share(context.home, "bob", True)
    [member] = team("en", context)["members"]
    assert (member["user"], member["results"][0]["score"]) == ("bob", 40)
    share(context.home, "bob", False)
    assert team("en", context)["members"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_start_page_of_a_newcomer(context: Context, lang: str) -> None:
    found = start(Conversation(), lang, context)
    assert (found["continue"], found["visits"], found["due_drill"], found["gaps"]) == (None, [], None, [])
    for mode, send in found["example_sends"].items():
        state, said = talk(context, [send])
        assert said
        assert state.mode == {"rehearse": "rehearsal", "drill": "drill"}.get(mode, "interview")
        assert state.interview.account is None, send


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_to_go_on(context: Context, lang: str) -> None:
    state, _ = talk(context, LEARNED[lang])
    found = start(state, lang, context)
    assert found["continue"] == {"mode": "interview", "about": NAME[lang], "send": None}
    assert [gap["account"] for gap in found["gaps"]] == [NAME[lang]] * 3
    called, _ = talk(context, CALL[lang][:2], state)
    assert start(called, lang, context)["continue"]["mode"] == "rehearsal"
    paused, _ = talk(context, [found["leave"]], called)
    waiting = start(paused, lang, context)["continue"]
    assert waiting["mode"] == "rehearsal"
    assert talk(context, [waiting["send"]], paused)[0].mode == "rehearsal"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_questions_after_a_visit_go_on(context: Context, lang: str) -> None:
    state, _ = talk(
        context, [*LEARNED[lang], *KEEP[lang], {"zh": "刚从光明照明回来", "en": "I'm back from Nordlicht GmbH"}[lang]]
    )
    assert start(state, lang, context)["continue"] == {"mode": "after_visit", "about": NAME[lang], "send": None}
    left, _ = talk(context, [start(state, lang, context)["leave"]], state)
    waiting = start(left, lang, context)["continue"]
    assert waiting["mode"] == "after_visit"
    assert talk(context, [waiting["send"]], left)[0].mode == "after_visit"


def test_visits_ahead(context: Context) -> None:
    book = context.book
    [there, other] = book.save(Account("Acme"), Account("Later"))
    book.save(
        Visit("2026-03-05T10:00", account=there.id, place="Ulm"), Visit("2026-03-01T10:00", account=there.id),
        Visit("2026-03-04T10:00", account=there.id, state="cancelled"), Visit("2026-04-30T10:00", account=other.id),
    )  # fmt: skip
    [visit] = start(Conversation(), "en", context)["visits"]
    assert (visit["account"], visit["account_id"], visit["when"], visit["place"]) == (
        "Acme",
        there.id,
        "2026-03-05T10:00",
        "Ulm",
    )
    _, said = talk(context, [visit["send"]])
    assert said.startswith("# ")
    assert "Acme" in said
    book.share(there.id, "bob")
    assert start(Conversation(), "en", as_user(context, "bob"))["visits"] == []
    later = replace(context, today=date(2026, 3, 6))
    assert start(Conversation(), "en", later)["visits"] == []
