"""One account with all that is known of it: position with reasons, people, needs by depth, steps, visits, notes."""

from __future__ import annotations

from typing import Any

from coach.accounts.overview import may_write
from coach.accounts.page import FACTS
from coach.accounts.records import Account, Dossier, NeedNote, Note, Visit
from coach.context import Context, Tools
from coach.process.infer import find_step, step_numbered
from coach.process.page import reason
from coach.result.page import LEVELS
from coach.stances.page import gap_lines, position_lines
from coach.stances.position import position
from coach.view.person import person

Json = dict[str, Any]
_SHOWN_APART = ("owner", "step")


def account(key: str, lang: str, context: Context) -> Json:
    """Return the account with the id `key`. Raises BookError; somebody else's look is noted, as everywhere."""
    book, tools = context.book, context.tools
    there = book.dossier(key)
    found = position(there, context.today, tools.knowledge.ledger)
    mine = there.account.owner == context.user
    return {
        "id": there.account.id,
        "version": there.account.version,
        "name": there.account.name,
        "owner": there.account.owner,
        "mine": mine,
        "may_write": may_write(book, there.account),
        "facts": _facts(there.account, lang, tools),
        "position": found.light,
        "position_name": tools.words.say(f"stances_light_{found.light}", lang),
        "score": found.score,
        "best": found.best,
        "reasons": _plain(position_lines(found, there.account.name, context.today, lang, tools)[1:]),
        "step": _step(there, lang, tools),
        "people": [person(one, lang, tools) for one in found.standings],
        "needs": [_depth(level, there, lang, tools) for level in LEVELS],
        "next_steps": [
            {"id": s.id, "version": s.version, "text": s.text, "due": s.due, "done": s.done} for s in there.next_steps
        ],
        "visits": [_visit(visit, there, lang, tools) for visit in there.visits],
        "notes": [_note(note, there) for note in there.notes],
        "gaps": _plain(gap_lines(found.gaps, lang, tools)[1:]),
        "shares": [{"user": s.user, "write": s.may_write} for s in book.shares(key)] if mine else [],
        "stances": [{"id": stance.id, "name": stance.name[lang]} for stance in tools.knowledge.stances.values()],
    }


def _plain(lines: list[str]) -> list[str]:
    """Return the lines of a list without what marks them as such."""
    return [line.removeprefix("- ") for line in lines]


def _facts(there: Account, lang: str, tools: Tools) -> list[Json]:
    values = {name: getattr(there, name) for name in FACTS if name not in _SHOWN_APART} | dict(there.info)
    return [
        {"field": name, "name": field_name(name, lang, tools), "value": str(value)}
        for name, value in values.items()
        if value not in ("", None)
    ]


def field_name(name: str, lang: str, tools: Tools) -> str:
    """Return the name of a field in words; that of an unknown one as it is."""
    return tools.words.say(f"field_{name}", lang) if f"field_{name}" in tools.words else name


def _step(there: Dossier, lang: str, tools: Tools) -> Json | None:
    """Return where the customer's procurement is, and the first reason; None where nothing speaks for a step."""
    found = find_step(there, tools.steps, tools.knowledge, guess=False)
    if found.step is None:
        return None
    why = reason(found.evidence[0], lang, tools) if found.evidence else None
    return {"number": found.step, "name": step_numbered(found.step, tools.knowledge).name[lang], "why": why}


def _depth(level: str, there: Dossier, lang: str, tools: Tools) -> Json:
    needs = [_need(need, there, lang, tools) for need in there.needs if need.level == level]
    return {"level": level, "name": tools.words.say(f"label_{level}", lang), "needs": needs}


def _need(need: NeedNote, there: Dossier, lang: str, tools: Tools) -> Json:
    who = there.contact(need.contact)
    return {
        "id": need.id,
        "topic": tools.knowledge.topic_name(need.topic, lang),
        "quote": need.quote,
        "who": who.name if who else None,
        "day": need.day,
        "by": need.by,
        "why": {"task": "need", "text": need.quote} if need.quote else None,
    }


def _visit(visit: Visit, there: Dossier, lang: str, tools: Tools) -> Json:
    return {
        "id": visit.id,
        "version": visit.version,
        "starts": visit.starts,
        "zone": visit.zone,
        "minutes": visit.minutes,
        "place": visit.place,
        "purpose": visit.purpose,
        "people": [one.name for key in visit.people if (one := there.contact(key))],
        "state": visit.state,
        "state_name": tools.words.say(f"page_state_{visit.state}", lang),
        "outcome": visit.outcome,
    }


def _note(note: Note, there: Dossier) -> Json:
    who = there.contact(note.contact)
    return {"id": note.id, "text": note.text, "day": note.day, "by": note.by, "who": who.name if who else None}
