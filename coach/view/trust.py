"""How far a buyer trusts the seller, told by the buyer's manner and never as a number."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.rehearsal.state import Rehearsal

Json = dict[str, Any]


def trust(state: Rehearsal, lang: str, tools: Tools) -> Json:
    """Return the manner in words, its place from 0 (shut) to 4 (warm), and what the last line did to it."""
    level = sum(state.trust >= step for step in tools.knowledge.rehearsing.manners)
    name = tools.knowledge.scenarios[state.scenario].persona.name[lang]
    change = state.turns[-1].trust if state.turns else 0
    return {
        "words": tools.words.say(f"manner_{level}", lang, name=name),
        "level": level,
        "trend": "up" if change > 0 else "down" if change < 0 else "same",
    }
