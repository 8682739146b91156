"""What the answers brought, as a summary to read and as records of the account book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from coach.accounts.from_interview import Change, propose, record_id
from coach.accounts.records import DONE, INTERVIEW, Dossier, NeedNote, NextStep, Note, Observation, Record
from coach.after_visit.promises import our_acts
from coach.after_visit.state import AfterVisit
from coach.after_visit.step import PROMISES, questions_of
from coach.context import Context
from coach.text.short import cut
from coach.visits.plan import new_visit

_QUOTE = 160  # characters of an answer in the summary
_OUTCOME = 4000  # characters kept with the visit; the notes hold all of it


@dataclass(frozen=True)
class Outcome:
    """New records and changes, to be applied in one; `answered`: how many questions were."""

    new: tuple[Record, ...]
    changes: tuple[Change, ...]
    answered: int

    def of(self, kind: type[Record]) -> list[Any]:
        return [record for record in self.new if isinstance(record, kind)]


def outcome(state: AfterVisit, there: Dossier, context: Context) -> Outcome:
    """Return what the book does not hold yet. The ids follow from the visit, so that it is kept once.

    What was said is dated with the day of the visit.
    """
    found = propose(state.interview, context.user, there, date.fromisoformat(state.day))
    text = "\n".join(_lines(state, context, _OUTCOME // 5))
    visit = next((visit for visit in there.visits if visit.id == state.visit), None)
    if visit is None:
        taken = {visit.id for visit in there.visits if visit.state != DONE or visit.starts != state.starts}
        visits: list[Record] = [
            new_visit(context.user, state.account, state.starts, taken, state=DONE, outcome=text, source=INTERVIEW)
        ]
        changes = list(found.changes)
    else:
        earlier = {"starts": state.starts} if state.starts != visit.starts else {}
        visits, changes = [], [*found.changes, (visit, {"state": DONE, "outcome": text, **earlier})]
    new = [*found.new, *_promised(state, there, context), *_notes(state, context), *visits]
    return Outcome(tuple(new), tuple(changes), len(_answered(state, context)))


def summary(state: AfterVisit, found: Outcome, context: Context) -> str:
    """Return what was told, question by question, and how much of it the book would gain."""
    words, lang = context.tools.words, state.lang
    lines = [words.say("after_summary", lang, account=state.name, when=state.starts[:16].replace("T", " "))]
    lines += [words.say("keep_part", lang, part=line) for line in _lines(state, context, _QUOTE)]
    gains = words.say(
        "after_gains", lang, needs=len(found.of(NeedNote)), signs=len(found.of(Observation)),
        steps=len(found.of(NextStep)),
    )  # fmt: skip
    return "\n".join([*lines, gains])


def _answered(state: AfterVisit, context: Context) -> list[tuple[str, str]]:
    """Return each question that was answered, by id, with all that was said to it."""
    pairs = [(question.id, " ".join(state.answers(question.id))) for question in questions_of(context)]
    return [(key, text) for key, text in pairs if text]


def _lines(state: AfterVisit, context: Context, longest: int) -> list[str]:
    return [
        context.tools.words.say("after_answer", state.lang, about=_about(key, state, context), text=cut(text, longest))
        for key, text in _answered(state, context)
    ]


def _about(key: str, state: AfterVisit, context: Context) -> str:
    return next(q.name[state.lang] for q in questions_of(context) if q.id == key)


def _promised(state: AfterVisit, there: Dossier, context: Context) -> list[NextStep]:
    """Return our promises as steps to be done; one that is the agreed next step too is kept once."""
    known = {step.text for step in there.next_steps} | {step.text for step in state.interview.next_steps}
    acts = [act for text in state.answers(PROMISES) for act in our_acts(text, context) if act[0] not in known]
    return [
        NextStep(
            text, due.isoformat() if due else None, id=record_id("promise", state.account, state.day, text),
            account=state.account, source=INTERVIEW, quote=text,
        )
        for text, due in acts
    ]  # fmt: skip


def _notes(state: AfterVisit, context: Context) -> list[Note]:
    return [
        Note(
            context.tools.words.say("after_answer", state.lang, about=_about(key, state, context), text=text),
            state.day, id=record_id("after", state.account, state.starts, key, text), account=state.account,
            source=INTERVIEW, quote=text,
        )
        for key, text in _answered(state, context)
    ]  # fmt: skip
