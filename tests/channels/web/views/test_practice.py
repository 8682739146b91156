"""Words, why, the library, progress, results and the team over HTTP."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coach.context import Context
from tests.channels.web.views.conftest import Page
from tests.coach.conversation.chat import talk

CALL = ["let's rehearse: The old lady buys plums, easy", "What kind of plums would you like?"]


def test_words_have_both_languages(page: Page) -> None:
    words = page.get("/api/words")
    assert words["zh"].keys() == words["en"].keys()
    assert words["en"]["web_fault_no_visit"].startswith("No visit is planned")
    assert all(key.startswith("web_") for key in words["zh"])


@pytest.mark.parametrize(("lang", "name"), [("zh", "开放式问题"), ("en", "open question")])
def test_why(page: Page, lang: str, name: str) -> None:
    answer = page.send("POST", "/api/why", {"task": "question", "text": "What troubles you most?"}, lang=lang)
    assert (answer.status_code, answer.json()["label_name"]) == (200, name)


@pytest.mark.parametrize(
    ("body", "field"),
    [({"task": "mood", "text": "x"}, "task"), ({"task": "need", "text": ""}, "text"), ({"task": "need"}, "text"), ({"text": "x"}, "task"), ({"task": 1, "text": "x"}, "task")],
)  # fmt: skip
def test_a_bad_question_names_the_field(page: Page, body: dict[str, Any], field: str) -> None:
    answer = page.send("POST", "/api/why", body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_field")
    assert f"'{field}'" in answer.json()["error"]["message"]


def test_the_library_knows_the_conversation(page: Page, context: Context) -> None:
    state, _ = talk(context, CALL)
    page.store.states["ann"] = json.dumps(state.to_json())
    rows = {row["id"]: row for row in page.get("/api/scenarios")}
    assert rows["plums"]["unfinished"]
    assert not {row["id"]: row for row in page.get("/api/scenarios", user="bob")}["plums"]["unfinished"]
    assert page.get("/api/start")["continue"]["mode"] == "rehearsal"
    assert page.get("/api/start", user="bob")["continue"] is None
    assert len(page.get("/api/drills")) == len(context.tools.knowledge.drills)


def test_a_conversation_that_cannot_be_read_is_like_none(page: Page) -> None:
    page.store.states["ann"] = json.dumps({"version": 99})
    assert page.get("/api/start")["continue"] is None


def test_results_are_ones_own(page: Page, context: Context) -> None:
    talk(context, [*CALL, "debrief"])
    [row] = page.get("/api/progress")["results"]
    assert page.get(f"/api/results/{row['receipt']}")["score"] == row["score"]
    for user, name in (("bob", row["receipt"]), ("ann", "none"), ("ann", "..%2Fann")):
        assert page.ask("GET", f"/api/results/{name}", user=user).status_code == 404
    assert page.get("/api/progress", user="bob")["results"] == []


def test_managers_see_what_is_shared(page: Page, context: Context) -> None:
    talk(context, [*CALL, "debrief"])
    assert page.ask("GET", "/api/team").status_code == 403
    assert page.get("/api/team", user="boss")["members"] == []
    assert page.send("POST", "/api/results/share", {"on": True}).json() == {"shared": True}
    assert page.get("/api/progress")["shared"]
    members = page.get("/api/team", user="boss")["members"]
    assert [(member["user"], member["name"]) for member in members] == [("ann", "Ann")]
    assert page.send("POST", "/api/results/share", {"on": False}).json() == {"shared": False}
    assert page.get("/api/team", user="boss")["members"] == []


@pytest.mark.parametrize("body", [{}, {"on": 1}, {"on": "yes"}, {"on": None}])
def test_sharing_takes_yes_or_no(page: Page, body: dict[str, Any]) -> None:
    assert page.send("POST", "/api/results/share", body).status_code == 400


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_results_that_cannot_be_read_are_said(page: Page, lang: str) -> None:
    (page.home / "progress").write_text("a file in place of a folder")
    answer = page.ask("GET", "/api/progress", lang=lang)
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "unreadable")
