"""What the iceberg shows: the needs at each depth, of an account or of the debrief of a rehearsal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from coach.accounts.records import Dossier, NeedNote
from coach.context import Tools
from coach.result.page import LEVELS

Json = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """One need: its topic, the very words or how to ask for it, and whose it is. A missed one was not `found`."""

    topic: str
    text: str
    who: str = ""
    found: bool = True


@dataclass(frozen=True)
class Depth:
    """The needs of one level, the most recent first; `invitation` says what to ask where there are none."""

    level: str
    name: str
    needs: tuple[Shown, ...]
    invitation: str


def depths_of_account(dossier: Dossier, lang: str, tools: Tools) -> list[Depth]:
    """Return the three depths of an account from the surface down."""
    kept = sorted(enumerate(dossier.needs), key=lambda pair: (pair[1].day, pair[0]), reverse=True)
    found: dict[str, dict[Shown, None]] = {level: {} for level in LEVELS}  # what was said twice is shown once
    for _, need in kept:
        if need.level in found:
            found[need.level].setdefault(_noted(need, dossier, lang, tools))
    return [_depth(level, list(found[level]), lang, tools) for level in LEVELS]


def depths_of_debrief(result: Json, lang: str, tools: Tools) -> list[Depth]:
    """Return the three depths of a debrief, needs in the order of the scenario."""
    found = {level: [row for row in result["needs"] if row["level"] == level] for level in LEVELS}
    return [
        _depth(level, [_rehearsed(row, result["scenario"], lang, tools) for row in found[level]], lang, tools)
        for level in LEVELS
    ]


def _depth(level: str, needs: list[Shown], lang: str, tools: Tools) -> Depth:
    name = tools.words.say(f"iceberg_level_{level}", lang)
    return Depth(level, name, tuple(needs), tools.words.say(f"nudge_{level}", lang))


def _noted(need: NeedNote, dossier: Dossier, lang: str, tools: Tools) -> Shown:
    who = dossier.contact(need.contact)
    quote = tools.words.say("iceberg_quote", lang, quote=_line(need.quote)) if need.quote.strip() else ""
    return Shown(tools.knowledge.topic_name(need.topic, lang), quote, who.name if who else "")


def _rehearsed(row: Json, scenario: str, lang: str, tools: Tools) -> Shown:
    there = tools.knowledge.scenarios.get(scenario)
    topics: dict[str, str] = {need.id: need.topic for need in there.needs} if there else {}
    topic = tools.knowledge.topic_name(topics.get(row["id"], row["id"]), lang)
    if row["found"]:
        return Shown(topic, tools.words.say("iceberg_quote", lang, quote=_line(row["said"])))
    return Shown(topic, tools.words.say("iceberg_ask", lang, ask=_line(row["ask"])), found=False)


def _line(text: str) -> str:
    return " ".join(text.split())
