"""The home tab and its modals, by raw signed payloads: what is shown, what is kept, what is refused at which field."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_bolt.async_app import AsyncBoltRequest

from channels.slack.app import build
from channels.slack.desk import Desk
from channels.slack.work import Work
from coach.accounts.database import open_database
from coach.accounts.records import Account, Contact, Dossier, Visit
from coach.context import Tools
from coach.visits.plan import move
from tests.channels.slack import payloads
from tests.channels.slack.desks import ANN, Office, office
from tests.channels.slack.standin import StandIn, shown

STARTS = "2099-12-03T10:00"


@pytest.fixture
def desks(slack: StandIn, tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    slack.users["U1"] = {"locale": "en-US", "profile": {"email": "ann@example.com", "display_name": "Ann"}}
    yield office(slack, tmp_path / "home", tools, 1_795_000_000.0)
    open_database.cache_clear()


@pytest.fixture
def visit(desks: Office) -> Visit:
    book = desks.context().book
    account = book.save(Account("Nordlicht GmbH"))[0]
    book.save(Contact("Anna", account=account.id))
    return book.save(Visit(STARTS, "Asia/Shanghai", account=account.id))[0]  # type: ignore[return-value]


def dossier(desks: Office, visit: Visit) -> Dossier:
    return desks.context().book.dossier(visit.account)


def send(desks: Office, *bodies: dict[str, Any]) -> list[Any]:
    """Hand raw signed requests to the app of one process; return its answers."""

    async def work(desk: Desk) -> list[Any]:
        desk.settings = desk.settings.__class__(desk.settings.tokens, payloads.SECRET, None, desk.settings.api)
        working = Work(desk)
        app, answers = build(desk, working), []
        for body in bodies:
            form = "type" in body and body["type"] in ("block_actions", "view_submission")
            text = urlencode({"payload": json.dumps(body)}) if form else json.dumps(body)
            kind = "application/x-www-form-urlencoded" if form else "application/json"
            headers = {"content-type": kind, **payloads.signed(text)}
            answers.append(await app.async_dispatch(AsyncBoltRequest(body=text, headers=headers)))  # type: ignore[arg-type]
            await _listened()
        return answers

    return desks.run(work)  # type: ignore[no-any-return]


async def _listened() -> None:
    """Listeners go on after the acknowledgement: wait until no task but this one is left."""
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(others)


def opened() -> dict[str, Any]:
    return payloads.callback(
        {"type": "app_home_opened", "user": "U1", "channel": "DU1", "tab": "home", "event_ts": "1.1"}
    )


def pressed(action: str, value: str = "") -> dict[str, Any]:
    return {
        "type": "block_actions", "user": {"id": "U1", "team_id": "TONE"}, "team": {"id": "TONE"}, "api_app_id": "A1",
        "container": {"type": "view", "view_id": "V1"}, "trigger_id": f"12345.98765.{action}", "view": {"id": "V1", "type": "home"},
        "actions": [{"action_id": action, "block_id": "b", "type": "button", "value": value, "action_ts": "1.1"}],
    }  # fmt: skip


def submitted(name: str, meta: dict[str, Any], values: dict[str, Any], view: str = "V7") -> dict[str, Any]:
    return {
        "type": "view_submission", "user": {"id": "U1", "team_id": "TONE"}, "team": {"id": "TONE"}, "api_app_id": "A1",
        "view": {
            "id": view, "type": "modal", "callback_id": f"home:{name}", "private_metadata": json.dumps(meta),
            "state": {"values": {block: {"value": element} for block, element in values.items()}},
        },
    }  # fmt: skip


def typed(text: str) -> dict[str, Any]:
    return {"type": "plain_text_input", "value": text}


def chosen(value: str) -> dict[str, Any]:
    return {"type": "static_select", "selected_option": {"value": value}}


def errors_of(answer: Any) -> dict[str, str]:
    body = json.loads(answer.body) if isinstance(answer.body, str) and answer.body else answer.body or {}
    return dict(body.get("errors") or {})


def home_of(slack: StandIn) -> dict[str, Any]:
    return slack.done("views.publish")[-1].arguments["view"]  # type: ignore[no-any-return]


def test_the_tab_shows_visits_gaps_and_buttons(desks: Office, visit: Visit) -> None:
    send(desks, opened())
    said = shown({"blocks": home_of(desks.slack)["blocks"]})
    for words in (
        "Coming visits",
        "2099-12-03 10:00",
        "Nordlicht GmbH",
        "[Brief]",
        "[Move]",
        "[Cancel visit]",
        "Not known yet",
    ):
        assert words in said


def test_the_tab_without_visits(desks: Office) -> None:
    send(desks, opened())
    assert "No visit is planned" in shown({"blocks": home_of(desks.slack)["blocks"]})


def test_many_visits_keep_within_slack_s_limits(desks: Office) -> None:
    book = desks.context().book
    for number in range(40):
        [account] = book.save(Account(f"Firm {number} & <Co> {'x' * 150}"))
        book.save(Visit(STARTS, account=account.id, place="y" * 3000))
    send(desks, opened())
    assert len(home_of(desks.slack)["blocks"]) <= 100  # the stand-in finds the other faults


def test_cancel(desks: Office, visit: Visit) -> None:
    value = json.dumps({"a": visit.account, "v": visit.id})
    send(desks, pressed("home:cancel:x", value), pressed("home:cancel:x", value), pressed("home:cancel:x", "broken"))
    assert [one.state for one in dossier(desks, visit).visits] == ["cancelled"]
    assert "No visit is planned" in shown({"blocks": home_of(desks.slack)["blocks"]})


@pytest.mark.parametrize("name", ["contact", "stance", "move"])
def test_modals_open(desks: Office, visit: Visit, name: str) -> None:
    send(desks, pressed(f"home:{name}:x", json.dumps({"a": visit.account, "v": visit.id})))
    [call] = desks.slack.done("views.open")
    assert call.arguments["view"]["callback_id"] == f"home:{name}"


def test_a_contact_is_kept_once(desks: Office, visit: Visit) -> None:
    values = {
        "name": typed("Jonas"),
        "title": typed("CEO"),
        "email": typed("j@x.de"),
        "phone": typed(""),
        "influence": chosen("5"),
    }
    body = submitted("contact", {"a": visit.account}, values)
    answers = send(desks, body, body)
    assert [answer.status for answer in answers] == [200, 200]
    assert [errors_of(answer) for answer in answers] == [{}, {}]
    [_, contact] = dossier(desks, visit).contacts
    assert (contact.name, contact.title, contact.influence, contact.by) == ("Jonas", "CEO", 5, ANN.person)


@pytest.mark.parametrize(
    ("values", "block", "said"),
    [
        ({"name": typed("Anna")}, "name", "there already"), ({"name": typed(" ")}, "name", "cannot be empty"),
        ({"name": typed("B"), "email": typed("nonsense")}, "email", "no e-mail address"),
        ({"account": typed("Nobody Inc"), "name": typed("B")}, "account", "was not found"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(
    desks: Office, visit: Visit, values: dict[str, Any], block: str, said: str
) -> None:
    meta = {} if "account" in values else {"a": visit.account}
    [answer] = send(desks, submitted("contact", meta, values))
    assert said in errors_of(answer)[block]
    assert len(dossier(desks, visit).contacts) == 1


def test_a_stance_is_kept_once_and_not_of_a_day_to_come(desks: Office, visit: Visit) -> None:
    [contact] = dossier(desks, visit).contacts
    values = {
        "contact": chosen(contact.id), "stance": chosen("supporter"), "quote": typed("asked for a test"),
        "day": {"type": "datepicker", "selected_date": "2026-01-05"},
    }  # fmt: skip
    late = {**values, "day": {"type": "datepicker", "selected_date": "2099-01-01"}}
    body = submitted("stance", {"a": visit.account}, values)
    answers = send(desks, submitted("stance", {"a": visit.account}, late, "V8"), body, body)
    assert "has not come yet" in errors_of(answers[0])["day"]
    [seen] = dossier(desks, visit).observations
    assert (seen.label, seen.quote, seen.day) == ("supporter", "asked for a test", "2026-01-05")


def picked(day: str, time: str) -> dict[str, Any]:
    return {"day": {"type": "datepicker", "selected_date": day}, "time": {"type": "timepicker", "selected_time": time}}


def test_a_visit_is_moved(desks: Office, visit: Visit) -> None:
    meta = {"a": visit.account, "v": visit.id, "starts": STARTS}
    answers = send(
        desks,
        submitted("move", meta, picked("2020-01-01", "10:00")),
        submitted("move", meta, picked("2099-12-04", "15:30")),
    )
    assert "2020-01-01 has passed" in errors_of(answers[0])["day"]
    assert [one.starts for one in dossier(desks, visit).visits] == ["2099-12-04T15:30"]


def test_a_move_of_somebody_else_meanwhile_is_told(desks: Office, visit: Visit) -> None:
    move(desks.context().book, visit, "2099-12-09T09:00")
    meta = {"a": visit.account, "v": visit.id, "starts": STARTS}
    [answer] = send(desks, submitted("move", meta, picked("2099-12-04", "15:30")))
    assert "2099-12-09 09:00" in errors_of(answer)["day"]
    assert [one.starts for one in dossier(desks, visit).visits] == ["2099-12-09T09:00"]


def test_brief_and_rehearsal_go_through_the_inbox_once(desks: Office, visit: Visit) -> None:
    seen: list[str] = []
    send(desks, pressed("home:brief:x", "Nordlicht GmbH"), pressed("home:brief:x", "Nordlicht GmbH"))

    async def letters(desk: Desk) -> None:
        while (letter := desk.store.next_letter(ANN.lane)) is not None:
            seen.append(letter.incoming.text)
            desk.store.answered(letter, [])

    desks.run(letters)
    assert seen == ["brief Nordlicht GmbH"]


def test_gaps_of_all_own_accounts_those_with_a_visit_first(desks: Office, visit: Visit) -> None:
    for number in range(14):
        desks.context().book.save(Account(f"Firm {number}"))
    desks.context("bob").book.save(Account("Somebody else's"))
    send(desks, opened())
    blocks = home_of(desks.slack)["blocks"]
    said = [shown({"blocks": [block]}) for block in blocks]
    first = said.index("Not known yet") + 1
    assert said[first].startswith("Nordlicht GmbH")
    assert len([one for one in said[first:] if one.startswith("Firm")]) == 9
    assert "And 5 more accounts. Say “accounts” to see all." in said
    assert "Somebody" not in "".join(said)


def test_after_the_first_look_visits_planned_elsewhere_are_reminded_of(desks: Office, visit: Visit) -> None:
    desks.context().book.save(Visit("2026-12-03T10:00", "Asia/Shanghai", account=visit.account))
    send(desks, opened())
    assert len(desks.slack.done("chat.scheduleMessage")) >= 3


@pytest.mark.parametrize(
    ("value", "said"), [("broken", "press the button again"), ('{"a": "%s", "v": "gone"}', "not in the book any more")]
)
def test_a_form_that_does_not_open_is_told(desks: Office, visit: Visit, value: str, said: str) -> None:
    send(desks, pressed("home:move:x", value % visit.account if "%s" in value else value))
    assert said in "".join(desks.slack.said())
    assert not desks.slack.done("views.open")
