"""Where everybody stands in words: what the pictures show, for those who read or hear it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.accounts.records import Dossier
from coach.context import Tools
from coach.people.scale import UNKNOWN
from coach.stances.position import standings
from coach.stances.standing import Standing
from coach.stances.trend import UNKNOWN as NO_TREND


def stance_table(dossier: Dossier, asof: date, lang: str, tools: Tools) -> str:
    """Return one line for each contact: name, roles, influence, stance, how sure, trend."""
    lines = table_lines(standings(dossier, asof, tools.knowledge.ledger), lang, tools)
    return "\n".join(f"- {line}" for line in lines)


def table_lines(people: Sequence[Standing], lang: str, tools: Tools) -> list[str]:
    """Return the lines of the table, or one that says that nobody is known."""
    if not people:
        return [tools.words.say("stances_gap_no_people", lang)]
    return [person_line(one, lang, tools) for one in people]


def person_line(one: Standing, lang: str, tools: Tools) -> str:
    """Return a person's place in one sentence."""
    words, known, direction = tools.words, one.stance != UNKNOWN, one.trend.direction
    return words.say(
        "stances_person", lang,
        name=" ".join(one.contact.name.split()),
        roles=role_names([held.role for held in one.roles], lang, tools) or words.say("stances_no_role", lang),
        influence=one.influence.value,
        stance=tools.knowledge.stances[one.stance].name[lang],
        confidence=words.say("stances_confidence", lang, percent=round(one.confidence * 100)) if known else "",
        trend=words.say(f"stances_trend_{direction}", lang) if direction != NO_TREND else "",
    )  # fmt: skip


def role_names(roles: Sequence[str], lang: str, tools: Tools) -> str:
    """Return the roles as a list in words; "" without any."""
    known = tools.knowledge.roles
    return tools.words.listing([known[role].name[lang] for role in roles if role in known], lang)
