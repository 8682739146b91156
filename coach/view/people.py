"""The people of the interview: role, stance with its words, and what to do next."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.interview.people import shown_name, standing_of
from coach.interview.say import move_of, role_names
from coach.interview.state import Interview, Person
from coach.stances.spoken import roles_spoken

Json = dict[str, Any]


def people(state: Interview, lang: str, tools: Tools) -> list[Json]:
    """Return the people in the order in which they were named."""
    return [_person(person, lang, tools) for person in state.people]


def _person(person: Person, lang: str, tools: Tools) -> Json:
    knowledge = tools.knowledge
    where, roles = standing_of(person, knowledge), roles_spoken(person.roles, knowledge.ledger)
    quote = where.supporting[-1] if where.supporting else None
    return {
        "id": person.id,
        "name": shown_name(person, tools.words, lang),
        "title": person.title,
        "role": roles[0] if roles else None,
        "role_name": role_names(person, tools, lang),
        "stance": where.stance,
        "stance_name": tools.knowledge.stances[where.stance].name[lang],
        "quote": quote,
        "against": where.against[-1] if where.against else None,
        "advice": move_of(person, tools, lang),
        "why": {"task": "stance", "text": quote} if quote else None,
    }
