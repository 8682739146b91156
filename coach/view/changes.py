"""What the pages change in the account book; each returns what the page needs to go on."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from coach.accounts.entered import KINDS, changed, entered, filled, known_people, optional_day, short, text, whole
from coach.accounts.errors import BadValueError, NotAllowedError, NotFoundError
from coach.accounts.from_interview import record_id
from coach.accounts.names import name_key
from coach.accounts.records import MANUAL, STANCE, Account, Observation, Record
from coach.context import Context
from coach.privacy.forget import forgetting
from coach.privacy.say import outcome_lines
from coach.privacy.stored import stored_conversations

Json = dict[str, Any]
Values = Mapping[str, Any]
ADDED = ("contacts", "visits", "notes", "next_steps")  # what can be added to an account, beside stances
_OUTSIDE = ("id", "version")  # of a form: not values of the record


def add_account(values: Values, _lang: str, context: Context) -> Json:
    """Make an account. Raises BookError."""
    return _kept(context, Account(**entered("accounts", _fields(values)), id=_own_id(values, context, "accounts")))


def add(account: str, table: str, values: Values, _lang: str, context: Context) -> Json:
    """Add a contact, visit, note or next step to the account. Raises BookError."""
    fields = entered(table, _fields(values))
    there = context.book.dossier(account, ("contacts",))
    if table == "notes":
        fields.setdefault("day", context.today.isoformat())
    known_people(fields.get("people", ()), there, "people")
    known_people((fields["contact"],) if fields.get("contact") else (), there, "contact")
    key = _own_id(values, context, account, table)
    return _kept(context, KINDS[table](**fields, account=account, id=key))


def add_stance(account: str, values: Values, _lang: str, context: Context) -> Json:
    """Note a dated sign of where a contact stands, with the words or the act. Raises BookError."""
    knowledge = context.tools.knowledge
    contact, stance = filled("contact", values.get("contact")), filled("label", values.get("stance"))
    known_people((contact,), context.book.dossier(account, ("contacts",)), "contact")
    if stance not in knowledge.stances:
        raise BadValueError("choice", field="label", value=stance[:60])
    grade = text("grade", values.get("grade") or "behaviour")
    if grade not in knowledge.ledger.grades:
        raise BadValueError("choice", field="grade", value=grade[:60])
    day = optional_day("day", values.get("day")) or context.today.isoformat()
    sign = Observation(
        contact, STANCE, stance, day, grade, account=account, id=_own_id(values, context, account, STANCE),
        source=MANUAL, quote=filled("quote", values.get("quote")),
    )  # fmt: skip
    return _kept(context, sign)


def change(account: str, table: str, key: str, values: Values, _lang: str, context: Context) -> Json:
    """Change a record that the user saw in `version`. Raises BookError; ConflictError with both values."""
    fields = entered(table, _fields(values), whole_record=False)
    if fields.get("people") or fields.get("contact"):
        there = context.book.dossier(account, ("contacts",))
        known_people(fields.get("people", ()), there, "people")
        known_people((fields["contact"],) if fields.get("contact") else (), there, "contact")
    version = whole("version", values.get("version"))
    return told(changed(context.book, account, table, key, version, fields))


def share(account: str, values: Values, _lang: str, context: Context) -> Json:
    """Let somebody see the account, or also write, or no longer (`off`). Raises BookError."""
    user = short("owner", filled("owner", values.get("with")))
    user = user.lower() if "@" in user else user  # people signed in elsewhere are known by their address
    if user == context.user:
        raise BadValueError("choice", field="owner", value=user)
    if values.get("off"):
        context.book.unshare(account, user)
    else:
        context.book.share(account, user, may_write=bool(values.get("write")))
    return {"shares": [{"user": one.user, "write": one.may_write} for one in context.book.shares(account)]}


def forget(account: str, values: Values, lang: str, context: Context) -> Json:
    """Delete the account for good, everywhere, when `confirm` is its name. Raises BookError."""
    there = context.book.dossier(account, ()).account
    return _forgotten(there, None, values, lang, context)


def forget_contact(account: str, contact: str, values: Values, lang: str, context: Context) -> Json:
    """Delete a contact for good, everywhere, when `confirm` is their name. Raises BookError."""
    there = context.book.dossier(account, ("contacts",))
    person = there.contact(contact)
    if person is None:
        raise NotFoundError(name=contact[:60])
    return _forgotten(there.account, person.name, values, lang, context)


def _forgotten(account: Account, contact: str | None, values: Values, lang: str, context: Context) -> Json:
    """Delete the account, or its contact of this name, for its owner."""
    home, name = context.home, contact or account.name
    if account.owner != context.user:
        raise NotAllowedError(name=account.name)
    if name_key(text("name", values.get("confirm") or "")) != name_key(name):
        raise BadValueError("confirm", name=name)
    planned = forgetting(context.book, home, account.id, contact, context.tools, stored_conversations(home))
    outcome = planned.carry_out()
    done, left = outcome_lines(outcome, lang, context.tools)
    return {"done": outcome.done, "said": [*done, *left]}


def _fields(values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _OUTSIDE}


def _own_id(values: Values, context: Context, *where: str) -> str:
    """Return the id that a form made for its record: sent twice, it is kept once. "" when it made none."""
    made = values.get("id")
    if made is None:
        return ""
    try:
        return record_id("form", context.user, *where, str(uuid.UUID(text("id", made))))
    except ValueError:
        raise BadValueError("kind", field="id") from None


def _kept(context: Context, record: Record) -> Json:
    [kept] = context.book.save(record)
    return told(kept)


def told(record: Record) -> Json:
    """Return what a page must know to change the record again."""
    return {"id": record.id, "version": record.version}
