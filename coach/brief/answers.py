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
    """Return the first answer to a need of each of the `contacts`, by id; by "" that to a need of nobody's own.

    None where nothing tells which of several catalogues is meant: lamps are no answer to a hospital's pumps.
    """
    # neither the language nor the day nor who stands where matters to it
    interview = loaded(replace(dossier, observations=()), "zh", True, date.min, tools.knowledge.ledger)
    trade = _trade(dossier, tools) or trade_for(interview, tools)  # found once: it reads every need
    if trade is None and len(tools.catalogue.trades) > 1:
        return {}
    persons = dict(zip((contact.id for contact in dossier.contacts), interview.people, strict=True))
    found: dict[str, Answer] = {}
    for key in [*contacts, ""]:
        person = persons.get(key)
        own = list(interview.of(person.id if person else None))
        if own and (answers := answers_for(replace(interview, trade=trade, needs=own), person, tools)[1]):
            found[key] = answers[0]
    return found


def _trade(dossier: Dossier, tools: Tools) -> str | None:
    """Return the catalogue of the account's trade, named by itself or by the buying calendar that is for it."""
    kept = dossier.account.trade
    calendar = tools.knowledge.calendars.get(kept)
    named = (kept, *(calendar.catalogues if calendar else ()))
    return next((key for key in named if key in tools.catalogue.trades), None)
