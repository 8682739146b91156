"""Say back what was heard: short, with the words quoted."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.interview.hints import settled
from coach.interview.listen import Heard
from coach.interview.people import shown_name, standing_of
from coach.interview.state import Interview, Need, Person
from coach.knowledge.needed import DEPTH
from coach.stances.page import advice_in_words
from coach.stances.spoken import roles_spoken
from coach.stances.standing import next_move

SHOWN_NEEDS = 2
SHOWN_PEOPLE = 2


def say_heard(state: Interview, heard: Heard, tools: Tools) -> list[str]:
    """Return the lines that acknowledge an answer."""
    words, lang, turn = tools.words, state.lang, state.turn
    lines = []
    for need in sorted(heard.needs, key=lambda n: -DEPTH[n.level])[:SHOWN_NEEDS]:
        topic = tools.knowledge.topic_name(need.topic, lang)
        level = words.say(f"label_{need.level}", lang)
        whose = _whose(need, state, tools)
        lines.append(words.say("heard_need", lang, turn=turn, level=level, topic=topic, quote=need.quote, whose=whose))
    if len(heard.needs) > SHOWN_NEEDS:
        lines.append(words.say("heard_more", lang, count=len(heard.needs) - SHOWN_NEEDS))
    for name, person in heard.joined:
        other = next((known for known in person.names if known != name), person.name)
        lines.append(words.say("joined_guess", lang, name=name, other=other))
    for person in [known for known in heard.people if _told(known, state)][:SHOWN_PEOPLE]:
        lines += say_person(state, person, tools)
    if heard.trimmed:
        lines.append(words.say("trimmed", lang))
    for person, fits in heard.unclear[:1]:
        people = words.listing([known.name for known in fits], lang)
        lines.append(words.say("who_is_meant", lang, name=person.name, people=people))
    if heard.which:
        people = words.listing([shown_name(known, words, lang) for known in heard.which], lang)
        lines.append(words.say("pronoun_unclear", lang, people=people))
    return lines or [words.say("noted", lang, turn=turn)]


def _whose(need: Need, state: Interview, tools: Tools) -> str:
    """Return whose a deep need is, where the quote does not name the person; "" for others."""
    person = state.person(need.person) if need.level == "deep" else None
    if person is None or any(name in need.quote for name in person.names):
        return ""
    return tools.words.say("heard_whose", state.lang, name=shown_name(person, tools.words, state.lang))


def _told(person: Person, state: Interview) -> bool:
    """Say whether this turn brought something of the person; who was only mentioned is not spoken of."""
    signs = [sign.turn for sign in (*settled(person.stances), *person.roles)]
    return state.turn in (*signs, *(need.turn for need in state.of(person.id)))


def say_person(state: Interview, person: Person, tools: Tools) -> list[str]:
    """Return who the person is and where they stand, why, and how to move them one step."""
    words, lang, where = tools.words, state.lang, standing_of(person, tools.knowledge)
    lines = [words.say("heard_person", lang, **description(person, tools, lang))]
    if where.against:
        lines.append(words.say("person_conflict", lang, against=where.against[-1]))
    if where.stance != "unknown":
        lines.append(
            words.say("person_move", lang, name=shown_name(person, words, lang), move=move_of(person, tools, lang))
        )
    return lines


def description(person: Person, tools: Tools, lang: str) -> dict[str, Any]:
    """Return name, role, stance, confidence and quote in words, to fill a sentence about the person."""
    words, where = tools.words, standing_of(person, tools.knowledge)
    known = where.stance != "unknown"
    return {
        "name": shown_name(person, words, lang),
        "role": role_names(person, tools, lang),
        "stance": tools.knowledge.stances[where.stance].name[lang],
        "confidence": words.say("person_confidence", lang, percent=round(where.confidence * 100)) if known else "",
        "quote": words.say("person_quote", lang, quote=where.supporting[-1]) if known else "",
    }


def role_names(person: Person, tools: Tools, lang: str) -> str:
    """Return the person's roles in words, or that the role is unknown."""
    known = [tools.knowledge.roles[role].name[lang] for role in roles_spoken(person.roles, tools.knowledge.ledger)[:2]]
    return tools.words.listing(known, lang) or tools.words.say("person_role_unknown", lang)


def move_of(person: Person, tools: Tools, lang: str, *, name: str | None = None) -> str:
    """Return one act that moves the person (or who is called `name`) a step nearer, or how to treat them."""
    where = standing_of(person, tools.knowledge)
    name = shown_name(person, tools.words, lang) if name is None else name
    move = next_move(where.stance, len(settled(person.stances)), tools.knowledge.ledger)
    return advice_in_words(move, name, where.supporting, lang, tools)
