"""What of the catalogue answers each person's own needs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from coach.accounts.into_interview import loaded
from coach.accounts.records import Dossier
from coach.context import Tools
from coach.pitch.catalogue import Answer
from coach.pitch.compose import answers_for, trade_for


def pitch_answers(dossier: Dossier, contacts: Collection[str], tools: Tools) -> dict[str, Answer]:
    """Return the first answer to a need of each of the `contacts`, by id; by "" that to a need of nobody's own."""
    # neither the language nor the day nor who stands where matters to it
    interview = loaded(replace(dossier, observations=()), "zh", True, date.min, tools.knowledge.ledger)
    trade = trade_for(interview, tools)  # found once: it reads every need
    persons = dict(zip((contact.id for contact in dossier.contacts), interview.people, strict=True))
    found: dict[str, Answer] = {}
    for key in [*contacts, ""]:
        person = persons.get(key)
        own = list(interview.of(person.id if person else None))
        if own and (answers := answers_for(replace(interview, trade=trade, needs=own), person, tools)[1]):
            found[key] = answers[0]
    return found
