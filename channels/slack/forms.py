"""The forms of the home tab: add a contact, note a stance, move a visit; kept in the book as who filled them in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from channels.slack.blocks import Block, plain_text, short
from channels.slack.desk import Desk
from channels.slack.people import Speaker
from coach.accounts.errors import BadValueError, ConflictError, SameNameError
from coach.accounts.from_interview import record_id
from coach.accounts.records import STANCE, Account, Contact, Observation
from coach.accounts.say import trouble
from coach.conversation.opening import fitting_accounts
from coach.knowledge.folders import TASK_LABELS
from coach.visits.plan import move, visit_of

HOME = "home"  # what the ids of the home tab's buttons and forms begin with
MOST_OPTIONS = 100
_FIVE = [(str(number), str(number)) for number in range(1, 6)]
Json = dict[str, Any]


class FieldError(Exception):
    """What was filled in cannot be kept; `block` is where."""

    def __init__(self, block: str, said: str) -> None:
        super().__init__(block)
        self.block, self.said = block, said


# a contact


def contact_view(given: Json, who: Speaker, lang: str, desk: Desk) -> Json:
    """Return the modal for a new contact, of the account of the button or of one that is named."""
    blocks = [] if "a" in given else [_input("account", _text(), desk.say("slack_field_account", lang))]
    blocks += [
        _input("name", _text(), desk.say("field_name", lang)),
        _input("title", _text(), desk.say("field_title", lang), optional=True),
        _input("email", _text(), desk.say("field_email", lang), optional=True),
        _input("phone", _text(), desk.say("field_phone", lang), optional=True),
        _input("influence", _select(_FIVE), desk.say("field_influence", lang), optional=True),
    ]  # fmt: skip
    return _modal("contact", desk.say("slack_button_contact", lang), blocks, given, lang, desk)


def keep_contact(values: Json, meta: Json, who: Speaker, lang: str, desk: Desk) -> None:
    book = desk.context(who).book
    account = str(meta.get("a") or _account_named(values.get("account", ""), who, lang, desk).id)
    influence = int(values["influence"]) if values.get("influence") else None
    if values.get("email") and "@" not in values["email"]:
        raise FieldError("email", desk.say("slack_no_email", lang))
    contact = Contact(
        values["name"], (), values.get("title", ""), values.get("email", ""), values.get("phone", ""), influence,
        id=record_id("slack", meta["view"], "contact"), account=account,
    )  # fmt: skip
    try:
        book.save(contact)
    except (SameNameError, BadValueError) as error:
        block = str(error.values.get("field", "name"))
        raise FieldError(
            block if block in values else "name", trouble(error, lang, desk.assistant.tools.words)
        ) from None


def _account_named(name: str, who: Speaker, lang: str, desk: Desk) -> Account:
    fitting = fitting_accounts(name, desk.context(who))
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise FieldError("account", desk.say("book_not_found", lang, name=short(name, 60)))
    listed = desk.assistant.tools.words.listing([account.name for account in fitting[:5]], lang)
    raise FieldError("account", desk.say("account_which", lang, accounts=listed))


# a stance


def stance_view(given: Json, who: Speaker, lang: str, desk: Desk) -> Json | None:
    """Return the modal for a sign of somebody's stance; without contacts the one for a contact."""
    dossier = desk.context(who).book.dossier(str(given["a"]))
    if not dossier.contacts:
        return contact_view(given, who, lang, desk)
    people = [(short(one.name, 75), one.id) for one in dossier.contacts[-MOST_OPTIONS:]]
    stances = desk.assistant.tools.knowledge.stances
    kinds = [(stances[key].name[lang], key) for key in TASK_LABELS["stance"] if key != "unknown"]
    blocks = [
        _input("contact", _select(people), desk.say("field_contact", lang)),
        _input("stance", _select(kinds), desk.say("slack_field_stance", lang)),
        _input("quote", {**_text(), "multiline": True, "max_length": 2000}, desk.say("slack_field_seen", lang)),
        _input("day", _day(desk.today.isoformat()), desk.say("field_day", lang)),
    ]  # fmt: skip
    return _modal("stance", desk.say("slack_button_stance", lang), blocks, given, lang, desk)


def keep_stance(values: Json, meta: Json, who: Speaker, lang: str, desk: Desk) -> None:
    if values["day"] > desk.today.isoformat():
        raise FieldError("day", desk.say("slack_day_ahead", lang))
    seen = Observation(
        values["contact"], STANCE, values["stance"], values["day"], id=record_id("slack", meta["view"], "stance"),
        account=str(meta["a"]), quote=values["quote"],
    )  # fmt: skip
    desk.context(who).book.save(seen)


# another time for a visit


def move_view(given: Json, who: Speaker, lang: str, desk: Desk) -> Json | None:
    """Return the modal with day and time of the visit."""
    pair = visit_of(desk.context(who).book, str(given["a"]), str(given["v"]))
    if pair is None:
        return None
    starts = pair[1].starts
    blocks = [
        _input("day", _day(starts[:10]), desk.say("field_day", lang)),
        _input(
            "time",
            {"type": "timepicker", "action_id": "value", "initial_time": starts[11:16]},
            desk.say("slack_field_time", lang),
        ),
    ]  # fmt: skip
    meta = {**given, "starts": starts}
    return _modal("move", desk.say("slack_button_move", lang), blocks, meta, lang, desk)


def keep_move(values: Json, meta: Json, who: Speaker, lang: str, desk: Desk) -> None:
    """Move the visit as it was when the modal was opened: a move of somebody else meanwhile is told, not undone."""
    book = desk.context(who).book
    pair = visit_of(book, str(meta["a"]), str(meta["v"]))
    if pair is None:
        raise FieldError("day", desk.say("slack_visit_gone", lang))
    if date.fromisoformat(values["day"]) < desk.today:
        raise FieldError("day", desk.say("visit_past", lang, date=values["day"]))
    starts = datetime.fromisoformat(f"{values['day']}T{values['time']}").isoformat(timespec="minutes")
    try:
        move(book, replace(pair[1], starts=str(meta["starts"])), starts)
    except ConflictError as error:
        raise FieldError("day", trouble(error, lang, desk.assistant.tools.words)) from None


FORMS: dict[str, tuple[Callable[[Json, Speaker, str, Desk], Json | None], Callable[..., None]]] = {
    "contact": (contact_view, keep_contact), "stance": (stance_view, keep_stance), "move": (move_view, keep_move),
}  # fmt: skip


def _modal(name: str, title: str, blocks: list[Block], meta: Json, lang: str, desk: Desk) -> Json:
    return {
        "type": "modal", "callback_id": f"{HOME}:{name}", "title": plain_text(short(title, 24)),
        "submit": plain_text(desk.say("slack_save", lang)), "close": plain_text(desk.say("slack_close", lang)),
        "private_metadata": json.dumps(meta), "blocks": blocks,
    }  # fmt: skip


def _input(block: str, element: Block, label: str, *, optional: bool = False) -> Block:
    return {"type": "input", "block_id": block, "label": plain_text(label), "element": element, "optional": optional}


def _text() -> Block:
    return {"type": "plain_text_input", "action_id": "value", "max_length": 200}


def _day(first: str) -> Block:
    return {"type": "datepicker", "action_id": "value", "initial_date": first}


def _select(options: list[tuple[str, str]]) -> Block:
    return {
        "type": "static_select", "action_id": "value",
        "options": [{"text": plain_text(text), "value": value} for text, value in options],
    }  # fmt: skip
