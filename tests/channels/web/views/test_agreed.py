"""A visit moved and called off, a next step done and open again: by one press, and by two people at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
import pytest

from coach.accounts.open import book_of
from coach.accounts.records import NextStep, Visit
from tests.channels.web.views.conftest import TODAY, Page

Make = Callable[..., str]
VISIT = Visit("2026-03-05T10:00", zone="Europe/Berlin", minutes=45, place="Ulm", purpose="demo")
STEP = NextStep("Send samples", due="2026-03-20")
LATER = "2026-03-06T14:30"


class Desk:
    """An account of ann's with one visit and one step, shared with bob, who may write."""

    def __init__(self, page: Page, key: str) -> None:
        self.page, self.key = page, key
        self.ann = book_of("ann", page.home)
        self.bob = book_of("bob", page.home)
        self.ann.share(key, "bob", may_write=True)
        kept = self.ann.save(replace(VISIT, account=key), replace(STEP, account=key))
        self.visit_id, self.step_id = (one.id for one in kept)

    def press(self, act: str, version: int = 1, **more: Any) -> httpx.Response:
        """Press as ann, who saw the record in `version`."""
        lang = more.pop("lang", "en")
        where = f"next_steps/{self.step_id}" if act == "done" else f"visits/{self.visit_id}"
        return self.page.send(
            "POST", f"/api/accounts/{self.key}/{where}/{act}", {**more, "version": version}, lang=lang
        )

    @property
    def visit(self) -> Visit:
        return self.ann.dossier(self.key).visits[0]

    @property
    def step(self) -> NextStep:
        return self.ann.dossier(self.key).next_steps[0]

    def history(self, record: str) -> list[tuple[str, str, int]]:
        return [(one.action, one.by, one.version) for one in self.ann.history(self.key, record)]


@pytest.fixture
def desk(page: Page, account: Make) -> Desk:
    return Desk(page, account())


def test_a_visit_is_moved_and_all_else_of_it_stays(desk: Desk) -> None:
    answer = desk.press("move", starts=LATER)
    assert (answer.status_code, answer.json()) == (200, {"id": desk.visit_id, "version": 2})
    visit = desk.visit
    assert (visit.starts, visit.zone, visit.minutes, visit.place, visit.purpose, visit.state) == (
        LATER, "Europe/Berlin", 45, "Ulm", "demo", "planned",
    )  # fmt: skip
    [made, changed] = desk.ann.history(desk.key, desk.visit_id)
    assert (made.action, changed.action, changed.by) == ("made", "changed", "ann")
    assert changed.before is not None
    assert changed.before["starts"] == VISIT.starts


@pytest.mark.parametrize("starts", [TODAY.isoformat() + "T00:00", LATER + ":00", LATER + "+02:00"])
def test_today_is_not_past_and_a_start_is_local_to_the_minute(desk: Desk, starts: str) -> None:
    assert desk.press("move", starts=starts).status_code == 200
    assert desk.visit.starts == starts[:16]


def test_a_visit_is_called_off_and_stays_in_the_book(desk: Desk) -> None:
    assert desk.press("cancel").json() == {"id": desk.visit_id, "version": 2}
    found = desk.page.get(f"/api/accounts/{desk.key}")["visits"][0]
    assert (found["state"], found["state_name"], found["starts"]) == ("cancelled", "cancelled", VISIT.starts)
    assert desk.page.get("/api/accounts")["accounts"][0]["next_visit"] is None


def test_a_step_is_done_today_and_open_again(desk: Desk) -> None:
    assert desk.press("done", done=True).json() == {"id": desk.step_id, "version": 2}
    assert desk.step.done == TODAY.isoformat()
    assert desk.press("done", version=2, done=False).json() == {"id": desk.step_id, "version": 3}
    assert (desk.step.done, desk.step.text, desk.step.due) == (None, STEP.text, STEP.due)
    assert desk.history(desk.step_id) == [("made", "ann", 1), ("changed", "ann", 2), ("changed", "ann", 3)]


@pytest.mark.parametrize(
    ("act", "more"), [("move", {"starts": LATER}), ("cancel", {}), ("done", {"done": True})], ids=lambda one: str(one)
)
def test_pressed_twice_it_is_done_once(desk: Desk, act: str, more: dict[str, Any]) -> None:
    first, second = desk.press(act, **more), desk.press(act, **more)
    assert (first.status_code, second.json()) == (200, first.json())


def test_what_was_done_keeps_its_day(desk: Desk) -> None:
    desk.ann.change(desk.step, done="2026-02-01")
    assert desk.press("done", version=2, done=True).status_code == 200
    assert desk.step.done == "2026-02-01"


# what bob did meanwhile, what ann presses, and the field with both values as she reads them
CLASHES: list[tuple[dict[str, Any], str, dict[str, Any], tuple[str, dict[str, str], dict[str, str]]]] = [
    ({"starts": "2026-03-09T09:00"}, "move", {"starts": LATER},
     ("starts", {"en": "2026-03-06 14:30", "zh": "2026-03-06 14:30"}, {"en": "2026-03-09 09:00", "zh": "2026-03-09 09:00"})),
    ({"state": "cancelled"}, "move", {"starts": LATER},
     ("state", {"en": "planned", "zh": "计划中"}, {"en": "cancelled", "zh": "已取消"})),
    ({"state": "done"}, "move", {"starts": LATER},
     ("state", {"en": "planned", "zh": "计划中"}, {"en": "done", "zh": "已完成"})),
    ({"state": "done"}, "cancel", {}, ("state", {"en": "cancelled", "zh": "已取消"}, {"en": "done", "zh": "已完成"})),
    # called off would be the visit at the time that ann saw, not the one that bob agreed anew
    ({"starts": "2026-03-09T09:00"}, "cancel", {},
     ("starts", {"en": "2026-03-05 10:00", "zh": "2026-03-05 10:00"}, {"en": "2026-03-09 09:00", "zh": "2026-03-09 09:00"})),
    ({"text": "Send samples and the contract"}, "done", {"done": True},
     ("text", {"en": "Send samples", "zh": "Send samples"}, {"en": "Send samples and the contract", "zh": "Send samples and the contract"})),
    ({"done": "2026-02-28"}, "done", {"done": True},
     ("done", {"en": "2026-03-02", "zh": "2026-03-02"}, {"en": "2026-02-28", "zh": "2026-02-28"})),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("theirs", "act", "mine", "told"), CLASHES)
def test_what_somebody_else_did_meanwhile_stands_and_both_are_told(
    desk: Desk, theirs: dict[str, Any], act: str, mine: dict[str, Any], told: Any, lang: str
) -> None:
    record = desk.step if act == "done" else desk.visit
    after = desk.bob.change(record, **theirs)
    answer = desk.press(act, lang=lang, **mine)
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "conflict")
    clash = answer.json()["conflict"]
    field, our_words, their_words = told
    assert (clash["field"], clash["by"], clash["version"]) == (field, "bob", 2)
    assert (clash["mine_shown"], clash["theirs_shown"]) == (our_words[lang], their_words[lang])
    assert clash["field_name"] in answer.json()["error"]["message"]
    assert their_words[lang] in answer.json()["error"]["message"]
    assert (desk.step if act == "done" else desk.visit) == after  # nothing was written
    assert desk.history(record.id) == [("made", "ann", 1), ("changed", "bob", 2)]


def test_having_seen_it_one_decides_again(desk: Desk) -> None:
    desk.bob.change(desk.visit, starts="2026-03-09T09:00")
    version = desk.press("cancel").json()["conflict"]["version"]
    assert desk.press("cancel", version=version).status_code == 200
    assert (desk.visit.state, desk.visit.starts) == ("cancelled", "2026-03-09T09:00")
    assert desk.history(desk.visit_id) == [("made", "ann", 1), ("changed", "bob", 2), ("changed", "ann", 3)]


def test_what_others_changed_beside_it_stands_too(desk: Desk) -> None:
    desk.bob.change(desk.visit, place="Bonn")
    desk.bob.change(desk.step, due="2026-03-25")
    assert desk.press("move", starts=LATER).status_code == 200
    assert desk.press("done", done=True).status_code == 200
    assert (desk.visit.starts, desk.visit.place) == (LATER, "Bonn")
    assert (desk.step.done, desk.step.due) == (TODAY.isoformat(), "2026-03-25")


REFUSED: list[tuple[str, dict[str, Any], str, dict[str, str]]] = [
    ("move", {"starts": "2026-03-01T10:00"}, "starts",
     {"en": "would be 2026-03-01 10:00, which has passed", "zh": "2026-03-01 10:00 已经过去了"}),
    ("move", {"starts": "soon"}, "starts", {"en": "must be a date", "zh": "要写成"}),
    ("move", {"starts": ""}, "starts", {"en": "cannot be empty", "zh": "不能是空的"}),
    ("move", {"starts": 5}, "starts", {"en": "not of the kind", "zh": "格式不对"}),
    ("move", {}, "starts", {"en": "not of the kind", "zh": "格式不对"}),
    ("move", {"starts": LATER, "version": "one"}, "version", {"en": "whole number", "zh": "整数"}),
    ("cancel", {"version": None}, "version", {"en": "whole number", "zh": "整数"}),
    ("done", {"done": "yes"}, "done", {"en": "not of the kind", "zh": "格式不对"}),
    ("done", {}, "done", {"en": "not of the kind", "zh": "格式不对"}),
]  # fmt: skip


@pytest.mark.parametrize(("act", "body", "field", "said"), REFUSED)
def test_what_does_not_fit_is_refused_by_name(
    desk: Desk, act: str, body: dict[str, Any], field: str, said: dict[str, str]
) -> None:
    for lang, words in said.items():
        answer = desk.press(act, lang=lang, **{"version": 1, **body})
        assert (answer.status_code, answer.json().get("field")) == (400, field), answer.text
        assert words in answer.json()["error"]["message"]
    assert (desk.visit.version, desk.step.version) == (1, 1)


@pytest.mark.parametrize("state", ["done", "cancelled"])
@pytest.mark.parametrize(("act", "more"), [("move", {"starts": LATER}), ("cancel", {})])
def test_only_what_is_planned_is_moved_or_called_off(desk: Desk, state: str, act: str, more: dict[str, Any]) -> None:
    desk.ann.change(desk.visit, state=state)
    answer = desk.press(act, version=2, **more)
    assert (answer.status_code, answer.json()["field"]) == (400, "state")
    assert desk.visit.state == state


@pytest.mark.parametrize(("act", "more"), [("move", {"starts": LATER}), ("cancel", {}), ("done", {"done": True})])
def test_who_may_only_look_or_not_even_that(desk: Desk, act: str, more: dict[str, Any]) -> None:
    where = f"next_steps/{desk.step_id}" if act == "done" else f"visits/{desk.visit_id}"
    path, body = f"/api/accounts/{desk.key}/{where}/{act}", {"version": 1, **more}
    desk.ann.share(desk.key, "bob")
    assert desk.page.send("POST", path, body, user="bob").status_code == 403
    assert desk.page.send("POST", path, body, user="eve").status_code == 404
    assert (desk.visit.version, desk.step.version) == (1, 1)


@pytest.mark.parametrize(
    "path",
    [
        "visits/{visit}/done",
        "next_steps/{step}/move",
        "contacts/{visit}/cancel",
        "visits/{step}/cancel",
        "visits/0/move",
    ],
)
def test_other_presses_there_are_not(desk: Desk, path: str) -> None:
    there = path.format(visit=desk.visit_id, step=desk.step_id)
    body = {"version": 1, "starts": LATER, "done": True}
    assert desk.page.send("POST", f"/api/accounts/{desk.key}/{there}", body).status_code == 404


def test_not_through_another_account(desk: Desk, account: Make) -> None:
    other = account("Acme")
    for where, body in (
        (f"visits/{desk.visit_id}/cancel", {}),
        (f"next_steps/{desk.step_id}/done", {"done": True}),
    ):
        assert desk.page.send("POST", f"/api/accounts/{other}/{where}", {"version": 1, **body}).status_code == 404
