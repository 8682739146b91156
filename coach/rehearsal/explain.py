"""Explain the last turn of a rehearsal: what the line was, by which rule and words, and why the buyer answered so."""

from __future__ import annotations

from typing import Any

from coach.context import Tools
from coach.rehearsal.state import Rehearsal
from coach.text.trimmed import trimmed


def explain_turn(rehearsal: Rehearsal, tools: Tools) -> str:
    """Return the explanation in the language of the rehearsal."""
    words, lang = tools.words, rehearsal.lang
    if not rehearsal.turns:
        return words.say("why_nothing", lang)
    turn = rehearsal.turns[-1]
    lines = [words.say("why_turn", lang, line=turn.seller)]
    for mark in turn.marks:
        name = words.say(f"mark_{mark['name']}", lang)
        lines.append(words.say("debrief_mark", lang, name=name, words=trimmed(mark["text"]), rule=mark["rule"]))
    example = tools.meant.example(rehearsal.scenario, lang, turn.seller, turn.meant) if turn.meant else ""
    why = [words.say("why_like", lang, example=example)] if example else []
    if turn.evaded:
        why.append(words.say("why_evaded", lang, kind=_kind_name(turn.evaded, lang, tools)))
    if turn.told:
        level = tools.knowledge.scenarios[rehearsal.scenario].need(turn.told).level
        why.append(words.say("why_told", lang, level=words.say(f"label_{level}", lang)))
    if turn.missed:
        why.append(words.say("why_missed", lang, reason=words.say(f"because_{turn.missed['why']}", lang)))
    if turn.trust:
        why.append(words.say("why_trust_up" if turn.trust > 0 else "why_trust_down", lang))
    return "\n\n".join("\n".join(part) for part in (lines, why) if part)  # below a list in Markdown, not in it


def why_not_found(row: dict[str, Any], lang: str, tools: Tools) -> str:
    """Return why a need of the debrief was not found; what waits for a fact names that fact."""
    if row["why"] == "after_fact":
        return tools.words.say("waits_for_fact", lang, before=row["before"])
    return tools.words.say(f"because_{row['why']}", lang)


def _kind_name(kind: str, lang: str, tools: Tools) -> str:
    """Return the name of a kind of question that was evaded."""
    dodge = tools.knowledge.dodges.get(kind)
    return dodge.name[lang] if dodge else tools.words.say(f"evaded_{kind}", lang)
