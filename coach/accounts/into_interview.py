"""Begin an interview with what the account book holds, so that it goes on where the last one ended."""

from __future__ import annotations

from datetime import date

from coach.accounts.from_interview import fact
from coach.accounts.records import ROLE, Dossier
from coach.interview.state import Interview, Need, NextStep, Observation, Person
from coach.knowledge.ledger import StanceLedger
from coach.stances.evidence import weighed


def loaded(there: Dossier, lang: str, fixed: bool, today: date, ledger: StanceLedger) -> Interview:
    """Return a new interview that knows what the book holds of the account, so that it goes on from there.

    Signs of people weigh in it what they weigh in the book `today`.
    """
    state = Interview(lang=lang, lang_fixed=fixed, started=True)
    state.is_about(there.account.name)
    numbers: dict[str, str] = {}
    for number, contact in enumerate(there.contacts, 1):
        numbers[contact.id] = f"p{number}"
        state.people.append(Person(f"p{number}", [contact.name, *contact.other_names], 0, contact.title or None))
        state.kept[fact("contact", f"p{number}")] = contact.id
    for seen in there.observations:
        person = state.person(numbers.get(seen.contact))
        if person is not None:
            grade, weight = weighed(seen, today, ledger)
            sign = Observation(seen.label, seen.quote, seen.rule, seen.confidence, 0, grade, weight)
            (person.roles if seen.kind == ROLE else person.stances).append(sign)
            state.kept[fact(seen.kind, person.id, sign.label, sign.quote, 0)] = seen.id
    _load_needs(state, there, numbers)
    return state


def _load_needs(state: Interview, there: Dossier, numbers: dict[str, str]) -> None:
    for number, note in enumerate(there.needs, 1):
        need = Need(f"n{number}", note.level, note.topic, note.kind, note.quote, numbers.get(note.contact or ""), 0)
        state.needs.append(need)
        state.kept[fact("need", need.id, need.level, need.quote)] = note.id
    open_steps = [step for step in there.next_steps if step.done is None]
    if open_steps:
        last = open_steps[-1]
        state.next_steps.append(NextStep(last.text, last.due, 0))
        state.kept[fact("step", last.text, last.due)] = last.id
