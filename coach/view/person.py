"""A contact of an account: where they stand by all dated signs, what moves them, what would change the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.context import Tools
from coach.stances.evidence import Evidence
from coach.stances.page import next_move
from coach.stances.person_page import needed_line, without_line
from coach.stances.standing import Standing
from coach.stances.table import role_names

Json = dict[str, Any]


def person(one: Standing, lang: str, tools: Tools) -> Json:
    """Return the contact with the signs for and against the stance, the weightiest first."""
    contact, words = one.contact, tools.words
    return {
        "id": contact.id,
        "version": contact.version,
        "name": contact.name,
        "other_names": list(contact.other_names),
        "title": contact.title,
        "email": contact.email,
        "phone": contact.phone,
        "influence": contact.influence,
        "weight": one.influence.value,
        "roles": [held.role for held in one.roles],
        "role_name": role_names([held.role for held in one.roles], lang, tools) or None,
        "stance": one.stance,
        "stance_name": tools.knowledge.stances[one.stance].name[lang],
        "confidence": one.confidence,
        "trend": one.trend.direction,
        "trend_name": words.say(f"trend_{one.trend.direction}", lang),
        "supporting": _signs(one.supporting, lang, tools),
        "against": _signs(one.against, lang, tools),
        "needed": needed_line(one, lang, tools),
        "change": without_line(one, lang, tools),
        "advice": next_move(one, lang, tools),
    }


def _signs(signs: Sequence[Evidence], lang: str, tools: Tools) -> list[Json]:
    ordered = sorted(signs, key=lambda sign: (-sign.weight, sign))
    return [
        {
            "day": sign.day,
            "quote": sign.quote,
            "who": sign.who,
            "label_name": tools.knowledge.stances[sign.label].name[lang],
            "grade_name": tools.words.say(f"stances_grade_{sign.grade}", lang),
            "why": {"task": "stance", "text": sign.quote} if sign.quote else None,
        }
        for sign in ordered
    ]
