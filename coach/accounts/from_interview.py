"""What an interview knows of its customer, as records that are not saved yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coach.accounts import records
from coach.accounts.records import INTERVIEW, ROLE, STANCE, Account, Contact, Dossier, NeedNote, Note
from coach.interview.state import Interview, Person


def dossier_of(interview: Interview, today: date) -> Dossier:
    """Return the customer of `interview` as a dossier of unsaved records, all of the day `today`.

    An interview keeps no days, so that of the dossier stands for all. The ids of contacts are those of the interview
    ("p1"), so that needs and observations point to them; whoever saves the records gives them ids of the book.
    """
    day = today.isoformat()
    agreed = {step.text for step in interview.next_steps}  # also kept among the answers, as if it were a fact
    needs = [
        NeedNote(n.level, n.topic, n.kind, day, contact=n.person, quote=n.quote, source=INTERVIEW)
        for n in interview.needs
    ]
    return Dossier(
        Account(interview.account or "", trade=interview.trade or "", source=INTERVIEW),
        contacts=tuple(map(_contact, interview.people)),
        observations=tuple(sign for person in interview.people for sign in _observations(person, day)),
        needs=tuple(needs),
        next_steps=tuple(records.NextStep(step.text, due=step.date, source=INTERVIEW) for step in interview.next_steps),
        notes=tuple(
            Note(answer["text"], day, source=INTERVIEW) for answer in interview.answers if answer["text"] not in agreed
        ),
    )


def _contact(person: Person) -> Contact:
    return Contact(
        person.name, other_names=tuple(person.names[1:]), title=person.title or "", id=person.id, source=INTERVIEW
    )


def _observations(person: Person, day: str) -> Iterator[records.Observation]:
    for kind, signs in ((STANCE, person.stances), (ROLE, person.roles)):
        for sign in signs:
            yield records.Observation(
                person.id, kind, sign.label, day, rule=sign.rule, confidence=sign.confidence, quote=sign.quote,
                source=INTERVIEW,
            )  # fmt: skip
