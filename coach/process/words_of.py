"""All that was written down of an account, as dated texts that may speak of a step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coach.accounts.records import CANCELLED, DONE, PLANNED, Dossier


@dataclass(frozen=True)
class Said:
    """A text with its day (ISO, "" when it has none). `to_come`: it tells of what is still to be done."""

    text: str
    day: str
    to_come: bool = False


def words_of(dossier: Dossier) -> list[Said]:
    """Return the texts in the order of their days; those of one day in the order of the records, each text once."""
    found = {said: None for said in _all(dossier) if said.text.strip()}
    return sorted(found, key=lambda said: said.day)


def _all(dossier: Dossier) -> Iterator[Said]:
    yield from (Said(note.text, note.day) for note in dossier.notes)
    yield from (Said(need.quote, need.day) for need in dossier.needs)
    yield from (Said(sign.quote, sign.day) for sign in dossier.observations)
    for visit in dossier.visits:
        day = visit.starts[:10]
        if visit.state != CANCELLED:
            yield Said(visit.purpose, day, to_come=visit.state == PLANNED)
        if visit.state == DONE:
            yield Said(visit.outcome, day)
    for step in dossier.next_steps:
        yield Said(step.text, step.done or step.at[:10], to_come=step.done is None)
    yield from (Said(deal.stage, deal.at[:10]) for deal in dossier.opportunities)
