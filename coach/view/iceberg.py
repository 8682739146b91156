"""The needs of the interview by depth, each with its words and why they count as that."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.interview.people import shown_name
from coach.interview.state import Interview, Need
from coach.result.page import LEVELS

Json = dict[str, Any]


def iceberg(state: Interview, lang: str, tools: Tools) -> list[Json]:
    """Return the three levels from the surface down, needs in the order in which they were said."""
    return [
        {
            "level": level,
            "name": tools.words.say(f"label_{level}", lang),
            "needs": [_need(need, state, lang, tools) for need in state.at(level)],
        }
        for level in LEVELS
    ]


def _need(need: Need, state: Interview, lang: str, tools: Tools) -> Json:
    person = state.person(need.person)
    return {
        "id": need.id,
        "topic": tools.knowledge.topic_name(need.topic, lang),
        "quote": need.quote,
        "who": shown_name(person, tools.words, lang) if person else None,
        "why": {"task": "need", "text": need.quote},
    }
