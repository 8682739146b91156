"""Which drill to practise next and when: spaced repetition by FSRS, and drills that the latest call asks for.

FSRS (Ye and others, KDD 2022) sets each round's distance by how well the rounds before it went.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timezone

from fsrs import Card, Rating, Scheduler

from coach.context import Tools
from coach.knowledge.rehearsing import Drill, Repetition
from coach.progress.record import Record
from coach.progress.series import calls, rounds


@dataclass(frozen=True)
class Due:
    """A drill and the day it is due. `skill`: the weak one of the latest call that asks for it, at `share`.

    Without a `skill`, it is due as the last round, on `last`, was `share` right.
    """

    drill: str
    day: date
    share: float
    last: date | None = None
    skill: str | None = None


def schedule(records: Sequence[Record], today: date, tools: Tools) -> list[Due]:
    """Return the drills that were done or are asked for, the one to practise next first.

    Of those that are due, the one practised least comes first, so that none is put off for ever.
    """
    drills = sorted(tools.knowledge.drills.values(), key=lambda drill: (drill.order, drill.id))
    found = [(due, len(rounds(records, drill.id))) for drill in drills if (due := _due(drill, records, tools))]
    found.sort(key=lambda item: (max(item[0].day, today), item[1], item[0].share))
    return [due for due, _ in found]


def _due(drill: Drill, records: Sequence[Record], tools: Tools) -> Due | None:
    done = rounds(records, drill.id)
    last = date.fromisoformat(done[-1].day) if done else None
    if weak := _weak_skill(drill, records, tools):
        call, skill = weak
        return Due(drill.id, date.fromisoformat(call.day), call.skills[skill], last, skill)
    if not done:
        return None
    return Due(drill.id, next_day(done, tools.knowledge.rehearsing.repetition), done[-1].score / 100, last)


def _weak_skill(drill: Drill, records: Sequence[Record], tools: Tools) -> tuple[Record, str] | None:
    """Return the latest call and its weakest skill that this drill trains, if weak and not drilled since."""
    latest = next((i for i in reversed(range(len(records))) if calls(records[i : i + 1])), None)
    if latest is None or rounds(records[latest:], drill.id):
        return None
    shares = records[latest].skills
    trained = [
        item.id for item in tools.knowledge.rubric.criteria if drill.id == item.drill or drill.criterion == item.id
    ]
    weakest = min((skill for skill in trained if skill in shares), key=lambda skill: shares[skill], default=None)
    if weakest is None or shares[weakest] >= tools.knowledge.rehearsing.repetition.weak:
        return None
    return records[latest], weakest


def next_day(done: Sequence[Record], repetition: Repetition) -> date:
    """Return the day on which a drill with these rounds is due again. The same rounds always give the same day."""
    # no steps within a day, and no random spread of the days
    scheduler = Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=repetition.longest, enable_fuzzing=False
    )
    card = Card(card_id=1, due=_noon(done[0]))
    for record in done:
        card, _ = scheduler.review_card(card, rating(record.score / 100, repetition), _noon(record))
    return card.due.date()


def rating(share: float, repetition: Repetition) -> Rating:
    """Return what a round counts as, of which `share` passed."""
    reached = [Rating[name.capitalize()] for name, least in repetition.ratings.items() if share >= least]
    return max(reached, default=Rating.Again)


def _noon(record: Record) -> datetime:
    return datetime.fromisoformat(f"{record.day}T12:00:00").replace(tzinfo=timezone.utc)
