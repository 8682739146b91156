"""What an interview brought, as records of the account book: proposed first, kept when the user agrees."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coach.accounts.names import name_key
from coach.accounts.records import (
    INTERVIEW,
    ROLE,
    STANCE,
    Account,
    Contact,
    Dossier,
    NeedNote,
    NextStep,
    Note,
    Observation,
    Record,
)
from coach.interview.hints import settled
from coach.interview.state import Interview, Person
from coach.stances.evidence import grade_heard

Change = tuple[Record, dict[str, Any]]


@dataclass(frozen=True)
class Proposal:
    """What would be kept under `account` (its version is 0 when it is new): new records and changes of contacts.

    `kept` gives the record of each fact of the interview once it is done.
    """

    account: Account
    new: tuple[Record, ...]
    changes: tuple[Change, ...]
    kept: dict[str, str]

    def __bool__(self) -> bool:
        return bool(self.new or self.changes)

    def of(self, kind: type[Record]) -> list[Any]:
        return [record for record in self.new if isinstance(record, kind)]


def propose(state: Interview, user: str, there: Dossier | None, today: date) -> Proposal:
    """Return what `state` holds that is not in the book yet. `there` is the account as it is, None for a new one.

    The ids follow from user, account, day and content, so that the same answer given twice is kept once.
    Raises ValueError when the interview has no account.
    """
    if not state.account:
        raise ValueError("the interview has no account")
    account = there.account if there else _new_account(state, user)
    work = _Work(state, account, there or Dossier(account), user, today.isoformat())
    records: list[Record] = [] if there else [account]
    changes: list[Change] = [(account, {"step": state.step})] if there and _new_step(state, account) else []
    for person in state.people:
        known = work.contact_of(person)
        if known is None:
            records.append(work.new_contact(person))
        elif values := _news(person, known):
            changes.append((known, values))
        records += work.observations(person)
    records += [*work.needs(), *work.next_steps()]
    return Proposal(account, tuple(records), tuple(changes), work.kept)


def dossier_of(state: Interview, today: date) -> Dossier:
    """Return what `state` holds as a dossier of its own, saved nowhere; the account's name may be empty."""
    found = propose(replace(state, account=state.account or "-", kept={}), "", None, today)
    return Dossier(
        replace(found.account, name=state.account or ""),
        tuple(found.of(Contact)),
        tuple(found.of(Observation)),
        tuple(found.of(NeedNote)),
        next_steps=tuple(found.of(NextStep)),
    )


def notes_of(state: Interview, today: date) -> tuple[Note, ...]:
    """Return the answers of the interview as notes: what is neither a need nor a sign may still tell of a step."""
    agreed = {step.text for step in state.next_steps}  # also among the answers, as if they had happened
    texts = [answer["text"] for answer in state.answers if answer["text"] and answer["text"] not in agreed]
    return tuple(Note(text, today.isoformat(), quote=text, source=INTERVIEW) for text in texts)


def record_id(*parts: object) -> str:
    """Return the id that follows from `parts`: 32 hexadecimal digits."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", errors="replace")).hexdigest()[:32]


def _new_account(state: Interview, user: str) -> Account:
    name = state.account or ""
    key = record_id("account", user, name_key(name))
    return Account(name, id=key, account=key, owner=user, trade=state.trade or "", step=state.step, source=INTERVIEW)


def _new_step(state: Interview, account: Account) -> bool:
    return state.step is not None and state.step != account.step


def known_contact(person: Person, kept: str | None, contacts: Iterable[Contact]) -> Contact | None:
    """Return who of `contacts` the person is: the one `kept` by an earlier save (an id), else one called so."""
    called = {name_key(name) for name in person.names}
    for contact in contacts:
        names = {name_key(name) for name in (contact.name, *contact.other_names)}
        if contact.id == kept or (kept is None and called & names):
            return contact
    return None


def _news(person: Person, known: Contact) -> dict[str, Any]:
    """Return what the interview knows of a contact beyond the book: further names, a title."""
    called = {name_key(name) for name in (known.name, *known.other_names)}
    names = [name for name in person.names if name_key(name) not in called]
    values: dict[str, Any] = {"other_names": (*known.other_names, *names)} if names else {}
    if person.title and name_key(person.title) != name_key(known.title):
        values["title"] = person.title
    return values


@dataclass
class _Work:
    """The facts of one interview on their way into records; `kept` grows as they are gone through."""

    state: Interview
    account: Account
    there: Dossier
    user: str
    day: str

    def __post_init__(self) -> None:
        self.kept = dict(self.state.kept)
        self.contacts: dict[str, str] = {}  # person of the interview -> contact

    def contact_of(self, person: Person) -> Contact | None:
        """Return the contact that this person is, known by an earlier save or by name; noted either way."""
        contact = known_contact(person, self.kept.get(fact("contact", person.id)), self.there.contacts)
        if contact:
            self._note(person, contact.id)
        return contact

    def new_contact(self, person: Person) -> Contact:
        key = record_id("contact", self.account.id, name_key(person.name))
        self._note(person, key)
        quotes = [sign.quote for sign in (*person.roles, *settled(person.stances))]
        return Contact(
            person.name, tuple(person.names[1:]), person.title or "",
            id=key, account=self.account.id, source=INTERVIEW, quote=quotes[0] if quotes else "",
        )  # fmt: skip

    def _note(self, person: Person, key: str) -> None:
        self.contacts[person.id] = self.kept[fact("contact", person.id)] = key

    def observations(self, person: Person) -> Iterator[Observation]:
        for kind, signs in ((ROLE, person.roles), (STANCE, settled(person.stances))):
            for sign in signs:
                if key := self._fresh(kind, person.id, sign.label, sign.quote, sign.turn):
                    grade = sign.grade or grade_heard(sign.rule)
                    yield Observation(
                        self.contacts[person.id], kind, sign.label, self.day, grade, sign.rule, sign.confidence,
                        id=key, account=self.account.id, source=INTERVIEW, quote=sign.quote,
                    )  # fmt: skip

    def needs(self) -> Iterator[NeedNote]:
        for need in self.state.needs:
            if key := self._fresh("need", need.id, need.level, need.quote):
                yield NeedNote(
                    need.level, need.topic, need.kind, self.day, self.contacts.get(need.person or ""),
                    id=key, account=self.account.id, source=INTERVIEW, quote=need.quote,
                )  # fmt: skip

    def next_steps(self) -> Iterator[NextStep]:
        step = self.state.next_step
        if step and (key := self._fresh("step", step.text, step.date)):
            yield NextStep(step.text, step.date, id=key, account=self.account.id, source=INTERVIEW, quote=step.text)

    def _fresh(self, *what: object) -> str | None:
        """Return the id for a fact that was not kept yet, and note it; None for one that was."""
        name = fact(*what)
        if name in self.kept:
            return None
        self.kept[name] = record_id(self.user, self.account.id, self.day, *what)
        return self.kept[name]


def fact(*parts: object) -> str:
    """Return the name under which the interview remembers that a fact was kept."""
    return record_id(*parts)[:12]
